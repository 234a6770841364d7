// Several people have the same trouble: one card for all, one answer for each, and a banner for those to come.
import { expect, test } from "vitest"
import type { Card } from "../../src/card.ts"
import { aMail } from "../setup/builders.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

const BLANK = [
  "Bonjour,\n\nJ’ai une page blanche sur Mentor après la connexion depuis ce matin.",
  "Bonjour, impossible d’accéder à mes formations : une page blanche s’affiche après connexion.",
  "Une page blanche à la connexion, pouvez-vous m’aider ?",
  "Bonjour, toujours une page blanche quand la connexion est faite.",
]
const THE_FOURTH = [false, false, false, true, false]
const NAMES = ["Claire Durand", "Paul Martin", "Inès Faure", "Hugo Bernard", "Léa Petit"]

test("three people who write the same within two hours make one incident, and the card says why", async () => {
  const world = await aWorld()

  await blankPages(world, 2)
  const before = [...world.chat.posts.keys()]
  await blankPages(world, 1, 2)

  expect(before).not.toContain("incident 1")
  const card = world.chat.card("incident 1")
  expect(card.title).toMatch(/^Incident n° 1 : /)
  expect(fieldOf(card, "Pourquoi")).toMatch(/^3 personnes en deux heures.*« page ».*« blanche »/)
  expect(fieldOf(card, "Demandes").split("\n")).toHaveLength(3)
  for (const id of [1, 2, 3]) expect(fieldOf(world.card(id), "Incident")).toMatch(/^n° 1 : /)
})

test("the next one joins it, and its acknowledgement begins with the banner", async () => {
  const world = await aWorld()
  await blankPages(world, 3)
  await banner(world, "Une panne touche la connexion. Nous y travaillons.")

  await blankPages(world, 1, 3)
  await world.receives(aMail({ subject: "Attestation", text: "Où est mon attestation de stage ?" }))

  expect(world.chat.card("incident 1").fallback).toContain("4 demandes")
  const texts = world.acknowledgements().map(({ text }) => text)
  expect(texts.map((text) => text.includes("Une panne touche"))).toEqual(THE_FOURTH)
  expect(texts[3]).toMatch(/^Bonjour,\n\nUne panne touche.*\n\nNous avons bien reçu/)
})

test.each([
  ["the same person three times", { from: "Claire Durand <claire@vallonie.gouv.example>" }, 0],
  ["over more than two hours", {}, 3 * 3_600],
])("no incident is made of what comes from %s", async (_, mail, between) => {
  const world = await aWorld()

  for (const n of [0, 1, 2]) {
    await world.receives(aMail({ ...blank(n), ...mail }))
    await world.passes(between)
  }

  expect(await world.prisma.incident.count()).toBe(0)
})

test("nor of three people who ask different things of the same category", async () => {
  const world = await aWorld()

  for (const [n, text] of [
    "Mon lien d’activation a expiré.",
    "Je n’ai jamais reçu le courriel pour activer mon compte.",
    "Comment se passe une première connexion ?",
  ].entries()) {
    await world.receives(aMail({ from: from(n), subject: "Activation", text }))
  }

  expect(await world.prisma.incident.count()).toBe(0)
})

test("copies that look at the same moment open one incident", async () => {
  const world = await aWorld()
  await blankPages(world, 3)
  await world.prisma.incident.deleteMany()

  await Promise.all(
    [1, 2, 3, 1, 2, 3].map((ticketId) => world.app.jobs["ticket.acknowledge"]({ ticketId })),
  )

  expect(await world.prisma.incident.findMany()).toMatchObject([{ key: "ticket 1" }])
  expect(await world.prisma.incidentTicket.count()).toBe(3)
})

test("copies that look from both ends of a chain of likenesses open one incident too", async () => {
  const world = await aWorld()
  const middle = "Le cadenas rouge, puis le sablier vert."
  for (const [n, text] of [
    "Le cadenas rouge et un tournevis.",
    ...[middle, middle],
    "Un sablier vert et un marteau.",
  ].entries()) {
    await world.receives(aMail({ from: from(n), subject: "Bonjour", text }))
    await world.fills("ticket.category", n + 1, { category: "progression", priority: "normal" })
  }
  await world.prisma.incident.deleteMany()

  await Promise.all([1, 4].map((ticketId) => world.app.jobs["ticket.acknowledge"]({ ticketId })))

  expect(await world.prisma.incident.count()).toBe(1)
  expect(await world.prisma.incidentTicket.count()).toBe(4)
})

