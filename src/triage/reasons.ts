import { type Features, idOf, wordsOf } from "./features.ts"
import { because } from "./french.ts"
import type { Learnt } from "./learn.ts"
import { weightOf } from "./linear-model.ts"
import type { Found } from "./look.ts"
import { nearestTo } from "./nearest.ts"

/** Beyond, an example that resembles explains no better. */
const ENOUGH_PHRASES = 2
const MOST_WORDS = 3
const SHORTEST_WORD = 4

/** Why this category, in the order of what convinces: Mentor's sentence, known phrases, an example, words. */
export function reasonsFor(
  category: string,
  text: string,
  { seen, sentences }: Found,
  { model, nearest }: Learnt,
  features: Features,
): string[] {
  const said = sentences.find((sentence) => sentence.category === category)
  const phrases = seen.filter((one) => one.category === category).map(({ phrase }) => phrase.text)
  const known = said || phrases.length >= ENOUGH_PHRASES ? undefined : nearest.get(category)
  const example = known && nearestTo(known, features)
  const reasons = [
    ...(said ? [because.mentorSays(said.text)] : []),
    ...(phrases.length > 0 ? [because.recognised(longest(phrases))] : []),
    ...(example ? [because.resembles(example)] : []),
  ]
  if (reasons.length > 0) return reasons
  const words = [...new Set(wordsOf(text))]
    .filter((word) => word.length >= SHORTEST_WORD)
    .map((word) => ({ word, weight: weightOf(model, idOf(word), category) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS)
  return [
    because.nothing,
    ...(words.length > 0 ? [because.words(words.map(({ word }) => word))] : []),
  ]
}

/** « mail d'activation » says « activation » too, and « activ* ». */
function longest(phrases: string[]): string[] {
  const isPart = (phrase: string, other: string) =>
    phrase !== other && other.includes(phrase.replaceAll("*", ""))
  return phrases.filter((phrase) => !phrases.some((other) => isPart(phrase, other)))
}
