import type { Evidence } from "./search.ts"

/** What each piece of evidence weighs, in the order of `Evidence`. */
export type Weights = { card: number[]; none: number[] }

/** Found by cross-validation over the cards' own questions: `tools/fit-answers.ts` prints them again (decision 13). */
const FITTED: Weights = { card: [2.97, 3.39, 3.55], none: [2.52, 3.57, 0.41, 1.23] }

/** The chance of each card to be the right one, then of none of them to be; the sum is 1. */
export function chances({ cards, none }: Evidence, weights = FITTED): number[] {
  const weighed = [...cards.map((card) => product(card, weights.card)), product(none, weights.none)]
  const top = Math.max(...weighed)
  const powers = weighed.map((weight) => Math.exp(weight - top))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

function product(values: number[], weights: number[]): number {
  return values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)
}
