// The team keeps opening the mailbox in Thunderbird or Outlook, and answers from there.
import { expect, test } from "vitest"
import { aMail, type MailSource } from "../setup/builders.ts"
import { aWorld, buttonOf, MAILBOX, type World } from "../setup/world.ts"

const CLAIRE = "claire.durand@vallonie.gouv.example"
const KARIM = "Karim Lenoir <karim@equipe.example>"

const fromThunderbird = (mail: MailSource = {}) =>
  aMail({
    ...{ from: `Assistance <${MAILBOX}>`, to: CLAIRE, inReplyTo: "first@agents.example" },
    ...{ subject: "Re: Lien d’activation expiré", text: "Voici un nouveau lien." },
    ...mail,
  })

async function aTicket(): Promise<World> {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))
  return world
}

test("an answer found in Sent is attached to its ticket, and counts as the answer", async () => {
  const world = await aTicket()

  await world.findsInSent(fromThunderbird())

  expect(await world.ticket(1)).toMatchObject({ status: "pending", waitingSince: null })
  expect((await world.store.messages(1)).at(-1)).toMatchObject({
    kind: "outgoing",
    text: "Voici un nouveau lien.",
    outgoing: { delivery: "sent", to: [CLAIRE] },
  })
  expect(await world.journal(1)).toContain("answered elsewhere")
})

test("it names the member when it left from their own address", async () => {
  const world = await aTicket()

  await world.findsInSent(fromThunderbird({ from: KARIM }))

  expect(await world.journal(1)).toContain("answered elsewhere (Karim Lenoir)")
})

test("it makes a colleague’s preview stale", async () => {
  const world = await aTicket()
  const preview = await world.previews(1, "Voici un lien.", "nadia")

  await world.findsInSent(fromThunderbird({ from: KARIM }))

  await expect(world.clicks(buttonOf(preview, "Envoyer"))).rejects.toThrow("Karim Lenoir a répondu")
})

test("the same copy found twice in Sent is one answer", async () => {
  const world = await aTicket()
  const answer = fromThunderbird()

  await world.findsInSent(answer)
  await world.findsInSent(answer)

  const outgoing = (await world.store.messages(1)).filter(
    ({ outgoing }) => outgoing && !outgoing.isAutomatic,
  )
  expect(outgoing).toHaveLength(1)
})

test("our own copies in Sent are not doubled", async () => {
  const world = await aTicket()
  await world.answers(1, "Voici un lien.")
  const { messageId, subject } = world.server.last
  const before = await world.store.messages(1)

  await world.findsInSent(fromThunderbird({ messageId, subject, text: "Voici un lien." }))

  expect(await world.store.messages(1)).toEqual(before)
})

test("a mail of Sent that concerns no ticket is kept, outside the balance", async () => {
  const world = await aTicket()
  const before = await world.balance()

  await world.findsInSent(
    fromThunderbird({ inReplyTo: "autre@ailleurs.example", to: "fournisseur@ailleurs.example" }),
  )

  expect(await world.balance()).toEqual(before)
  expect(await world.ticket(1)).toMatchObject({ status: "new" })
  expect(await world.prisma.mail.count()).toBe(2)
})

test("a mail of Sent that our own code cannot place is kept, and tried again", async () => {
  const world = await aTicket()
  const { transaction } = world.needs.store
  world.needs.store.transaction = (work) =>
    transaction((tx) => work({ ...tx, endMail: () => Promise.reject(new TypeError("ours")) }))

  await world.findsInSent(fromThunderbird())
  world.needs.store.transaction = transaction
  await world.passes(61)

  expect(await world.ticket(1)).toMatchObject({ status: "pending" })
  expect(await world.balance()).toMatchObject({ received: 1, ticket: 1 })
})

test("a Sent folder that renumbers its mails answers nothing again", async () => {
  const world = await aTicket()
  const answer = fromThunderbird()
  await world.findsInSent(answer)

  await world.findsInSent(answer, { uidValidity: "8" })

  expect(await world.prisma.mail.count({ where: { folder: "sent" } })).toBe(1)
})

test("a mail of Sent to somebody else about the request is no answer: the person still waits", async () => {
  const world = await aTicket()
  await world.answers(1, "Nous regardons.")
  const inReplyTo = world.server.last.messageId
  await world.receives(aMail({ inReplyTo, text: "Alors ?" }))

  await world.findsInSent(
    fromThunderbird({ inReplyTo, to: "expert@ailleurs.example", text: "Pouvez-vous regarder ?" }),
  )

  expect(await world.ticket(1)).toMatchObject({ status: "open" })
  expect((await world.store.messages(1)).at(-1)).toMatchObject({ kind: "note" })
})

