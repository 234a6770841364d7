// What a card shows: all that the team needs, redrawn whole from state, and nothing hostile.
import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld, type World } from "../setup/world.ts"

const DAY = 24 * 3_600

const field = (world: World, label: string, ticket = 1) =>
  world.card(ticket).fields.find((known) => known.label === label)?.text

test("it shows who asks, what, since when, for how long, what we think of it, and what may be done", async () => {
  const world = await aWorld()

  await world.receives(
    aMail({
      attachments: [{ name: "capture.png", type: "image/png", content: "x".repeat(2_048) }],
    }),
  )

  const card = world.card(1)
  expect(card).toMatchObject({
    ...{ title: "Mentor #1 — Lien d’activation expiré", ticket: 1, tone: "info" },
    fallback: "Mentor #1 — Lien d’activation expiré (Nouvelle)",
    badges: [{ text: "Nouvelle" }],
    sections: [
      {
        heading: "Ce que la personne a écrit",
        text: "Bonjour,\n\nMon lien d’activation a expiré.",
      },
    ],
  })
  expect(field(world, "Demandeur")).toBe("Claire D. · vallonie.gouv.example (service public)")
  expect(field(world, "Reçue")).toMatch(
    /^mardi 24 novembre à 10\s*h\s*00 \(délai annoncé : 2\s*jours ouvrés\)$/u,
  )
  expect(field(world, "En charge")).toBe("Personne pour l’instant")
  expect(field(world, "Tri proposé")).toMatch(/^Activation du compte · Reconnu dans le message : /)
  expect(field(world, "Pièces jointes")).toMatch(/^capture\.png \(2\s*ko\)$/u)
  expect(card.buttons.map(({ label }) => label)).toEqual([
    ...["Je prends", "Répondre", "Clore", "Ajouter une note", "Transmettre"],
    ...[
      "Rediriger vers un service",
      "Reporter",
      "Incident",
      "Réunir",
      "Changer la catégorie",
      "Corriger le demandeur",
    ],
  ])
})

test("little is shown of who asks: first name, initial and domain, never the address", async () => {
  const world = await aWorld()

  await world.receives(aMail({ from: "DURAND Claire <claire.durand@vallonie.gouv.example>" }))

  const text = JSON.stringify(world.card(1))
  expect(text).toContain("Claire D.")
  expect(text).not.toMatch(/durand/i)
})

test.for([
  ["claire@vallonie.gouv.example", "service public"],
  ["claire@gmail.com", "messagerie personnelle"],
  ["claire@gmial.com", "adresse sans doute mal écrite"],
  ["claire@entreprise.example", "domaine inconnu"],
] as const)("the domain of %s: %s", async ([address, verdict]) => {
  const world = await aWorld()

  await world.receives(aMail({ from: `Claire Durand <${address}>` }))

  expect(field(world, "Demandeur")).toContain(`(${verdict})`)
})

test("it names earlier tickets of the same person, with their state", async () => {
  const world = await aWorld()
  await world.receives(aMail({ subject: "Badge perdu" }))
  await world.fills("ticket.close", 1, { how: "silent" })

  await world.receives(aMail())

  expect(field(world, "Demandes précédentes", 2)).toBe("Mentor #1 Badge perdu (close)")
})

test("a reason makes it a priority, and the card says which", async () => {
  const world = await aWorld()

  await world.receives(aMail({ text: "La session commence demain et mon lien est expiré." }))

  expect(world.card(1).badges).toContainEqual({ text: "Prioritaire", tone: "warning" })
  expect(field(world, "Tri proposé")).toContain("Prioritaire : une échéance très proche")
})

test("the tone of the words makes nothing a priority", async () => {
  const world = await aWorld()

  await world.receives(
    aMail({ subject: "INADMISSIBLE !!!", text: "C’EST UNE HONTE !!! LIEN MORT" }),
  )

  expect(await world.ticket(1)).toMatchObject({ priority: "normal" })
})

test("it says how late we are: nothing at 2 working days, an alarm at 3, red at 5", async () => {
  const world = await aWorld()
  await world.receives(aMail()) // Tuesday
  const late = () => ({
    tone: world.card(1).tone,
    badges: world
      .card(1)
      .badges.slice(1)
      .map(({ text }) => text.replace(/\s/gu, " ")),
  })

  await world.passes(2 * DAY) // Thursday
  expect(late()).toEqual({ tone: "info", badges: [] })
  await world.passes(DAY) // Friday
  expect(late()).toEqual({ tone: "warning", badges: ["Attend depuis 3 jours ouvrés"] })
  await world.passes(2 * DAY) // Sunday: no working day more
  expect(late()).toEqual({ tone: "warning", badges: ["Attend depuis 3 jours ouvrés"] })
  await world.passes(2 * DAY) // Tuesday

  expect(late()).toEqual({ tone: "error", badges: ["Attend depuis 5 jours ouvrés"] })
})

