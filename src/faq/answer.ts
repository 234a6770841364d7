import { chances } from "./confidence.ts"
import { askedIn, personIn } from "./person.ts"
import { evidenceFor, type FaqIndex, isForeign, unknownWords } from "./search.ts"
import { subjectOf } from "./tokens.ts"

export type Hit = { id: string; confidence: number }

/** One card is right. */
export type Answer = { kind: "answer"; hit: Hit; others: Hit[] }
/** One of these is right, and who asks knows which. */
export type Choice = { kind: "choice"; hits: Hit[] }
/** No card is right, as far as the bot knows: `unknownWords` are in none of them. `nearest`, for who wants to look all the same. */
export type Abstention = { kind: "abstention"; unknownWords: string[]; nearest: Hit[] }

/** Above it, 99 answers of 100 were right on questions kept out of the cards (decision 13). */
const SURE = 0.7
/** The same, when a part of the words is in no card: « badge de télépéage » looks much like a badge. */
const SURE_DESPITE_UNKNOWN_WORDS = 0.95
const MANY_UNKNOWN = 0.2
/** Above it, the titles of the nearest cards would only waste the time of who asks. */
const NOTHING = 0.9
const CHOICES = 3
const MAX_TEXT = 6_000

/** What to say to a question: one card, three titles to choose from, or that nobody wrote the answer yet. */
export function answerTo(index: FaqIndex, text: string): Answer | Choice | Abstention {
  const question = askedIn(text.slice(0, MAX_TEXT))
  const subject = subjectOf(question)
  const unknown = unknownWords(index, question)
  if (subject.length === 0) return { kind: "abstention", unknownWords: unknown, nearest: [] }

  const found = chances(evidenceFor(index, question))
  const none = found[index.ids.length] ?? 0
  const hits = index.ids
    .map((id, n) => ({ id, confidence: found[n] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, CHOICES)
  const [best, ...others] = hits
  if (!best || none >= NOTHING) {
    return { kind: "abstention", unknownWords: unknown, nearest: hits }
  }
  const isStrange = unknown.length > 0 && unknown.length >= MANY_UNKNOWN * subject.length
  const isSure = best.confidence >= (isStrange ? SURE_DESPITE_UNKNOWN_WORDS : SURE)
  const isOfSomebody = personIn(question, (word) => !unknown.includes(word.toLowerCase())) !== null
  if (!isSure || isOfSomebody || isForeign(index, question)) return { kind: "choice", hits }
  return { kind: "answer", hit: best, others }
}

/** The cards that were thought of, the likeliest first. */
export function hitsOf(said: Answer | Choice | Abstention): Hit[] {
  if (said.kind === "answer") return [said.hit, ...said.others]
  return said.kind === "choice" ? said.hits : said.nearest
}
