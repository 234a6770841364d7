import { chances } from "./confidence.ts"
import { namedIn } from "./names.ts"
import { evidenceFor, type FaqIndex, unknownWords } from "./search.ts"
import { subjectOf } from "./tokens.ts"

export type Hit = { id: string; confidence: number }

/** One card is right. */
export type Answer = { kind: "answer"; hit: Hit; others: Hit[] }
/** One of these is right, and who asks knows which. */
export type Choice = { kind: "choice"; hits: Hit[] }
/** No card is right. `unknownWords` are in none of them; `named` is somebody or something that only a person may speak of. */
export type Abstention = { kind: "abstention"; unknownWords: string[]; named: string | null }

/** Above it, 98 of 100 answers to questions never seen were right. */
const SURE = 0.7
/** Above it, the titles of the nearest cards only waste the time of who asks. */
const NOTHING = 0.8
const CHOICES = 3

/** What to say to a question: one card, three titles to choose from, or that nobody wrote the answer yet. */
export function answerTo(index: FaqIndex, question: string): Answer | Choice | Abstention {
  const unknown = unknownWords(index, question)
  const named = namedIn(question, (word) => !unknown.includes(word.toLowerCase()))
  const abstention: Abstention = { kind: "abstention", unknownWords: unknown, named }
  if (subjectOf(question).length === 0) return abstention

  const found = chances(evidenceFor(index, question))
  const none = found[index.ids.length] ?? 0
  if (none >= NOTHING) return abstention
  const [best, ...others] = index.ids
    .map((id, n) => ({ id, confidence: found[n] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, CHOICES)
  if (!best) return abstention
  if (best.confidence < SURE || named !== null) return { kind: "choice", hits: [best, ...others] }
  return { kind: "answer", hit: best, others }
}
