// The answer cards live in the database: what files say, what members change, and nothing is lost.
import { expect, test } from "vitest"
import { readFaq } from "../../adapters/prompts/faq.ts"
import type { FaqPort } from "../../src/faq/found.ts"
import { anEntry } from "../setup/an-entry.ts"
import { historyOf, starts } from "../setup/answer-cards.ts"
import { aWorld, type World } from "../setup/world.ts"

const MINUTE = 60
const DAY = 24 * 60 * MINUTE

test("at the first start each card of the files is kept, to validate, as its first version", async () => {
  const world = await aWorld()

  await starts(world, [anEntry({ id: "badge", title: "Mon badge" })])
  await starts(world, [anEntry({ id: "badge", title: "Mon badge" })])

  const [card, ...others] = await world.store.entries()
  expect(others).toEqual([])
  expect(card).toMatchObject({ id: "badge", title: "Mon badge", isValidated: false, version: 1 })
  expect(await historyOf(world, "badge")).toEqual(["1 imported"])
})

test("copies that start together keep each card once", async () => {
  const world = await aWorld()

  await Promise.all([starts(world, [anEntry()]), starts(world, [anEntry()])])

  expect(await historyOf(world, "badge")).toEqual(["1 imported"])
})

test("a card that nobody touched follows its file", async () => {
  const world = await aWorld()
  await starts(world, [anEntry({ body: "L’ancien texte." })])

  await starts(world, [anEntry({ body: "Le nouveau texte." })])

  expect(await world.store.storedEntry("badge")).toMatchObject({
    ...{ body: "Le nouveau texte.", version: 2, offered: null },
  })
})

test("a card that the team changed keeps its text, and what its file says is offered", async () => {
  const world = await aWorld()
  await starts(world, [anEntry({ body: "L’ancien texte." })])
  const move = { what: "edited", memberId: world.members.nadia.id, at: world.now() } as const
  await world.store.keepEntry({ ...anEntry({ body: "Notre texte." }), isOurs: true }, move)

  await starts(world, [anEntry({ body: "Le nouveau texte du fichier." })])

  const card = await world.store.storedEntry("badge")
  expect(card).toMatchObject({
    ...{ body: "Notre texte.", version: 2 },
    offered: { body: "Le nouveau texte du fichier." },
  })
  expect(await historyOf(world, "badge")).toEqual(["2 edited by Nadia Ferrand", "1 imported"])
})

test("a file with a fault, or gone, takes no card away", async () => {
  const world = await aWorld()
  await starts(world, [anEntry({ id: "badge" }), anEntry({ id: "video" })])

  await starts(world, [anEntry({ id: "video", body: "Un autre texte." })])

  expect((await world.store.entries()).map(({ id }) => id)).toEqual(["badge", "video"])
})

test("the demonstration validates the cards of the project that have nothing left to confirm, and they alone", async () => {
  const world = await aWorld()

  await starts(world, readFaq().entries, true)

  const cards = await world.store.entries()
  const validated = cards.filter(({ isValidated }) => isValidated)
  expect(validated).toHaveLength(15)
  expect(validated.filter(({ body }) => body.includes("à valider"))).toEqual([])
  expect(validated[0]?.validated).toEqual({ by: null, at: world.now() })
})

test("what another copy of the bot changed is learnt within the minute, once", async () => {
  const learnt: string[][] = []
  const world = await aWorld({ faq: listening(learnt) })
  await starts(world, [anEntry({ id: "badge" }), anEntry({ id: "video", title: "Ma vidéo" })])
  await world.ticks()

  const move = { what: "retired", memberId: world.members.nadia.id, at: world.now() } as const
  await world.store.keepEntry({ ...anEntry({ id: "badge" }), isRetired: true }, move)
  await world.ticks()
  await world.ticks()

  expect(learnt).toEqual([["badge", "video"], ["video"]])
})

test("on its review day a card is told of to the team, once, with the list", async () => {
  const world = await aWorld()
  await starts(world, [
    anEntry({ id: "badge", title: "Mon badge", reviewOn: "2026-11-25" }),
    anEntry({ id: "video", title: "La vidéo", reviewOn: "2026-11-25" }),
    anEntry({ id: "mobile", title: "Le mobile", reviewOn: "2026-11-26" }),
  ])
  await world.ticks()
  const before = reviews(world)

  await world.passes(DAY)
  await world.passes(MINUTE)

  expect(before).toEqual([])
  const [[key, card] = [], ...others] = reviews(world)
  expect(others).toEqual([])
  expect(key).toBe("cards to review 2026-11-25 badge")
  expect(card?.title).toBe("2 fiches sont à relire")
  expect(card?.sections[0]?.text).toMatch(/^- Mon badge\n- La vidéo\n\nLeur jour de relecture/)
})

test("a review day that came on a Sunday night is told of on Monday morning", async () => {
  const world = await aWorld()
  await starts(world, [anEntry({ reviewOn: "2026-11-29" })])

  await world.passes(5 * DAY) // Sunday, 10 h
  const onSunday = reviews(world).length
  await world.passes(DAY)

  expect([onSunday, reviews(world).length]).toEqual([0, 1])
})

function reviews({ chat }: World) {
  return [...chat.posts].filter(([key]) => key.startsWith("cards to review"))
}

function listening(learnt: string[][]): FaqPort {
  let at = 0
  const none = { isSure: false, hits: [], bySubject: [], bySentence: [], unknownWords: [] }
  return {
    ...{ answer: async () => none, answerNow: async () => none, entry: () => undefined },
    answerWith: async () => [],
    learn(entries, revision) {
      learnt.push(entries.map(({ id }) => id))
      at = revision
    },
    revision: () => at,
  }
}
