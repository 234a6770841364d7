// Promise 3: automatic mail is kept with its ticket, never answered, and changes no state.
import { expect, test } from "vitest"
import { aBounce, aMail, type MailSource } from "../setup/builders.ts"
import { aWorld } from "../setup/world.ts"

const MACHINES: Record<string, MailSource> = {
  absence: {
    subject: "Absence du bureau",
    text: "Bonjour, je suis absente jusqu’au 1er décembre. En cas d’urgence, contactez l’accueil.",
    headers: { "Auto-Submitted": "auto-replied" },
  },
  "read receipt": {
    subject: "Lu : RE: Lien d’activation expiré",
    text: "Votre message a été lu le mardi 24 novembre 2026 à 10:05.",
    headers: { "Content-Type": "multipart/report; report-type=disposition-notification" },
  },
  "list or bulk": { headers: { Precedence: "bulk", "List-Id": "<lettre.agents.example>" } },
  automatic: { from: "no-reply@outil.example", text: "Ceci est un message automatique." },
}

test.for(Object.entries(MACHINES))(
  "a machine’s mail (%s) about a ticket is kept with it, and nothing else changes",
  async ([, mail]) => {
    const world = await aWorld()
    await world.receives(aMail())
    await world.answers(1, "Voici un lien.")
    const [before, sent] = [await world.ticket(1), world.server.sent.length]

    await world.receives(aMail({ ...mail, inReplyTo: world.server.last.messageId }))
    await world.passes(3_600)

    expect(await world.ticket(1)).toEqual(before)
    expect(world.server.sent).toHaveLength(sent)
    expect(await world.store.mailsOfTicket(1)).toHaveLength(2)
    expect(world.card(1).fields).toContainEqual(
      expect.objectContaining({ label: "Messages automatiques" }),
    )
  },
)

test.for(Object.entries(MACHINES))(
  "a machine’s mail (%s) about nothing that we know is parked, and never answered",
  async ([, mail]) => {
    const world = await aWorld()

    await world.receives(aMail(mail))
    await world.passes(3_600)

    expect(await world.parked()).toMatchObject([{ reason: expect.stringMatching(/^automatic: /) }])
    expect(world.server.sent).toEqual([])
    expect(world.chat.posts.size).toBe(0)
  },
)

test("an absence neither reopens a closed ticket nor wakes a sleeping one", async () => {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))
  const absence = () => aMail({ ...MACHINES.absence, inReplyTo: "first@agents.example" })
  await world.fills("ticket.snooze", 1, { until: "2026-12-01" })
  await world.receives(absence())
  expect(await world.ticket(1)).toMatchObject({ status: "pending" })

  await world.fills("ticket.close", 1, { how: "silent" })
  await world.receives(absence())

  expect(await world.ticket(1)).toMatchObject({ status: "closed" })
})

test("a delivery report that quotes our answer marks the card: the address cannot be reached", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.answers(1, "Voici un lien.")

  await world.receives(aBounce(world.server.last))

  expect(world.card(1).badges).toContainEqual({ text: "Adresse injoignable", tone: "error" })
  expect(await world.ticket(1)).toMatchObject({ status: "pending" })
  expect(await world.balance()).toMatchObject({ ticket: 1, followup: 1, parked: 0 })
})

test("a delivery report that quotes a forged token is parked", async () => {
  const world = await aWorld()
  await world.receives(aMail())

  await world.receives(
    aBounce({
      messageId: "tm.1.0123456789abcdef@mentor.example",
      to: [{ address: "a@b.example" }],
    }),
  )

  expect(await world.parked()).toMatchObject([{ reason: "automatic: bounce" }])
})

test("the mark goes once somebody corrected the address", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.answers(1, "Voici un lien.")
  await world.receives(aBounce(world.server.last))
  await world.passes(600)

  const address = "claire.durand@vallonie-nord.gouv.example"
  await world.fills("ticket.requester", 1, { name: "Claire Durand", address })
  await world.answers(1, "Voici un lien, à la bonne adresse.")

  expect(world.card(1).badges.map(({ text }) => text)).toEqual(["En attente de l’agent"])
})

test("the mark goes once the person wrote again", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.answers(1, "Voici un lien.")
  await world.receives(aBounce(world.server.last))
  const marked = () => world.card(1).badges.some(({ text }) => text === "Adresse injoignable")
  expect(marked()).toBe(true)

  await world.passes(60)
  await world.receives(aMail({ inReplyTo: world.server.last.messageId, text: "Me revoilà." }))

  expect(marked()).toBe(false)
})

test("our automatic mail says that it is automatic; our answers do not", async () => {
  const world = await aWorld()
  await world.receives(aMail())

  await world.answers(1, "Voici un lien.")

  expect(world.server.sent.map(({ isAutomatic }) => isAutomatic)).toEqual([true, false])
})

test("two bots that acknowledge each other stop at once", async () => {
  const world = await aWorld()
  await world.receives(aMail({ from: "robot@autre-bot.example" }))

  for (let round = 0; round < 5; round += 1) {
    const inReplyTo = world.server.last.messageId
    await world.receives(
      aMail({ from: "robot@autre-bot.example", inReplyTo, subject: `Bien reçu (${round})` }),
    )
  }

  expect(world.server.sent).toHaveLength(1)
})

test("an automatic mail that a person says is a request becomes one, and gets no acknowledgement", async () => {
  const world = await aWorld()
  await world.receives(aMail({ from: "no-reply@formulaire.example", ...MACHINES.automatic }))
  const [parked] = await world.parked()

  await world.does("mail.open", parked?.id ?? 0)

  expect(await world.balance()).toMatchObject({ ticket: 1, parked: 0 })
  expect(world.server.sent).toEqual([])
})
