import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

async function aTicket(): Promise<World> {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))
  return world
}

const written = (text: string) => aMail({ inReplyTo: "first@agents.example", text })

async function aClosedTicket(): Promise<World> {
  const world = await aTicket()
  await world.fills("ticket.close", 1, { how: "silent" })
  return world
}

test("closed without a word: nothing leaves, and nobody waits any more", async () => {
  const world = await aTicket()
  const sent = world.server.sent.length

  await world.fills("ticket.close", 1, { how: "silent" })
  await world.passes(60)

  expect(world.server.sent).toHaveLength(sent)
  expect(await world.ticket(1)).toMatchObject({ status: "closed", waitingSince: null })
  expect(world.card(1)).toMatchObject({ tone: "success", badges: [{ text: "Close" }] })
})

test("closed with a mail: the mail is previewed, and the ticket closes once it has left", async () => {
  const world = await aTicket()

  const preview = await world.fills("ticket.close", 1, { how: "mail" })
  expect(preview).toMatchObject({ kind: "whisper", card: { title: "Relisez avant d’envoyer" } })
  expect(await world.ticket(1)).toMatchObject({ status: "new" })
  await world.clicks(buttonOf(preview.kind === "whisper" ? preview.card : world.card(1), "Envoyer"))
  expect(await world.ticket(1)).toMatchObject({ status: "open" })
  await world.passes(31)

  expect(world.answersSent()).toMatchObject([
    { subject: "RE: Lien d’activation expiré [Mentor #1]", text: expect.stringContaining("#1") },
  ])
  expect(await world.ticket(1)).toMatchObject({ status: "closed" })
})

test("what arrives while a member is closing is not closed with it: they are told", async () => {
  const world = await aTicket()
  const form = await world.does("ticket.close", 1)
  await world.receives(written("Une chose encore."))
  const submission = form.kind === "form" ? form.form.submission : ""

  await expect(world.sendsBack(submission, { how: "silent" })).rejects.toThrow(
    /n’est pas close.*un nouveau message est arrivé/,
  )

  expect(await world.ticket(1)).toMatchObject({ status: "new" })
})

test("an answer may close the ticket, once it has left", async () => {
  const world = await aTicket()

  await world.answers(1, "C’est fait.", "nadia", { close: "yes" })

  expect(await world.ticket(1)).toMatchObject({ status: "closed" })
})

test("Rouvrir makes it our turn again", async () => {
  const world = await aClosedTicket()

  await world.clicks(buttonOf(world.card(1), "Rouvrir"))

  expect(await world.ticket(1)).toMatchObject({ status: "new", closedAt: null })
  expect((await world.ticket(1)).waitingSince).toEqual(world.now())
})

test("a reply reopens a closed ticket, for whoever had it", async () => {
  const world = await aTicket()
  await world.does("ticket.take", 1, "karim")
  await world.fills("ticket.close", 1, { how: "silent" }, "karim")

  await world.receives(written("Le lien ne marche pas."))

  expect(await world.ticket(1)).toMatchObject({
    ...{ status: "open", assigneeId: world.members.karim.id, closedAt: null },
  })
})

test.for([
  "Merci !",
  "Merci beaucoup, ça marche !",
  "Bonjour Nadia,\n\nC’est parfait, merci pour votre aide.\n\nBonne journée",
  "Super, merci à vous. Bon week-end !",
  "Je vous remercie pour votre réactivité.",
  "Merci de votre aide",
  "Merci d’avoir répondu si vite",
  "Thanks a lot!",
])("thanks alone on a closed ticket is shown, and does not reopen it: « %s »", async (text) => {
  const world = await aClosedTicket()

  await world.receives(written(text))

  expect(await world.ticket(1)).toMatchObject({ status: "closed", waitingSince: null })
  expect(world.card(1).sections.at(-1)?.heading).toMatch(/^Dernier message/)
  expect(await world.journal(1)).toContain("thanked")
})

