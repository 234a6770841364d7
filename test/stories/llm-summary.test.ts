// A long thread, summed up by a language model for who asks: each point with the words that it rests on.
import { afterAll, beforeEach, expect, test } from "vitest"
import type { Answer, Card } from "../../src/card.ts"
import type { LanguageModel } from "../../src/llm/llm.ts"
import { aMail } from "../setup/builders.ts"
import { type Manner, startLlmServer } from "../setup/llm-server.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

const FROM = "Claire Dubois <claire.dubois@vallonie.gouv.example>"
const FIRST = "first@agents.example"
const QUOTE = "Mon lien ne marche plus depuis le 12 novembre"

const server = await startLlmServer()
afterAll(() => server.close())
beforeEach(() => void server.asked.splice(0))

test("each point shows the words that it rests on; names are put back", async () => {
  const world = await aLongThread(
    points(["[PERSONNE_1] ne peut plus utiliser son lien depuis le 12 novembre.", 1, QUOTE]),
  )

  const card = cardOf(await world.clicks(buttonOf(world.card(1), "Résumer"), "karim"))

  expect(card.badges[0]?.text).toContain("vérifiez")
  expect(card.sections[0]?.text).toBe(
    `- Claire Dubois ne peut plus utiliser son lien depuis le 12 novembre. (« ${QUOTE} », reçu le 24/11/2026)`,
  )
  expect(JSON.stringify(server.asked)).not.toMatch(/dubois|ferrand/i)
  expect(await outcomes(world)).toEqual(["used"])
})

test("what the team wrote for itself is not sent", async () => {
  const world = await aLongThread(points())
  await world.fills("ticket.note", 1, { text: "Elle a rappelé, très agacée." })

  await refusal(world)

  expect(server.asked[0]?.material).toContain("Mon lien ne marche plus")
  expect(server.asked[0]?.material).not.toContain("agacée")
})

test.for<[string, Manner, string]>([
  [
    "words that nobody wrote",
    points(["Elle part.", 1, "Je quitte le ministère"]),
    "unknown source",
  ],
  ["words of another message", points(["Elle insiste.", 2, QUOTE]), "unknown source"],
  ["a message that is not there", points(["Elle insiste.", 40, QUOTE]), "unknown source"],
  ["too few words", points(["Elle insiste.", 1, "Mon"]), "unknown source"],
  [
    "a number that nobody gave",
    points(["Elle attend depuis 30 jours.", 1, QUOTE]),
    "unknown source",
  ],
  ["an invented link", points(["Voir https://mechant.example.", 1, QUOTE]), "unknown source"],
  ["a site without its scheme", points(["Voir mechant.example.", 1, QUOTE]), "unknown source"],
  ["somebody who is not there", points(["[PERSONNE_9] insiste.", 1, QUOTE]), "unknown source"],
  ["nothing", points(), "nothing"],
  ["« not now »", { fails: 429 }, "refused"],
])("the model gives %s: nothing is shown", async ([, manner, told]) => {
  const world = await aLongThread(manner)

  expect(await refusal(world)).toContain("rien donné d’utilisable")

  expect(await outcomes(world)).toEqual([told])
})

test("they write while the model reads: what it says is dropped", async () => {
  const language = server.model()
  const world: World = await aLongThread(points(["Elle insiste.", 1, QUOTE]), {
    name: language.name,
    async ask(question) {
      const reply = await language.ask(question)
      await world.app.mail.arrived(world.onServer(again("Et maintenant ?")))
      return reply
    },
  })

  await refusal(world)

  expect(await outcomes(world)).toEqual(["changed meanwhile"])
})

test("a short thread is as soon read; and without a model, no button says that there could be one", async () => {
  const [long, short] = [await aLongThread(points(), null), "Résumer"]
  expect(labels(long)).not.toContain(short)

  const world = await aWorld({ language: server.model() })
  await world.receives(aMail({ from: FROM }))
  expect(labels(world)).not.toContain("Résumer")
})

function points(...said: [texte: string, message: number, citation: string][]): Manner {
  return {
    says: { points: said.map(([texte, message, citation]) => ({ texte, message, citation })) },
  }
}

async function aLongThread(
  manner: Manner,
  language: LanguageModel | null = server.model(),
): Promise<World> {
  server.behaves(manner)
  const world = await aWorld({ language })
  const text = `Bonjour,\n\nJe suis Claire Dubois. ${QUOTE}. Pouvez-vous m’aider ?`
  await world.receives(aMail({ from: FROM, subject: "Mon lien", text, messageId: FIRST }))
  for (const n of ["Et alors ?", "Toujours rien de votre part.", "Je relance encore une fois."]) {
    await world.receives(again(n))
  }
  await world.answers(1, "Essayez ce nouveau lien, il fonctionne.")
  return world
}

function again(text: string) {
  return aMail({ from: FROM, inReplyTo: FIRST, subject: "Re: Mon lien", text })
}

async function refusal(world: World): Promise<string> {
  try {
    await world.does("ticket.summary", 1)
  } catch (error) {
    return String(error)
  }
  throw new Error("something was shown")
}

function cardOf(answer: Answer): Card {
  if (answer.kind !== "whisper") throw new Error("no card")
  return answer.card
}

function labels(world: World): string[] {
  return world.card(1).buttons.map(({ label }) => label)
}

async function outcomes({ prisma }: World): Promise<string[]> {
  const made = await prisma.llmRequest.findMany({ orderBy: { id: "asc" } })
  return made.map(({ outcome }) => outcome)
}
