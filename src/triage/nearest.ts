import { type Features, GROUPS } from "./features.ts"

/** Which examples are about the same, to show one as a reason. By their words alone: letters explain nothing. */
export type Nearest = { texts: string[]; words: Int32Array[]; rarity: Map<number, number> }

const GROUP_BITS = 3
/** Below, two texts share no more than small words. */
const LEAST_LIKENESS = 0.4
/** « Bonjour » resembles everything. */
const ENOUGH_WORDS = 6

export function nearestOf(examples: { text: string; features: Features }[]): Nearest {
  const words = examples.map(({ features }) => wordsIn(features))
  const seenIn = new Map<number, number>()
  for (const ids of words) for (const id of ids) seenIn.set(id, (seenIn.get(id) ?? 0) + 1)
  const rarity = new Map(
    [...seenIn].map(([id, count]) => [id, Math.log((1 + words.length) / count)]),
  )
  return { texts: examples.map(({ text }) => text), words, rarity }
}

/** The example that shares most with the text, or null when none does enough. */
export function nearestTo({ texts, words, rarity }: Nearest, features: Features): string | null {
  const own = new Set(wordsIn(features))
  const weight = (ids: Iterable<number>) => {
    let sum = 0
    for (const id of ids) sum += (rarity.get(id) ?? 0) ** 2
    return sum
  }
  const whole = weight(own)
  let [best, likeness] = [-1, LEAST_LIKENESS]
  for (const [at, ids] of words.entries()) {
    if (ids.length < ENOUGH_WORDS) continue
    const shared = weight(ids.filter((id) => own.has(id)))
    if (shared === 0) continue
    const found = shared / Math.sqrt(whole * weight(ids))
    if (found > likeness) [best, likeness] = [at, found]
  }
  return texts[best] ?? null
}

/** Each once. */
function wordsIn({ ids }: Features): Int32Array {
  return ids.filter((id) => (id & GROUP_BITS) === GROUPS.words)
}
