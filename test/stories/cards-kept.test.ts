// The answer cards live in the database: what files say, what members change, and nothing is lost.
import { expect, test } from "vitest"
import { hashed, readFaq } from "../../adapters/prompts/faq.ts"
import type { Entry } from "../../src/faq/entry.ts"
import type { FaqPort } from "../../src/faq/found.ts"
import { importEntries } from "../../src/faq/import.ts"
import { aWorld, type World } from "../setup/world.ts"

test("at the first start each card of the files is kept, to validate, as its first version", async () => {
  const world = await aWorld()

  await starts(world, [aCard({ id: "badge", title: "Mon badge" })])
  await starts(world, [aCard({ id: "badge", title: "Mon badge" })])

  const [card, ...others] = await world.store.entries()
  expect(others).toEqual([])
  expect(card).toMatchObject({ id: "badge", title: "Mon badge", isValidated: false, version: 1 })
  expect(await history(world, "badge")).toEqual(["1 imported"])
})

test("copies that start together keep each card once", async () => {
  const world = await aWorld()

  await Promise.all([starts(world, [aCard()]), starts(world, [aCard()])])

  expect(await history(world, "badge")).toEqual(["1 imported"])
})

test("a card that nobody touched follows its file", async () => {
  const world = await aWorld()
  await starts(world, [aCard({ body: "L’ancien texte." })])

  await starts(world, [aCard({ body: "Le nouveau texte." })])

  expect(await world.store.storedEntry("badge")).toMatchObject({
    ...{ body: "Le nouveau texte.", version: 2, offered: null },
  })
})

test("a card that the team changed keeps its text, and what its file says is offered", async () => {
  const world = await aWorld()
  await starts(world, [aCard({ body: "L’ancien texte." })])
  const move = { what: "edited", memberId: world.members.nadia.id, at: world.now() } as const
  await world.store.keepEntry({ ...aCard({ body: "Notre texte." }), isOurs: true }, move)

  await starts(world, [aCard({ body: "Le nouveau texte du fichier." })])

  const card = await world.store.storedEntry("badge")
  expect(card).toMatchObject({
    ...{ body: "Notre texte.", version: 2 },
    offered: { body: "Le nouveau texte du fichier." },
  })
  expect(await history(world, "badge")).toEqual(["2 edited by Nadia Ferrand", "1 imported"])
})

test("a file with a fault, or gone, takes no card away", async () => {
  const world = await aWorld()
  await starts(world, [aCard({ id: "badge" }), aCard({ id: "video" })])

  await starts(world, [aCard({ id: "video", body: "Un autre texte." })])

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
  await starts(world, [aCard({ id: "badge" }), aCard({ id: "video", title: "Ma vidéo" })])
  await world.ticks()

  const move = { what: "retired", memberId: world.members.nadia.id, at: world.now() } as const
  await world.store.keepEntry({ ...aCard({ id: "badge" }), isRetired: true }, move)
  await world.ticks()
  await world.ticks()

  expect(learnt).toEqual([["badge", "video"], ["video"]])
})

function starts(world: World, entries: Entry[], isDemo = false): Promise<void> {
  return importEntries(world.needs, hashed({ entries }), { isDemo })
}

async function history({ store }: World, id: string): Promise<string[]> {
  const versions = await store.versionsOf(id)
  return versions.map(({ version, what, by }) => `${version} ${what}${by ? ` by ${by}` : ""}`)
}

function listening(learnt: string[][]): FaqPort {
  let at = 0
  const none = { isSure: false, hits: [], bySubject: [], bySentence: [], unknownWords: [] }
  return {
    ...{ answer: async () => none, answerNow: async () => none, entry: () => undefined },
    learn(entries, revision) {
      learnt.push(entries.map(({ id }) => id))
      at = revision
    },
    revision: () => at,
  }
}

function aCard(written: Partial<Entry> = {}): Entry {
  return {
    ...{ id: "badge", title: "Mon badge", category: "autre", isValidated: false, source: "Guide" },
    ...{ verifiedOn: "2026-11-01", reviewOn: "2027-11-01" },
    ...{ questions: ["comment avoir un badge", "où est mon badge", "badge perdu"], toFindOut: [] },
    body: "Demandez-le à l’accueil.",
    ...written,
  }
}