test("an answer whose copy is found late does not hide what the person wrote since", async () => {
  const world = await aTicket()
  const at = world.now()
  await world.passes(600)
  await world.receives(aMail({ inReplyTo: "first@agents.example", text: "Le lien ne marche pas." }))

  await world.findsInSent(fromThunderbird(), { receivedAt: new Date(at.getTime() + 60_000) })

  expect(await world.ticket(1)).toMatchObject({ status: "new" })
  expect((await world.ticket(1)).firstAnsweredAt).not.toBeNull()
})

test.for(["Sent first", "the mailbox first"])(
  "an answer with the mailbox in copy is one answer (%s)",
  async (order) => {
    const world = await aTicket()
    const answer = fromThunderbird({ cc: MAILBOX })
    const arrivals = [() => world.findsInSent(answer), () => world.receives(answer)]

    for (const arrive of order === "Sent first" ? arrivals : arrivals.reverse()) await arrive()

    expect(await world.ticket(1)).toMatchObject({ status: "pending" })
    const texts = (await world.store.messages(1)).map(({ text }) => text)
    expect(texts.filter((text) => text === "Voici un nouveau lien.")).toHaveLength(1)
  },
)

test("a member’s reply to the person, with the mailbox in copy, is the answer", async () => {
  const world = await aTicket()

  await world.receives(
    fromThunderbird({ from: KARIM, cc: MAILBOX, text: "Bonjour, voici un lien." }),
  )

  expect(await world.ticket(1)).toMatchObject({ status: "pending", waitingSince: null })
  expect((await world.store.messages(1)).at(-1)).toMatchObject({
    ...{ kind: "outgoing", memberId: world.members.karim.id, text: "Bonjour, voici un lien." },
    outgoing: { delivery: "sent", to: [CLAIRE], cc: [MAILBOX] },
  })
  expect(await world.balance()).toMatchObject({ ticket: 1, followup: 1 })
})

test("a member’s reply to the mailbox alone is a note: the person has read nothing", async () => {
  const world = await aTicket()

  await world.receives(fromThunderbird({ from: KARIM, to: MAILBOX, text: "Vu, je m’en charge." }))

  expect(await world.ticket(1)).toMatchObject({ status: "new" })
  expect((await world.store.messages(1)).at(-1)).toMatchObject({ kind: "note" })
  expect(world.answersSent()).toEqual([])
})

test("a member is never the voice of the requester: their words are not shown as the person’s", async () => {
  const world = await aTicket()

  await world.receives(fromThunderbird({ from: KARIM, to: MAILBOX, text: "Elle exagère." }))

  expect(JSON.stringify(world.card(1))).not.toContain("exagère")
})

test("a member’s new mail is no request until somebody says so", async () => {
  const world = await aWorld()

  await world.receives(aMail({ from: KARIM }))

  expect(await world.parked()).toMatchObject([{ reason: "written by a member" }])
})

const FORWARD: MailSource = {
  from: KARIM,
  subject: "TR: Badge perdu",
  text: `Pour nous, je crois.

-----Message d’origine-----
De : Luc Martin <luc.martin@vallonie.gouv.example>
Envoyé : lundi 23 novembre 2026 09:12
À : Karim Lenoir
Objet : Badge perdu

Bonjour, mes badges ont disparu.`,
}

test("a member’s forward waits; *C’est une demande* opens a ticket for who wrote first", async () => {
  const world = await aWorld()
  await world.receives(aMail(FORWARD))
  const [parked] = await world.parked()
  expect(parked).toMatchObject({ reason: "forwarded by a member" })

  await world.does("mail.open", parked?.id ?? 0)

  expect(await world.ticket(1)).toMatchObject({
    ...{ requesterName: "Luc Martin", requesterAddress: "luc.martin@vallonie.gouv.example" },
    subject: "Badge perdu",
  })
  expect(world.card(1).sections[0]?.text).toContain("mes badges ont disparu")
  expect(await world.journal(1)).toEqual(["opened (Nadia Ferrand)", "sorted"])
  expect(world.server.sent).toEqual([])
})

test("an agent’s forward is their own request; the first author is proposed, for a person to choose", async () => {
  const world = await aWorld()

  await world.receives(aMail({ ...FORWARD, from: `Claire Durand <${CLAIRE}>` }))

  expect(await world.ticket(1)).toMatchObject({ requesterAddress: CLAIRE })
  expect(world.card(1).fields).toContainEqual({
    label: "Transfert",
    text: "message écrit à l’origine par Luc M.",
  })
  expect(await world.does("ticket.requester", 1)).toMatchObject({
    form: { inputs: [{ value: "Luc Martin" }, { value: "luc.martin@vallonie.gouv.example" }] },
  })
})
