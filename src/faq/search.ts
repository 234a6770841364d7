// What speaks for each card, and against all of them, when somebody asks: BM25 over the cards, a linear model over their questions.

import { editDistance } from "../spelling.ts"
import { features, stem, wordsOf } from "../triage/features.ts"
import { type LinearModel, margins, train } from "../triage/linear-model.ts"
import { type Bm25, bm25Over, scored } from "./bm25.ts"
import type { Entry } from "./entry.ts"
import { isEveryday } from "./everyday-words.ts"
import { ideasIn, type Synonyms, synonymsFrom } from "./synonyms.ts"
import { subjectOf, type Tokens, tokensOf } from "./tokens.ts"

/** What search learns from: the cards, the questions that none of them answers, the wordings of one idea. */
export type Knowledge = {
  entries: Pick<Entry, "id" | "title" | "questions" | "body">[]
  unanswered: string[]
  synonyms: string[][]
}

export type FaqIndex = {
  ids: string[]
  synonyms: Synonyms
  asked: Pair
  bodies: Pair
  unanswered: Pair
  model: LinearModel
  /** Stems of the cards and the synonyms: what the bot has heard of. */
  vocabulary: Set<string>
  /** Stems that only what no card answers is made of: other applications, other services. */
  foreign: Set<string>
}

/** The same texts by words and by letters. */
type Pair = { words: Bm25; letters: Bm25 }

/** For each card, then for none of them, numbers that `confidence.ts` weighs. */
export type Evidence = { cards: number[][]; none: number[] }

const NONE = "-"
/** Words, letters and ideas alike; few and short examples are to be believed more than those of a mail. */
const SETTINGS = { shares: [1, 1, 1], C: 2 }
/** A question has fewer; a mail tells its subject in its first lines. */
const MOST_WORDS = 60
const LONG_ENOUGH_FOR_ERRORS = 5

/** Full and deterministic; about half a second for 44 cards. */
export function indexFaq({ entries, unanswered, synonyms }: Knowledge): FaqIndex {
  const known = synonymsFrom(synonyms)
  const asked = entries.map(({ title, questions }) => [title, title, ...questions].join("\n"))
  const bodies = entries.map(({ body }) => body)
  const tokens = (texts: string[]) => pairOver(texts.map((text) => tokensOf(text, known)))
  const examples = [
    ...entries.flatMap(({ id, title, questions }) =>
      [title, ...questions].map((text) => ({ text, label: id })),
    ),
    ...unanswered.map((text) => ({ text, label: NONE })),
  ]
  const vocabulary = new Set(
    [...asked, ...bodies, ...synonyms.flat()].flatMap((text) => wordsOf(text).map(stem)),
  )
  const isOfNoCard = (word: string) => !isEveryday(word) && !vocabulary.has(stem(word))
  return {
    ids: entries.map(({ id }) => id),
    synonyms: known,
    asked: tokens(asked),
    bodies: tokens(bodies),
    unanswered: tokens(unanswered),
    model: train(
      examples.map(({ text, label }) => ({ features: featuresOf(text, known), label })),
      SETTINGS,
    ),
    vocabulary,
    foreign: new Set(unanswered.flatMap((text) => subjectOf(text).filter(isOfNoCard).map(stem))),
  }
}

export function evidenceFor(index: FaqIndex, question: string): Evidence {
  const tokens = tokensOf(question, index.synonyms)
  const asked = scoredBy(index.asked, tokens)
  const bodies = scoredBy(index.bodies, tokens)
  const found = margins(index.model, featuresOf(question, index.synonyms))
  const margin = (label: string) => found[index.model.labels.indexOf(label)] ?? -1
  return {
    cards: index.ids.map((id, n) => [asked[n] ?? 0, bodies[n] ?? 0, margin(id)]),
    none: [
      margin(NONE),
      scoredBy(index.unanswered, tokens).reduce((most, score) => Math.max(most, score), 0),
      subjectOf(question).length < 2 ? 1 : 0,
      1,
    ],
  }
}

/** The words that tell a subject and are in no card, as they are written; a typing error is forgiven. */
export function unknownWords({ vocabulary }: FaqIndex, question: string): string[] {
  const unknown = new Set<string>()
  for (const word of new Set(subjectOf(question).slice(0, MOST_WORDS))) {
    if (!isEveryday(word) && !isKnown(vocabulary, stem(word))) unknown.add(word)
  }
  return [...unknown]
}

/** Whether it speaks of what only the questions without a card speak of. */
export function isForeign({ foreign }: FaqIndex, question: string): boolean {
  return subjectOf(question).some((word) => foreign.has(stem(word)))
}

function isKnown(vocabulary: Set<string>, stem: string): boolean {
  if (vocabulary.has(stem)) return true
  if (stem.length < LONG_ENOUGH_FOR_ERRORS) return false
  for (const known of vocabulary) {
    // People seldom mistake the first letter, and looking at it first spares most of the work.
    if (known.charCodeAt(0) !== stem.charCodeAt(0)) continue
    if (Math.abs(known.length - stem.length) <= 1 && editDistance(known, stem) <= 1) return true
  }
  return false
}

function featuresOf(text: string, synonyms: Synonyms) {
  const ideas = ideasIn(synonyms, wordsOf(text).map(stem))
  return features(
    text,
    ideas.map((idea) => [idea, 1]),
  )
}

function pairOver(texts: Tokens[]): Pair {
  return {
    words: bm25Over(texts.map(({ words }) => words)),
    letters: bm25Over(texts.map(({ letters }) => letters)),
  }
}

function scoredBy(pair: Pair, tokens: Tokens): Float64Array {
  const byLetters = scored(pair.letters, tokens.letters)
  return scored(pair.words, tokens.words).map((score, n) => (score + (byLetters[n] ?? 0)) / 2)
}
