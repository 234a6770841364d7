import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld, MAILBOX } from "../setup/world.ts"

test("the acknowledgement says the number, the delay, how to add to it, and what becomes of the data", async () => {
  const world = await aWorld()

  await world.receives(aMail({ messageId: "first@agents.example" }))

  const [mail] = world.acknowledgements()
  expect(mail).toMatchObject({
    ...{ isAutomatic: true, inReplyTo: "first@agents.example", cc: [] },
    to: [{ address: "claire.durand@vallonie.gouv.example", name: "Claire Durand" }],
    subject: expect.stringContaining("[Mentor #1]"),
  })
  expect(mail?.text).toMatch(/Mentor #1/)
  expect(mail?.text).toMatch(/2\s*jours ouvrés/u)
  expect(mail?.text).toMatch(/Répondez simplement à ce message/)
  expect(mail?.text).toMatch(/Vos données/)
  expect(mail?.text).toMatch(/automatique/)
  expect(world.acknowledgements()).toHaveLength(1)
})

test("it goes after triage: the ticket has its category before the mail leaves", async () => {
  const world = await aWorld()
  let category: string | null = null
  world.server.answer = () => {}
  const { send } = world.server.mailbox
  world.server.mailbox.send = async (mail) => {
    category = (await world.ticket(1)).category
    await send(mail)
  }

  await world.receives(aMail())

  expect(category).toBe("activation")
})

test("one for each sender and each day, whatever number of requests", async () => {
  const world = await aWorld()

  await world.receives(aMail({ subject: "Un" }))
  await world.receives(aMail({ subject: "Deux" }))
  expect(world.acknowledgements()).toHaveLength(1)

  await world.passes(24 * 3_600)
  await world.receives(aMail({ subject: "Trois" }))

  expect(world.acknowledgements()).toHaveLength(2)
})

test("the day of an acknowledgement is a day in Paris", async () => {
  const world = await aWorld()
  await world.passes(13.9 * 3_600) // 23 h 54 in Paris, 22 h 54 in UTC
  await world.receives(aMail({ subject: "Avant minuit" }))

  await world.passes(600)
  await world.receives(aMail({ subject: "Après minuit" }))

  expect(world.acknowledgements()).toHaveLength(2)
})

test("two requests of one sender at the same moment get one acknowledgement", async () => {
  const world = await aWorld()
  await Promise.all([
    world.app.mail.arrived(world.onServer(aMail({ subject: "Un" }))),
    world.app.mail.arrived(world.onServer(aMail({ subject: "Deux" }))),
  ])
  await Promise.all([1, 2].map((ticketId) => world.app.jobs["ticket.triage"]({ ticketId })))

  await Promise.all([1, 2].map((ticketId) => world.app.jobs["ticket.acknowledge"]({ ticketId })))
  await world.settles()

  expect(world.acknowledgements()).toHaveLength(1)
})

test("a reply is not acknowledged: the person knows already", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.passes(48 * 3_600)

  await world.receives(aMail({ inReplyTo: world.server.last.messageId }))

  expect(world.acknowledgements()).toHaveLength(1)
})

test.for([
  [
    "undesirable mail",
    {
      from: "Messagerie <info@votre-boite.example>",
      subject: "Votre boîte est pleine",
      text: "Cliquez ici pour vérifier votre mot de passe : http://votre-boite.example/",
    },
  ],
  ["a machine-like address", { from: "Support <noreply@outil.example>" }],
  ["a daemon", { from: "postmaster@relay.example" }],
  ["a list", { headers: { "List-Id": "<x.example>" } }],
  ["ourselves", { from: MAILBOX }],
  ["nobody", { from: "pas une adresse" }],
] as const)("none for %s, even when a person makes it a request", async ([, mail]) => {
  const world = await aWorld()

  await world.receives(aMail(mail))
  for (const { id } of await world.parked()) await world.does("mail.open", id)

  expect(await world.balance()).toMatchObject({ ticket: 1 })
  expect(world.server.sent).toEqual([])
})

test("none for a mail older than the start of the bot", async () => {
  const world = await aWorld()

  await world.receives(aMail(), { receivedAt: new Date("2026-10-31T12:00:00Z") })

  expect(await world.balance()).toMatchObject({ ticket: 1 })
  expect(world.server.sent).toEqual([])
})

test("once 20 tickets are closed, the delay announced is the measured median", async () => {
  const world = await aWorld()
  for (let closed = 0; closed < 20; closed += 1) {
    await world.store.openTicket({
      ...{ mailbox: "mentor", subject: "x", requester: { name: "", address: "" } },
      ...{ openedAt: new Date("2026-11-12T09:00:00Z"), mayContinue: null },
    })
  }
  const monday = new Date("2026-11-16T09:00:00Z")
  const thursday = new Date("2026-11-19T09:00:00Z")
  await world.prisma.ticket.updateMany({
    data: { status: "closed", firstAnsweredAt: thursday, closedAt: thursday },
  })
  await world.prisma.ticket.updateMany({
    where: { id: { lte: 5 } },
    data: { firstAnsweredAt: monday },
  })

  await world.receives(aMail())

  expect(world.server.last.text).toMatch(/5\s*jours ouvrés/u)
})

test("secrets of the subject are not repeated in the acknowledgement", async () => {
  const world = await aWorld()

  await world.receives(aMail({ subject: "Mot de passe : Xy12!abCd refusé" }))

  expect(JSON.stringify(world.server.last)).not.toContain("Xy12!abCd")
})