test.for([
  "Merci de me renvoyer le lien.",
  "Merci de bien vouloir me renvoyer un lien",
  "Ça ne marche pas, merci.",
  "Cela ne fonctionne plus. Merci d’avance",
  "Merci, mais le lien est expiré.",
  "Merci pour votre retour. Quand aurai-je mon badge ?",
  "Merci. Mes badges ont disparu",
  "Impossible de me connecter, merci",
  "Même problème. Merci.",
  "Merci renvoyez le lien",
  "Oui",
  "",
])("a request behind the thanks reopens it: « %s »", async (text) => {
  const world = await aClosedTicket()

  await world.receives(written(text))

  expect(await world.ticket(1)).toMatchObject({ status: "new" })
  expect((await world.ticket(1)).waitingSince).not.toBeNull()
})

test("thanks with a screenshot is more than thanks", async () => {
  const world = await aClosedTicket()
  const attachments = [{ name: "erreur.png", type: "image/png", content: "x".repeat(30_000) }]

  await world.receives({ ...written("Merci !"), attachments })

  expect(await world.ticket(1)).toMatchObject({ status: "new" })
})

test("thanks on a ticket that is not closed is a message like another", async () => {
  const world = await aTicket()
  await world.answers(1, "Voici un lien.")

  await world.receives(written("Merci !"))

  expect(await world.ticket(1)).toMatchObject({ status: "open" })
})

test("put off until a day, it comes back at 8 in the morning, in Paris", async () => {
  const world = await aTicket() // Tuesday 24 November, 10:00 in Paris
  await world.does("ticket.take", 1)

  await world.fills("ticket.snooze", 1, { until: "2026-11-26" })
  expect(await world.ticket(1)).toMatchObject({ status: "pending" })
  expect((await world.ticket(1)).snoozedUntil).toEqual(new Date("2026-11-26T07:00:00Z"))
  await world.passes(2 * 24 * 3_600 - 2 * 3_600 - 60) // Thursday, 7:59
  expect(await world.ticket(1)).toMatchObject({ status: "pending" })
  await world.passes(61)

  expect(await world.ticket(1)).toMatchObject({ status: "open", snoozedUntil: null })
  expect(await world.journal(1)).toContain("woken")
})

test("it comes back at 8 by the clock of the wall, in summer too", async () => {
  const world = await aTicket()

  await world.fills("ticket.snooze", 1, { until: "2027-07-01" })

  expect((await world.ticket(1)).snoozedUntil).toEqual(new Date("2027-07-01T06:00:00Z"))
})

test("it comes back earlier if the person writes", async () => {
  const world = await aTicket()
  await world.fills("ticket.snooze", 1, { until: "2026-12-01" })

  await world.receives(written("C’est urgent."))

  expect(await world.ticket(1)).toMatchObject({ status: "new", snoozedUntil: null })
})

test("put off just after Envoyer, it still comes back once the answer has left", async () => {
  const world = await aTicket()
  const preview = await world.previews(1, "Je regarde et reviens vers vous jeudi.")
  await world.clicks(buttonOf(preview, "Envoyer"))
  await world.fills("ticket.snooze", 1, { until: "2026-11-26" })
  await world.passes(31)
  expect(await world.ticket(1)).toMatchObject({ status: "pending" })

  await world.passes(2 * 24 * 3_600)

  expect(await world.ticket(1)).toMatchObject({ status: "open" })
})

test("closed by a colleague just after Envoyer, it stays closed once the answer has left", async () => {
  const world = await aTicket()
  const preview = await world.previews(1, "C’est fait.")
  await world.clicks(buttonOf(preview, "Envoyer"))
  await world.fills("ticket.close", 1, { how: "silent" }, "karim")

  await world.passes(31)

  expect(world.answersSent()).toHaveLength(1)
  expect(await world.ticket(1)).toMatchObject({ status: "closed" })
})

test.for(["2026-11-24", "2026-11-01", "2026-02-30", "demain", ""])(
  "it is put off to a day to come, not to « %s »",
  async (until) => {
    const world = await aTicket()

    await expect(world.fills("ticket.snooze", 1, { until })).rejects.toThrow("jour à venir")
  },
)

test("what is closed is not put off", async () => {
  const world = await aClosedTicket()

  await expect(world.fills("ticket.snooze", 1, { until: "2026-12-01" })).rejects.toThrow("Rouvrez")
})
