// DESIGN.md section 3: which ticket does a mail continue? The strongest proof first, and a doubt is for a person.
import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld, type World } from "../setup/world.ts"

const PAUL = "Paul Roux <paul.roux@vallonie.gouv.example>"
const ZOE = "Zoé Petit <zoe@ailleurs.example>"

async function anAnsweredTicket(): Promise<World> {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))
  await world.answers(1, "Voici un lien.")
  return world
}

test("a reply to our answer comes back to its ticket, from whatever address", async () => {
  const world = await anAnsweredTicket()

  await world.receives(aMail({ from: ZOE, inReplyTo: world.server.last.messageId }))

  expect(await world.balance()).toMatchObject({ ticket: 1, followup: 1 })
})

test("a reply that carries our Message-ID in References only comes back too", async () => {
  const world = await anAnsweredTicket()
  const references = `<old@agents.example> <${world.server.last.messageId}>`

  await world.receives(aMail({ from: ZOE, references, inReplyTo: "other@agents.example" }))

  expect(await world.balance()).toMatchObject({ ticket: 1, followup: 1 })
})

test("a reply to the acknowledgement comes back to its ticket", async () => {
  const world = await aWorld()
  await world.receives(aMail())

  await world.receives(aMail({ inReplyTo: world.server.last.messageId, subject: "Précision" }))

  expect(await world.balance()).toMatchObject({ ticket: 1, followup: 1 })
})

test("a mail to the ticket’s own address comes back to it, even when a program lost the references", async () => {
  const world = await anAnsweredTicket()
  const to = world.server.last.replyTo?.address ?? ""

  await world.receives(aMail({ from: ZOE, to, subject: "Autre objet" }))

  expect(to).toMatch(/^assistance\+t1\.[0-9a-f]{16}@mentor\.example$/)
  expect(await world.balance()).toMatchObject({ ticket: 1, followup: 1 })
})

test("without sub-addresses on the server, answers come back to the mailbox itself", async () => {
  const mailbox = { name: "mentor", label: "Mentor", address: "assistance@mentor.example" }
  const world = await aWorld({ mailboxes: [{ ...mailbox, hasSubaddresses: false }] })
  await world.receives(aMail())

  await world.answers(1, "Voici un lien.")

  expect(world.server.last.replyTo).toBeNull()
})

test.for(["1", "2", "999999999"])("a forged token for number %s opens a new ticket", async (id) => {
  const world = await anAnsweredTicket()

  await world.receives(
    aMail({
      from: ZOE,
      inReplyTo: `tm.${id}.0123456789abcdef@mentor.example`,
      to: `assistance+t${id}.0123456789abcdef@mentor.example`,
    }),
  )

  expect(await world.balance()).toMatchObject({ ticket: 2, followup: 0 })
  expect(await world.ticket(2)).toMatchObject({ mayContinue: null })
})

test("the number in the subject counts for somebody who takes part", async () => {
  const world = await anAnsweredTicket()

  await world.receives(aMail({ subject: "Toujours rien [Mentor #1]" }))

  expect(await world.balance()).toMatchObject({ ticket: 1, followup: 1 })
})

test("a stranger who knows the number opens a new ticket, which proposes the other", async () => {
  const world = await anAnsweredTicket()

  await world.receives(aMail({ from: ZOE, subject: "Pareil pour moi [Mentor #1]" }))

  expect(await world.balance()).toMatchObject({ ticket: 2, followup: 0 })
  expect(world.card(2).fields).toContainEqual({
    label: "Peut-être la suite de",
    text: "Mentor #1 : à vous de dire (« Réunir »)",
  })
  const form = await world.does("ticket.merge", 2)
  expect(form).toMatchObject({ form: { inputs: [{ name: "into", value: "1" }] } })
})

test.for(["[Mentor #999]", "[Mentor #abc]", "[Mentor #12", "[Mentor #99999999999]"])(
  "« %s » names no ticket and proposes none",
  async (subject) => {
    const world = await anAnsweredTicket()

    await world.receives(aMail({ subject }))

    expect(await world.ticket(2)).toMatchObject({ mayContinue: null })
  },
)

test("somebody who writes again below their own first mail continues it", async () => {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))

  await world.receives(aMail({ inReplyTo: "first@agents.example", text: "Vous m’avez oubliée ?" }))

  expect(await world.balance()).toMatchObject({ ticket: 1, followup: 1 })
})

test("a colleague in copy of the request who replies to it takes part", async () => {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example", cc: PAUL }))

  await world.receives(
    aMail({ from: PAUL, inReplyTo: "first@agents.example", text: "Je confirme, moi aussi." }),
  )

  expect(await world.balance()).toMatchObject({ ticket: 1, followup: 1 })
})

test("a stranger who replies to somebody else’s mail opens a new ticket, which proposes the other", async () => {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))

  await world.receives(aMail({ from: ZOE, inReplyTo: "first@agents.example" }))

  expect(await world.ticket(2)).toMatchObject({ mayContinue: 1 })
})

test("a reply to a ticket that was deleted opens a new one", async () => {
  const world = await anAnsweredTicket()
  const inReplyTo = world.server.last.messageId
  const to = world.server.last.replyTo?.address ?? ""
  await world.prisma.$executeRaw`TRUNCATE "Ticket" CASCADE`

  await world.receives(aMail({ inReplyTo, to, subject: "RE: lien [Mentor #1]" }))

  expect(await world.prisma.ticket.count()).toBe(1)
  expect(world.troubles).toEqual([])
})

test("a reply to a merged ticket goes to the one that it was merged into", async () => {
  const world = await anAnsweredTicket()
  const { messageId } = world.server.last
  await world.receives(aMail({ from: PAUL, subject: "Le même lien" }))
  await world.fills("ticket.merge", 1, { into: "2" })

  await world.receives(aMail({ inReplyTo: messageId, text: "Par le jeton." }))
  await world.receives(aMail({ subject: "RE: lien [Mentor #1]", text: "Par le numéro." }))

  const texts = (await world.store.messages(2)).map(({ text }) => text)
  expect(texts).toEqual(expect.arrayContaining(["Par le jeton.", "Par le numéro."]))
  expect(await world.ticket(1)).toMatchObject({ status: "closed", mergedIntoId: 2 })
})

test("whoever took part before a merge still does, by the old number", async () => {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))
  await world.answers(1, "Voici un lien.")
  await world.receives(
    aMail({ from: PAUL, inReplyTo: world.server.last.messageId, text: "Moi aussi" }),
  )
  await world.receives(aMail({ from: ZOE }))
  await world.fills("ticket.merge", 1, { into: "2" })

  await world.receives(aMail({ from: PAUL, subject: "RE: lien [Mentor #1]", text: "Alors ?" }))

  expect(await world.balance()).toMatchObject({ ticket: 2, followup: 2 })
})

test("the requester never changes by itself, whoever writes", async () => {
  const world = await anAnsweredTicket()
  const inReplyTo = world.server.last.messageId

  await world.receives(aMail({ from: ZOE, inReplyTo, headers: { "Reply-To": "x@y.example" } }))
  await world.receives(aMail({ from: PAUL, inReplyTo }))

  expect(await world.ticket(1)).toMatchObject({
    requesterName: "Claire Durand",
    requesterAddress: "claire.durand@vallonie.gouv.example",
  })
})
