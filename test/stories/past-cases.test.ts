// Each answer that the team sent is a test of the cards: who changes one is told which past answers would change.
import { expect, test } from "vitest"
import { readFaq } from "../../adapters/prompts/faq.ts"
import type { Answer } from "../../src/card.ts"
import { starts } from "../setup/answer-cards.ts"
import { aMail } from "../setup/builders.ts"
import { OUR_CARDS } from "../setup/our-cards.ts"
import { aWorld, type World } from "../setup/world.ts"

const { entries } = readFaq()
const CARD = "mot-de-passe-oublie"
const TITLE = entries.find(({ id }) => id === CARD)?.title

test("a change that takes a card away from a request that it answered is told before anything is saved", async () => {
  const world = await withPastAnswer()

  const told = await changes(world, {
    title: "Le règlement de la cantine",
    questions: "où manger à midi\nmenu de la cantine\nprix du repas",
    body: "Le self ouvre à midi.",
  })

  expect(told).toMatch(/^1\s*vérifiée : 1\s*réponse proposée change, dont 1 que l’équipe avait/)
  expect(told).toMatch(`#1 Mot de passe oublié : « ${TITLE} », puis `)
  expect((await world.store.storedEntry(CARD))?.title).toBe(TITLE)
})

test("a change that changes no past answer says so, and how many were looked at", async () => {
  const world = await withPastAnswer()

  const told = await changes(world, { body: "Cliquez sur « Mot de passe oublié »." })

  expect(told).toMatch(/^1\s*vérifiée : aucune réponse proposée ne change\.$/)
})

test("a change that search does not read is not looked into", async () => {
  const world = await withPastAnswer()

  expect(await changes(world, { source: "Le guide de Mentor" })).toBeUndefined()
})

test("without any answer sent yet, the preview says nothing of past ones", async () => {
  const world = await aWorld({ faq: OUR_CARDS })
  await starts(world, entries)

  expect(await changes(world, { body: "Autre chose." })).toBeUndefined()
})

async function withPastAnswer(): Promise<World> {
  const world = await aWorld({ faq: OUR_CARDS })
  await starts(world, entries)
  const text = "Bonjour, j’ai oublié mon mot de passe. Comment en choisir un autre ?"
  await world.receives(aMail({ subject: "Mot de passe oublié", text }))
  const sent = { ticketId: 1, entryId: CARD, category: "mot-de-passe", what: "same" }
  await world.prisma.outcome.create({
    data: { ...sent, at: world.needs.clock(), isEligible: true, lacks: [] },
  })
  return world
}

/** What the preview of the card says of past requests. */
async function changes(world: World, values: Record<string, string>): Promise<string | undefined> {
  const { submission, inputs } = formOf(await world.does("entry.edit", CARD))
  const typed = Object.fromEntries(inputs.map(({ name, value }) => [name, value]))
  const preview = await world.sendsBack(submission, { ...typed, ...values })
  if (preview.kind !== "whisper") throw new Error("no preview")
  return preview.card.fields.find(({ label }) => label === "Demandes passées")?.text
}

function formOf(answer: Answer) {
  if (answer.kind !== "form") throw new Error("no form")
  return answer.form
}
