import { expect, test } from "vitest"
import { readLexicon } from "../adapters/prompts/lexicon.ts"
import { finder, fold, phrase } from "../src/triage/lexicon.ts"

const OURS = readLexicon()

test.each([
  { written: "certificat*", text: "mes certificats", isSeen: true },
  { written: "certificat*", text: "précertificat", isSeen: false },
  { written: "pix", text: "un pixel", isSeen: false },
  { written: "lien d'activation", text: "Le LIEN D’ACTIVATION !", isSeen: true },
  { written: "boîte", text: "la boite", isSeen: true },
  { written: "cœur", text: "le coeur", isSeen: true },
  { written: "compte … bloqué", text: "compte bloqué", isSeen: true },
  { written: "compte … bloqué", text: "mon compte Mentor est encore bloqué", isSeen: true },
  {
    written: "compte … bloqué",
    text: "compte un deux trois quatre cinq six sept bloqué",
    isSeen: false,
  },
  { written: "# agents", text: "12 agents", isSeen: true },
  { written: "# agents", text: "cinq agents", isSeen: true },
  { written: "# agents", text: "2 agents, 02 agents, des agents", isSeen: false },
  { written: "bloqu* … # agents", text: "cela bloque aujourd’hui 40 agents", isSeen: true },
])("« $written » in « $text »: $isSeen", ({ written, text, isSeen }) => {
  expect(phrase(written).pattern.test(fold(text))).toBe(isSeen)
})

test("a text is compared with the phrases it may hold, and loses none", () => {
  const phrases = ["compte … bloqué", "certificat*", "# agents", "*", "lien d'activation", "zan"]
  const entries = phrases.map((text) => ({ phrase: phrase(text) }))
  const text = fold(
    "Mon compte Mentor est bloqué, douze agents sans certificats ni lien d’activation.",
  )

  const found = finder(entries)(text)

  const seen = entries.filter(({ phrase }) => phrase.pattern.test(text))
  expect(found.map(({ phrase }) => phrase.text).toSorted()).toEqual(
    seen.map(({ phrase }) => phrase.text).toSorted(),
  )
  expect(found.length).toBeGreaterThan(3)
})

test("no phrase of our lexicon is taught twice to one category", () => {
  const twice = [...OURS.categories, ...OURS.highPriority].flatMap(({ phrases }) => {
    const sources = phrases.map(({ pattern }) => pattern.source)
    return sources.filter((source, i) => sources.indexOf(source) < i)
  })

  expect(twice).toEqual([])
})
