// Whether two requests tell the same trouble: by the words that they share, which can be shown.

import { isEveryday } from "../faq/everyday-words.ts"
import { subjectOf } from "../faq/tokens.ts"
import { stem } from "../triage/features.ts"

/** What a request says, by the stems of its words; each with the word as it was written. */
export type Said = Map<string, string>

/**
 * Cosine of the two sets of words, and how many they must share at least. Of three requests drawn at random in one
 * category of the examples, one in a thousand is so near both others; of an outage told in five ways, nearly all are.
 */
const [ALIKE, SHARED] = [0.4, 2]
const SHORTEST = 3
const LONGEST_TEXT = 2_000
const MOST_SHOWN = 5
/** What is seen on a screen tells troubles apart, though it is in every conversation. */
const ON_SCREEN = stems("page écran erreur accès accéder message bouton affiche lien image son")
const EVERYWHERE = stems("mentor formation compte plateforme site aide mail adresse")
/** « 502 » is no everyday figure. */
const CODE = /^\d{3}$/

export function saidIn({ subject, text }: { subject: string; text: string }): Said {
  const said: Said = new Map()
  for (const word of subjectOf(`${subject}\n${text}`.slice(0, LONGEST_TEXT))) {
    const root = stem(word)
    if (tells(word, root) && !said.has(root)) said.set(root, word)
  }
  return said
}

export function areAlike(one: Said, other: Said): boolean {
  let shared = 0
  for (const root of one.keys()) if (other.has(root)) shared += 1
  return shared >= SHARED && shared / Math.sqrt(one.size * other.size) >= ALIKE
}

/** The words of the first that at least half of the others have, those of the most first. */
export function sharedWords([first, ...others]: Said[]): string[] {
  const counted = [...(first ?? [])].map(([root, word]) => ({
    ...{ word, count: others.filter((other) => other.has(root)).length },
  }))
  return counted
    .filter(({ count }) => count > 0 && count * 2 >= others.length)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_SHOWN)
    .map(({ word }) => word)
}

function tells(word: string, root: string): boolean {
  if (CODE.test(word)) return true
  if (word.length < SHORTEST || EVERYWHERE.has(root)) return false
  return ON_SCREEN.has(root) || !isEveryday(word)
}

function stems(words: string): Set<string> {
  return new Set(words.split(" ").map(stem))
}
