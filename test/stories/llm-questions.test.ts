// A language model proposes questions for an answer card; they go through the preview that all changes of cards go through.
import { afterAll, beforeEach, expect, test } from "vitest"
import type { Answer, Card } from "../../src/card.ts"
import { anEntry } from "../setup/an-entry.ts"
import { starts } from "../setup/answer-cards.ts"
import { type Manner, startLlmServer } from "../setup/llm-server.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

const QUOTE = "Demandez-le à l’accueil"

const server = await startLlmServer()
afterAll(() => server.close())
beforeEach(() => void server.asked.splice(0))

test("the new ones are previewed, and saved only by a second click", async () => {
  const world = await withCard(
    questions(["à qui demander un badge", QUOTE], ["Badge perdu ?", QUOTE]),
  )

  const preview = cardOf(await world.does("entry.questions", "badge", "karim"))

  expect(preview.badges.map(({ text }) => text)).toContain(
    "Écrit par un modèle de langue : vérifiez",
  )
  // « badge perdu » is known already.
  expect(preview.fields[0]).toEqual({
    label: "Questions ajoutées",
    text: "à qui demander un badge",
  })
  expect(await questionsOf(world)).toHaveLength(3)
  await world.clicks(buttonOf(preview, "Enregistrer"), "karim")
  expect(await questionsOf(world)).toContain("à qui demander un badge")
  const [request] = await world.prisma.llmRequest.findMany()
  expect(request).toMatchObject({ task: "questions", entryId: "badge", outcome: "used" })
})

test.for<[string, Manner, string]>([
  [
    "a question that the card does not answer",
    questions(["où dormir", "Dormez ici"]),
    "unknown source",
  ],
  ["a number that is not in the card", questions(["badge en 48 h ?", QUOTE]), "unknown source"],
  ["a link", questions(["voir www.mechant.example", QUOTE]), "unknown source"],
  ["an address", questions(["écrire à paul@x.example ?", QUOTE]), "unknown source"],
  ["somebody’s name", questions(["le badge de M. Martin", QUOTE]), "unknown source"],
  ["what the card knows already", questions(["Badge  perdu !", QUOTE]), "nothing"],
  ["an error", { fails: 400 }, "refused"],
])("the model proposes %s: nothing is previewed", async ([, manner, told]) => {
  const world = await withCard(manner)

  await expect(world.does("entry.questions", "badge")).rejects.toThrow("aucune question nouvelle")

  expect((await world.prisma.llmRequest.findMany()).map(({ outcome }) => outcome)).toEqual([told])
})

test("a colleague changes the card while the model thinks: its questions are dropped", async () => {
  const language = server.model()
  server.behaves(questions(["à qui demander un badge", QUOTE]))
  const world: World = await aWorld({
    language: {
      name: language.name,
      async ask(question) {
        const reply = await language.ask(question)
        await world.does("entry.validate", "1-badge", "nadia")
        return reply
      },
    },
  })
  await starts(world, [anEntry()])

  await expect(world.does("entry.questions", "badge", "karim")).rejects.toThrow("aucune question")
})

test("who only reads may not ask", async () => {
  const world = await withCard(questions(["à qui demander un badge", QUOTE]))

  await expect(world.does("entry.questions", "badge", "solene")).rejects.toThrow()

  expect(server.asked).toEqual([])
})

test("without a model, nobody may ask", async () => {
  const world = await aWorld()
  await starts(world, [anEntry()])

  await expect(world.does("entry.questions", "badge")).rejects.toThrow("Aucun modèle de langue")
})

async function withCard(manner: Manner): Promise<World> {
  server.behaves(manner)
  const world = await aWorld({ language: server.model() })
  await starts(world, [anEntry()])
  return world
}

function questions(...proposed: [question: string, citation: string][]): Manner {
  return { says: { questions: proposed.map(([question, citation]) => ({ question, citation })) } }
}

async function questionsOf({ store }: World): Promise<string[]> {
  return (await store.storedEntry("badge"))?.questions ?? []
}

function cardOf(answer: Answer): Card {
  if (answer.kind !== "whisper") throw new Error("no card")
  return answer.card
}
