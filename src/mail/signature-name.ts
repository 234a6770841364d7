import type { Address } from "./incoming.ts"
import { plain } from "./phrases.ts"
import { TITLES_OF_PERSONS } from "./signature-words.ts"

// The best sign of a signature is the name that stands in From.

const LONGEST_NAME = 100
const LONGEST_LINE = 60
const MOST_WORDS = 7

const TITLES = new Set(TITLES_OF_PERSONS.map(plain))

/** The words of the sender's name, as they are compared: « PETIT Jeanne (DSI) », jeanne.petit@… */
export function wordsOfSender(from: Address | null): Set<string> {
  const [local = ""] = (from?.address ?? "").split("@")
  return new Set(wordsOf(`${from?.name ?? ""} ${local}`.slice(0, 2 * LONGEST_NAME)))
}

/** « Jeanne Petit », « J. PETIT », « Mme Petit » or « Jeanne », for Jeanne Petit. */
export function isNameOf(sender: ReadonlySet<string>, line: string): boolean {
  if (line.length > LONGEST_LINE || !/^[\s*_]*\p{L}[\p{L}\s.,'’()*_-]*$/u.test(line)) return false
  const words = wordsOf(line).filter((word) => !TITLES.has(word))
  if (words.length === 0 || words.length > MOST_WORDS) return false
  const [known, others] = [
    words.filter((word) => sender.has(word)),
    words.filter((word) => !sender.has(word)),
  ]
  return known.some((word) => word.length > 2) && others.every((word) => isInitial(sender, word))
}

function isInitial(sender: ReadonlySet<string>, word: string): boolean {
  return word.length === 1 && [...sender].some((name) => name.startsWith(word))
}

function wordsOf(text: string): string[] {
  return plain(text).match(/\p{L}+/gu) ?? []
}
