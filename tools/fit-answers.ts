// Finds what each piece of evidence weighs in `src/faq/confidence.ts`, by cross-validation over the cards' own questions: no
// question of bench/eval takes part. Run it after a large change of the cards: `node tools/fit-answers.ts`.
import { readFaq } from "../adapters/prompts/faq.ts"
import { chances, type Weights } from "../src/faq/confidence.ts"
import { type Evidence, evidenceFor, indexFaq, type Knowledge } from "../src/faq/search.ts"

/** `right` is the place of the right card in the evidence, or that of « none », the last one. */
type Case = { evidence: Evidence; right: number }

const FOLDS = 5
const STEPS = 1_500
const STEP = 0.5
/** Keeps weights small where the questions do not say otherwise. */
const SMALL = 0.0005

const cases = casesOf(readFaq())
console.log(
  JSON.stringify(likeliest(cases), (_, value) =>
    Array.isArray(value) ? value.map(rounded) : value,
  ),
)
for (const threshold of [0.6, 0.7, 0.8, 0.9]) console.log(threshold, report(cases, threshold))

/** Each question is asked to cards that do not know it. */
function casesOf({ entries, unanswered, synonyms }: Knowledge): Case[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    let n = 0
    const isOut = () => n++ % FOLDS === fold
    const out: { question: string; right: number }[] = []
    const kept = entries.map((entry, right) => ({
      ...entry,
      questions: entry.questions.filter((question) => {
        if (!isOut()) return true
        out.push({ question, right })
        return false
      }),
    }))
    const keptUnanswered = unanswered.filter((question) => {
      if (!isOut()) return true
      out.push({ question, right: entries.length })
      return false
    })
    const index = indexFaq({ entries: kept, unanswered: keptUnanswered, synonyms })
    return out.map(({ question, right }) => ({ evidence: evidenceFor(index, question), right }))
  }).flat()
}

/** The likeliest weights: a conditional logit, whose surface has one summit. */
function likeliest(cases: Case[]): Weights {
  const [{ evidence } = { evidence: { cards: [[]], none: [] } }] = cases
  const cardCount = evidence.cards[0]?.length ?? 0
  const weights = new Float64Array(cardCount + evidence.none.length).fill(1)
  const squares = new Float64Array(weights.length).fill(1e-6)
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(weights.length)
    for (const { evidence, right } of cases) {
      const found = chances(evidence, weightsIn(weights, cardCount))
      found.forEach((chance, n) => {
        const surprise = (n === right ? 1 : 0) - chance
        const isNone = n === evidence.cards.length
        const values = isNone ? evidence.none : (evidence.cards[n] ?? [])
        values.forEach((value, i) => {
          const at = isNone ? cardCount + i : i
          slope[at] = (slope[at] ?? 0) + (surprise * value) / cases.length
        })
      })
    }
    for (let i = 0; i < weights.length; i++) {
      const down = (slope[i] ?? 0) - SMALL * (weights[i] ?? 0)
      squares[i] = (squares[i] ?? 0) + down * down
      weights[i] = (weights[i] ?? 0) + (STEP * down) / Math.sqrt(squares[i] ?? 1)
    }
  }
  return weightsIn(weights, cardCount)
}

function weightsIn(weights: Float64Array, cardCount: number): Weights {
  return { card: [...weights.slice(0, cardCount)], none: [...weights.slice(cardCount)] }
}

/** What the weights in use would have done. */
function report(cases: Case[], threshold: number): string {
  let [answered, right, answerable] = [0, 0, 0]
  for (const { evidence, right: expected } of cases) {
    const found = chances(evidence).slice(0, -1)
    const best = found.indexOf(Math.max(...found))
    if (expected < found.length) answerable++
    if ((found[best] ?? 0) < threshold) continue
    answered++
    if (best === expected) right++
  }
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  return `right ${percent(right / answered)}, coverage ${percent(right / answerable)}`
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