test("public holidays do not make us late", async () => {
  const world = await aWorld()
  await world.passes(29 * DAY) // Wednesday 23 December
  await world.receives(aMail())

  await world.passes(4 * DAY + 3_600) // Sunday 27: Thursday only counts, Friday is Christmas
  expect(world.card(1).badges).toHaveLength(1)
  await world.passes(2 * DAY) // Tuesday 29

  expect(world.card(1).badges.at(-1)?.text).toMatch(/^Attend depuis 3\s*jours ouvrés$/u)
})

test("once answered, nobody waits: the lateness goes", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.passes(7 * DAY)

  await world.answers(1, "Voici un lien.")

  expect(world.card(1)).toMatchObject({
    ...{ tone: "neutral", badges: [{ text: "En attente de l’agent" }] },
  })
  expect(field(world, "Envoi")).toMatch(/^réponse envoyée mardi 1er décembre à /)
})

test("a long text is cut at a word, and says so", async () => {
  const world = await aWorld()
  const text = "J’ai essayé plusieurs fois de me connecter. ".repeat(60).trim()

  await world.receives(aMail({ text }))

  const shown = world.card(1).sections[0]?.text ?? ""
  expect(shown).toMatch(/… \(suite dans la demande\)$/)
  const kept = shown.replace(/… \(suite dans la demande\)$/, "")
  expect(text.startsWith(kept)).toBe(true)
  expect(text.charAt(kept.length)).toMatch(/\s/)
  expect(kept.length).toBeGreaterThan(600)
})

test("a word without end is cut too, never in the middle of a character", async () => {
  const world = await aWorld()

  await world.receives(aMail({ text: `a${"😀".repeat(3_000)}` }))

  const shown = world.card(1).sections[0]?.text ?? ""
  expect(shown.length).toBeLessThan(800)
  expect(shown.isWellFormed()).toBe(true)
})

test("what is hostile stays text: the card says it as it was written", async () => {
  const world = await aWorld()
  const text = "<script>alert(1)</script> **gras** @everyone [lien](javascript:alert(1))"

  await world.receives(aMail({ subject: text, text }))

  expect(world.card(1).sections[0]?.text).toBe(text)
  expect(world.card(1).title).toBe(`Mentor #1 — ${text}`)
})

test("signature logos are not attachments, and many attachments are counted", async () => {
  const world = await aWorld()
  const attachments = Array.from({ length: 8 }, (_, n) => ({
    ...{ name: `page-${n}.pdf`, type: "application/pdf", content: "x".repeat(300_000) },
  }))

  await world.receives(aMail({ attachments }))

  expect(field(world, "Pièces jointes")).toMatch(
    /^page-0\.pdf \(293\s*ko\), .*page-4\.pdf \(293\s*ko\), et 3\s*autres$/u,
  )
})

test("a mail without words shows its quote, a mail without subject says so", async () => {
  const world = await aWorld()

  await world.receives(aMail({ subject: "", text: "> mon lien de confirmation ne marche pas" }))

  expect(world.card(1).title).toBe("Mentor #1 — (sans objet)")
  expect(world.card(1).sections[0]?.text).toContain("mon lien de confirmation ne marche pas")
})

test("every button of every card is an action of at most 100 characters", async () => {
  const world = await aWorld()
  await world.prisma.$executeRaw`ALTER SEQUENCE "Ticket_id_seq" RESTART WITH 999999990`
  await world.receives(aMail())
  const id = 999_999_990
  const cards = [world.card(id), await world.previews(id, "Bonjour")]
  await world.does("ticket.take", id)
  cards.push(world.card(id))
  await world.fills("ticket.close", id, { how: "silent" })
  cards.push(world.card(id))

  const actions = cards.flatMap(({ buttons }) => buttons.map(({ action }) => action))

  expect(actions.length).toBeGreaterThanOrEqual(20)
  for (const action of actions) expect(action).toMatch(/^[a-z]+\.[a-z]+:\d+:\d+$/)
  for (const action of actions) expect(action.length).toBeLessThanOrEqual(100)
})

test("two redraws that overtake each other leave the newest card", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const { chat } = world.chat
  const { update } = chat
  const [onItsWay, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  chat.update = async (post, card) => {
    chat.update = update
    onItsWay.resolve()
    await gate.promise
    await update(post, card)
  }
  const slow = world.app.jobs["ticket.announce"]({ ticketId: 1 })
  await onItsWay.promise

  await world.does("ticket.take", 1, "karim")
  gate.resolve()
  await slow

  expect(field(world, "En charge")).toBe("Karim Lenoir")
})

test("the same card is shown on every chat of the team, whoever acted where", async () => {
  const world = await aWorld({ chats: ["console", "fake"] })
  await world.receives(aMail())

  await world.does("ticket.take", 1, "karim")

  const [first, second] = world.chats.map((chat) => chat.card("ticket 1"))
  expect(first).toEqual(second)
  expect(first?.fields).toContainEqual({ label: "En charge", text: "Karim Lenoir" })
})