test("a member takes a ticket out, and the bot does not put it back; puts another in; declares one", async () => {
  const world = await aWorld()
  await blankPages(world, 3)
  await world.receives(aMail({ from: from(4), subject: "Attestation", text: "Où est-elle ?" }))

  await world.fills("ticket.incident", 3, { incident: "none" })
  await world.app.jobs["ticket.acknowledge"]({ ticketId: 3 })
  await world.fills("incident.edit", 1, {
    title: "Page blanche",
    banner: "",
    add: "#4",
    remove: "2",
  })
  await world.fills("ticket.incident", 2, { incident: "new", title: "Autre panne", key: "k" })
  await world.fills("ticket.incident", 2, { incident: "new", title: "Autre panne", key: "k" })

  expect(fieldOf(world.chat.card("incident 1"), "Demandes")).toMatch(/^#1 .*\n#4 /)
  expect(fieldOf(world.card(3), "Incident")).toBe("")
  expect(fieldOf(world.card(2), "Incident")).toBe("n° 2 : Autre panne")
  expect(await world.prisma.incident.count()).toBe(2)
  expect(await world.journal(3)).toContain("left an incident (Nadia Ferrand)")
})

test("one text answers them all: each alone, in their own thread, by their first name", async () => {
  const world = await aWorld()
  await blankPages(world, 3)

  const preview = await previews(world, "Bonjour {{prenom}},\n\nC’est réparé ({{numero}}).")
  const before = world.answersSent().length
  await world.clicks(buttonOf(preview, "Envoyer (3)"))
  const again = await world.clicks(buttonOf(preview, "Envoyer (3)"))
  await world.passes(31)

  expect(preview.buttons[0]?.confirm).toBe("Envoyer ce message à 3 personnes ?")
  expect(fieldOf(preview, "Destinataires").split("\n")).toHaveLength(3)
  expect(preview.sections[0]?.text).toBe("Bonjour Claire,\n\nC’est réparé (Mentor #1).")
  expect(before).toBe(0)
  expect(again).toMatchObject({ kind: "done", text: expect.stringContaining("déjà partis") })
  const sent = world.answersSent()
  expect(sent.map(({ to, cc }) => to.length + cc.length)).toEqual([1, 1, 1])
  expect(new Set(sent.map(({ text }) => text.split(",")[0]))).toEqual(
    new Set(["Bonjour Claire", "Bonjour Paul", "Bonjour Inès"]),
  )
  expect(sent.every(({ inReplyTo }) => inReplyTo !== null)).toBe(true)
  expect(await world.ticket(2)).toMatchObject({ status: "pending" })
  expect(fieldOf(world.chat.card("incident 1"), "Réponse à tous")).toBe("3 sur 3 écrits")
})

test("taken back within 30 seconds, nobody receives it, and the text can be taken up again", async () => {
  const world = await aWorld()
  await blankPages(world, 3)
  const preview = await previews(world, "C’est réparé.")
  await world.clicks(buttonOf(preview, "Envoyer (3)"))

  const undone = await world.clicks(
    buttonOf(world.chat.card("incident 1"), "Annuler l’envoi à tous"),
  )
  await world.passes(60)

  expect(world.answersSent()).toEqual([])
  expect(fieldOf(world.chat.card("incident 1"), "Réponse à tous")).toBe("envoi annulé")
  const form = await world.clicks(undone.kind === "done" ? (undone.undo?.action ?? "") : "")
  expect(form.kind === "form" && form.form.inputs[0]?.value).toBe("C’est réparé.")
})

test("those that changed since the preview are left out, and said", async () => {
  const world = await aWorld()
  await blankPages(world, 3)
  const preview = await previews(world, "C’est réparé.", { close: "yes" })

  await world.receives(
    aMail({
      from: from(1),
      subject: "RE: [Mentor #2]",
      text: "En fait, cela touche mes collègues.",
    }),
  )
  await world.does("ticket.close", 3)
  await world.fills("ticket.close", 3, { how: "silent" })
  await world.clicks(buttonOf(preview, "Envoyer (3)"))
  await world.passes(31)

  expect(world.answersSent()).toHaveLength(1)
  expect(fieldOf(world.chat.card("incident 1"), "Réponse à tous")).toBe(
    "1 sur 3 écrits · #2 : laissée de côté, il y a du nouveau · #3 : laissée de côté, close entre-temps",
  )
  expect(await world.ticket(1)).toMatchObject({ status: "closed" })
  expect(await world.ticket(2)).toMatchObject({ status: "new" })
})

test("a job that was cut goes on with those that are left, and writes to nobody twice", async () => {
  const world = await aWorld()
  await blankPages(world, 3)
  await world.clicks(buttonOf(await previews(world, "C’est réparé."), "Envoyer (3)"))
  await world.passes(31)

  await world.prisma.groupRecipient.updateMany({ data: { outcome: "waiting" } })
  await world.app.jobs["incident.write"]({ replyId: 1 })
  await world.passes(31)

  expect(world.answersSent()).toHaveLength(3)
})

test("closing the incident proposes to answer those left; later acknowledgements have no banner", async () => {
  const world = await aWorld()
  await blankPages(world, 3)
  await banner(world, "Une panne touche la connexion.")
  await world.fills("ticket.close", 1, { how: "silent" })

  const closed = await world.does("incident.close", 1)
  await blankPages(world, 1, 3)

  const card = closed.kind === "whisper" ? closed.card : null
  expect(card?.fields[0]?.text).toContain("2 demandes de cet incident ne sont pas closes")
  expect(card?.buttons.map(({ label }) => label)).toEqual(["Répondre à tous", "Rouvrir l’incident"])
  expect(fieldOf(world.card(2), "Incident")).toMatch(/ \(clos\)$/)
  expect(world.acknowledgements().at(-1)?.text).not.toContain("Une panne touche")
  expect(await world.store.bannerFor(2)).toBe("")
  expect(await world.prisma.incidentTicket.count()).toBe(3)
})

test("a reader declares nothing and answers nobody; a word that nothing fills is refused", async () => {
  const world = await aWorld()
  await blankPages(world, 3)

  await expect(world.does("ticket.incident", 1, "solene")).rejects.toThrow("Votre rôle")
  await expect(world.does("incident.reply", 1, "solene")).rejects.toThrow("Votre rôle")
  await expect(world.does("incident.close", 1, "solene")).rejects.toThrow("Votre rôle")
  await expect(previews(world, "Bonjour {{nom}}")).rejects.toThrow("{{nom}}")
})

test("where little is shown of a request, the card of the incident shows no more", async () => {
  const world = await aWorld({ cardDetail: { fake: "minimal" } })

  await blankPages(world, 3)

  const shown = JSON.stringify(world.chat.card("incident 1"))
  expect(shown).not.toMatch(/blanche|Claire/)
  expect(shown).toContain("#1 (nouvelle)")
})

function from(n: number): string {
  const name = NAMES[n] ?? ""
  return `${name} <agent${n}@vallonie.gouv.example>`
}

function blank(n: number): Parameters<typeof aMail>[0] {
  return { from: from(n), subject: "Page blanche", text: BLANK[n] ?? "" }
}

async function blankPages(world: World, count: number, after = 0): Promise<void> {
  for (let n = after; n < after + count; n += 1) await world.receives(aMail(blank(n)))
}

async function banner(world: World, text: string): Promise<void> {
  await world.fills("incident.edit", 1, { title: "Panne de connexion", banner: text })
}

async function previews(
  world: World,
  text: string,
  values: Record<string, string> = {},
): Promise<Card> {
  const answer = await world.fills("incident.reply", 1, { text, ...values })
  if (answer.kind !== "whisper") throw new Error("there is no preview")
  return answer.card
}

function fieldOf(card: Card, label: string): string {
  return card.fields.find((field) => field.label === label)?.text ?? ""
}
