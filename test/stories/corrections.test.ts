// The bot learns from the team: what a person says of a category is kept, and what nobody contradicts counts for half.
import { expect, test } from "vitest"
import type { Answer } from "../../src/card.ts"
import { CATEGORIES } from "../../src/triage/categories.ts"
import { aMail } from "../setup/builders.ts"
import { aWorld, type World } from "../setup/world.ts"

const FORGOTTEN = { subject: "Mot de passe oublié", text: "Je l’ai perdu." }

test("the form offers the thirteen categories in French, the present one and the second guess first", async () => {
  const world = await aWorld()
  await world.receives(aMail(FORGOTTEN))
  const { triage } = await world.store.ticket(1).then((ticket) => ticket ?? { triage: null })

  const options = optionsOf(await world.does("ticket.category", 1), "category")

  expect(options.slice(0, 2).map(({ value }) => value)).toEqual(["mot-de-passe", triage?.second])
  expect(options.map(({ value }) => value).sort()).toEqual([...CATEGORIES].sort())
  expect(options[0]?.label).toBe("Mot de passe")
})

test("a correction is kept as a lesson, written in the history, and shown on every chat", async () => {
  const world = await aWorld({ chats: ["fake", "other"] })
  await world.receives(aMail(FORGOTTEN))

  const answer = await world.fills("ticket.category", 1, {
    ...{ category: "activation", priority: "high" },
  })

  expect(await world.store.decisionsOf(1)).toMatchObject([
    { category: "activation", proposed: "mot-de-passe", weight: 1, memberId: 1 },
  ])
  expect(await world.journal(1)).toContain("category changed (Nadia Ferrand)")
  expect(answer).toMatchObject({
    text: expect.stringContaining("Activation du compte, prioritaire"),
  })
  for (const chat of world.chats) {
    expect(field(chat.card("ticket 1"), "Catégorie")).toBe(
      "Activation du compte, choisie par l’équipe ; le bot proposait « Mot de passe »",
    )
    expect(chat.card("ticket 1").badges.map(({ text }) => text)).toContain("Prioritaire")
  }
})

test("what was changed is undone by changing it again: the last word counts", async () => {
  const world = await aWorld()
  await world.receives(aMail(FORGOTTEN))

  await corrects(world, "activation")
  await corrects(world, "mot-de-passe")

  expect(await world.ticket(1)).toMatchObject({ category: "mot-de-passe", priority: "normal" })
  expect(field(world.card(1), "Tri proposé")).toContain("Mot de passe")
  expect((await world.store.decisionsOf(1)).map(({ category }) => category)).toEqual([
    ...["activation", "mot-de-passe"],
  ])
})

test("the same form twice, or by two people at once, is one lesson", async () => {
  const world = await aWorld()
  await world.receives(aMail(FORGOTTEN))

  await Promise.all([
    ...[corrects(world, "activation"), corrects(world, "activation")],
    world.fills("ticket.category", 1, { category: "activation", priority: "normal" }, "karim"),
  ])

  expect(await world.store.decisionsOf(1)).toHaveLength(1)
})

test.for([
  ["autre-chose", "normal"],
  ["activation", "urgent"],
  ["", ""],
])("« %s », « %s »: what is not in the lists changes nothing", async ([category, priority]) => {
  const world = await aWorld()
  await world.receives(aMail(FORGOTTEN))

  const change = world.fills("ticket.category", 1, {
    category: `${category}`,
    priority: `${priority}`,
  })

  await expect(change).rejects.toThrow("de la liste")
  expect(await world.ticket(1)).toMatchObject({ category: "mot-de-passe", version: 2 })
})

test("whoever may only read corrects nothing", async () => {
  const world = await aWorld()
  await world.receives(aMail(FORGOTTEN))

  await expect(world.does("ticket.category", 1, "solene")).rejects.toThrow("Votre rôle")
  await expect(corrects(world, "activation", "solene")).rejects.toThrow("Votre rôle")
  expect(await world.store.decisionsOf(1)).toEqual([])
})

test("nobody changes a decision, and it goes with its request", async () => {
  const world = await aWorld()
  await world.receives(aMail(FORGOTTEN))
  await corrects(world, "activation")

  const change = world.prisma.decision.updateMany({ data: { category: "autre" } })
  await expect(change).rejects.toThrow("append-only")

  await world.database.pool.query('TRUNCATE "JournalEntry"')
  await world.prisma.message.deleteMany()
  await world.prisma.mail.deleteMany()
  await world.prisma.posting.deleteMany()
  await world.prisma.ticket.deleteMany()
  expect(await world.prisma.decision.count()).toBe(0)
})

function corrects(world: World, category: string, by: "nadia" | "solene" = "nadia") {
  return world.fills("ticket.category", 1, { category, priority: "normal" }, by)
}

function optionsOf(answer: Answer, name: string) {
  const input = answer.kind === "form" && answer.form.inputs.find((known) => known.name === name)
  return input && input.kind === "select" ? input.options : []
}

function field(card: ReturnType<World["card"]>, label: string): string | undefined {
  return card.fields.find((known) => known.label === label)?.text
}
