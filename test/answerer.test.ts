import { expect, test } from "vitest"
import { openAnswerer } from "../adapters/prompts/answerer.ts"
import { eventually } from "./setup/eventually.ts"

test("the search learns in its own process, and what comes meanwhile waits or goes on without it", async () => {
  const answerer = openAnswerer()

  const now = await answerer.answerNow("mot de passe oublié")
  const later = await answerer.answer("mot de passe oublié\nmot de passe oublié, que faire ?")

  expect(now).toBeNull()
  expect(later).toMatchObject({ isSure: true, bySubject: ["mot-de-passe-oublie"] })
  expect(await answerer.answerNow("badge")).not.toBeNull()
  await answerer.close()
})

test("without mail the process goes, and comes back for the next one", async () => {
  const answerer = openAnswerer(undefined, 1)
  await answerer.answer("badge")

  // Null: there is none, and asking begins another.
  await eventually("the process, gone", async () => (await answerer.answerNow("badge")) === null)

  expect(await answerer.answer("j’ai oublié mon mot de passe")).toMatchObject({ isSure: true })
  await answerer.close()
})

test("who waits is told when the search is closed", async () => {
  const answerer = openAnswerer()
  const waiting = expect(answerer.answer("badge")).rejects.toThrow("closed")

  await answerer.close()

  await waiting
})

test("a search that hangs is given up, and the next question is answered by another", async () => {
  const answerer = openAnswerer(undefined, undefined, 1)

  await expect(answerer.answer("badge")).rejects.toThrow("does not answer")

  expect(await answerer.answerNow("badge")).toBeNull()
  await answerer.close()
})

test("once cards changed, the next question is searched in what they say now", async () => {
  let cards = [aCard("badge", "où est mon badge"), aCard("video", "la vidéo ne démarre pas")]
  const answerer = openAnswerer(async () => cards)
  const before = await answerer.answer("où est mon badge")

  cards = cards.map((card) => ({ ...card, id: `${card.id}-neuf` }))
  const late = answerer.answer("où est mon badge")
  answerer.learn(cards, 1)
  const after = await answerer.answer("où est mon badge")

  const ids = [before, await late, after].map(({ hits }) => hits[0]?.id)
  expect(ids).toEqual(["badge", "badge", "badge-neuf"])
  expect(answerer.entry("badge-neuf")?.title).toBe("où est mon badge")
  await answerer.close()
})

test("what other cards would answer is tried beside, and forgotten", async () => {
  const badge = aCard("badge", "où est mon badge")
  const video = aCard("video", "la vidéo ne démarre pas")
  const answerer = openAnswerer(async () => [badge, video])
  const asked = ["où est mon badge", "la vidéo ne démarre pas"]

  const tried = await answerer.answerWith([{ ...badge, id: "badge-neuf" }, video], asked)

  expect(tried?.map(({ hits }) => hits[0]?.id)).toEqual(["badge-neuf", "video"])
  expect((await answerer.answer("où est mon badge")).hits[0]?.id).toBe("badge")
  await answerer.close()
})

function aCard(id: string, title: string) {
  return {
    ...{ id, title, category: "autre", isValidated: true, source: "", questions: [title] },
    ...{ verifiedOn: "2026-11-01", reviewOn: "2027-11-01", toFindOut: [], body: "Une réponse." },
  }
}
