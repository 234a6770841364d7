// Each request that the team classed is a test of the lexicon: who changes it is told which would be sorted otherwise.
import { expect, test } from "vitest"
import { openTrainer } from "../../adapters/prompts/trainer.ts"
import type { Card } from "../../src/card.ts"
import { aMail } from "../setup/builders.ts"
import { aWorld, PROMPTS, type World } from "../setup/world.ts"

const FORGOTTEN = "Bonjour, j’ai oublié mon mot de passe. Comment en choisir un autre ?"
/** As if somebody had taken all that speaks of passwords out of prompts/. */
const WITHOUT_PASSWORDS = {
  lexicon: {
    ...PROMPTS.lexicon,
    categories: PROMPTS.lexicon.categories.map((one) =>
      one.id === "mot-de-passe" ? { ...one, phrases: [] } : one,
    ),
  },
  examples: PROMPTS.examples.filter(({ category }) => category !== "mot-de-passe"),
}

test("a lexicon that sorts past requests worse is told to the team, with which ones", async () => {
  const world = await withDecidedRequest()

  await startsWith(world, WITHOUT_PASSWORDS)

  const card = comparison(world)
  expect(card?.title).toBe("Le lexique a changé : à vérifier")
  expect(card?.fields[0]?.text).toMatch(/^1\s*relue avec le nouveau lexique, 1 moins bien triée$/)
  expect(card?.sections[0]?.text).toMatch(/^#1 Mon accès : « .+ », et non plus « Mot de passe »$/)
})

test("the first lexicon of all, and one that changes no request, are told to nobody", async () => {
  const world = await withDecidedRequest()
  const [first, ...others] = PROMPTS.examples
  if (!first) throw new Error("no examples")

  await startsWith(world, { ...PROMPTS, examples: [...others, first] })

  expect(comparison(world)).toBeUndefined()
  expect(await world.journal(null)).toContain("lexicon compared")
})

test("the same lexicon is told once, whatever copies are started with it", async () => {
  const world = await withDecidedRequest()

  await startsWith(world, WITHOUT_PASSWORDS)
  await startsWith(world, WITHOUT_PASSWORDS)

  const told = (await world.journal(null)).filter((line) => line === "lexicon compared")
  expect(told).toHaveLength(1)
})

test("a chat that was away is told when it is back, and the journal has one line", async () => {
  const world = await withDecidedRequest()
  world.chat.answer = () => {
    throw new Error("the chat is away")
  }
  await startsWith(world, WITHOUT_PASSWORDS)
  const untold = comparison(world)

  world.chat.answer = () => {}
  await world.passes(3_600)

  expect(untold).toBeUndefined()
  expect(comparison(world)?.title).toBe("Le lexique a changé : à vérifier")
  const lines = (await world.journal(null)).filter((line) => line === "lexicon compared")
  expect(lines).toHaveLength(1)
})

async function withDecidedRequest(): Promise<World> {
  const world = await aWorld()
  await world.receives(aMail({ subject: "Mon accès", text: FORGOTTEN }))
  await world.fills("ticket.category", 1, { category: "mot-de-passe", priority: "normal" })
  await world.ticks()
  return world
}

/** The bot stops, and starts again with another prompts/. */
async function startsWith(world: World, prompts: typeof PROMPTS): Promise<void> {
  const trainer = openTrainer(prompts)
  const { lexicon } = prompts
  await world.startsAgain({ trainer, sorter: trainer.sorter, lexicon })
}

function comparison({ chat }: World): Card | undefined {
  return [...chat.posts].find(([key]) => key.startsWith("lessons"))?.[1]
}
