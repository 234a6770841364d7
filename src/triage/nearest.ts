import { type Features, GROUPS } from "./features.ts"

/** Which examples are about the same, to show one as a reason. By their words alone: letters explain nothing. */
export type Nearest = { texts: string[]; words: Set<number>[]; rarity: Map<number, number> }

const GROUP_BITS = 3
/** Below, two texts share no more than small words. */
const LEAST_LIKENESS = 0.4
/** « Bonjour » resembles everything. */
const ENOUGH_WORDS = 6

export function nearestOf(examples: { text: string; features: Features }[]): Nearest {
  const words = examples.map(({ features }) => wordsIn(features))
  const seenIn = new Map<number, number>()
  for (const set of words) for (const id of set) seenIn.set(id, (seenIn.get(id) ?? 0) + 1)
  const rarity = new Map(
    [...seenIn].map(([id, count]) => [id, Math.log((1 + words.length) / count)]),
  )
  return { texts: examples.map(({ text }) => text), words, rarity }
}

/** The example that shares most with the text, or null when none does enough. */
export function nearestTo({ texts, words, rarity }: Nearest, features: Features): string | null {
  const own = wordsIn(features)
  const weight = (ids: Iterable<number>) => {
    let sum = 0
    for (const id of ids) sum += (rarity.get(id) ?? 0) ** 2
    return sum
  }
  const whole = weight(own)
  let [best, likeness] = [-1, LEAST_LIKENESS]
  for (const [at, set] of words.entries()) {
    if (set.size < ENOUGH_WORDS) continue
    const shared = weight([...own].filter((id) => set.has(id)))
    if (shared === 0) continue
    const found = shared / Math.sqrt(whole * weight(set))
    if (found > likeness) [best, likeness] = [at, found]
  }
  return texts[best] ?? null
}

function wordsIn({ ids }: Features): Set<number> {
  return new Set(ids.filter((id) => (id & GROUP_BITS) === GROUPS.words))
}
