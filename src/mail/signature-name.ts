import type { Address } from "./incoming.ts"
import { plain } from "./phrases.ts"
import { TITLES_OF_PERSONS } from "./signature-name-words.ts"

// The best sign of a signature is the name that stands in From.

/** The words of a name, as they are compared: « PETIT Jeanne (DSI) », jeanne.petit@… */
export type Sender = { words: ReadonlySet<string>; address: string }

const LONGEST_NAME = 100
const LONGEST_LINE = 60
const MOST_WORDS = 7

const TITLES = new Set(TITLES_OF_PERSONS.map(plain))

export function senderOf(from: Address | null): Sender {
  const address = (from?.address ?? "").toLowerCase()
  const [local = ""] = address.split("@")
  return {
    words: new Set(wordsOf(`${from?.name ?? ""} ${local}`.slice(0, 2 * LONGEST_NAME))),
    address,
  }
}

/** « Jeanne Petit », « J. PETIT », « Mme Petit » or « Jeanne », for Jeanne Petit. */
export function isNameOf({ words: known }: Sender, line: string): boolean {
  if (line.length > LONGEST_LINE || !/^[\s*_]*\p{L}[\p{L}\s.,'’()*_-]*$/u.test(line)) return false
  const words = wordsOf(line).filter((word) => !TITLES.has(word))
  if (words.length > MOST_WORDS || !words.some((word) => word.length > 2 && known.has(word)))
    return false
  return words.every((word) => known.has(word) || isInitial(known, word))
}

export function isAddressOf({ address }: Sender, line: string): boolean {
  return address !== "" && line.length <= 2 * LONGEST_NAME && line.toLowerCase().includes(address)
}

function isInitial(known: ReadonlySet<string>, word: string): boolean {
  return word.length === 1 && [...known].some((name) => name.startsWith(word))
}

function wordsOf(text: string): string[] {
  return plain(text).match(/\p{L}+/gu) ?? []
}
