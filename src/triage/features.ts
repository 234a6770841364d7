// What the linear model sees of a text: stems, pairs of stems, and letters 3 to 5, which are what survives a typing error.
import { stemmer } from "@orama/stemmers/french"

/** `ids` are hashes, whose two last bits tell the group (`GROUPS`); `counts` say how often each was seen. */
export type Features = { ids: Int32Array; counts: Float32Array }

/** Each group of features has its own length in a vector, so that none drowns the others. */
export const GROUPS = { words: 0, letters: 1, concepts: 2 } as const

const MAX_TEXT = 6_000
const MAX_KNOWN_WORDS = 20_000
const MAX_WORD = 40
const WORD = /[\p{L}\p{N}]+/gu
const ADDRESS = /[\w.+-]{1,64}@[\w.-]{1,255}/g
const LINK = /https?:\/\/\S+/g
const LONG_NUMBER = /\d(?:[ .]?\d){4,}/g
const [SHORTEST, LONGEST] = [3, 5]

const hashes = new Map<string, Hashed>()

/**
 * `concepts` are what is known otherwise of the text, by name, with a weight: phrases of the lexicon that it contains.
 * Addresses, links and long numbers count as such, whatever they are.
 */
export function features(text: string, concepts: Iterable<[string, number]> = []): Features {
  const counts = new Map<number, number>()
  const add = (id: number) => counts.set(id, (counts.get(id) ?? 0) + 1)

  let before = hash("^", GROUPS.words)
  for (const word of wordsOf(text)) {
    const { id, letters } = hashed(word)
    add(id)
    add(pair(before, id))
    for (const letter of letters) add(letter)
    before = id
  }
  add(pair(before, hash("$", GROUPS.words)))
  for (const [name, weight] of concepts) counts.set(hash(name, GROUPS.concepts), weight)
  return { ids: Int32Array.from(counts.keys()), counts: Float32Array.from(counts.values()) }
}

/** The feature that a word makes by itself. */
export function idOf(word: string): number {
  return hashed(word).id
}

/** Lower-case words with their accents, at most `MAX_TEXT` characters of the text. */
export function wordsOf(text: string): string[] {
  const known = text
    .slice(0, MAX_TEXT)
    .toLowerCase()
    .replace(LINK, " unlien ")
    .replace(ADDRESS, " uneadresse ")
    .replace(LONG_NUMBER, " unnumero ")
  return (known.match(WORD) ?? []).map((word) => word.slice(0, MAX_WORD))
}

/** The stemmer needs the accents; those who type none, or others, meet them after. */
export function stem(word: string): string {
  return withoutAccents(stemmer(word))
}

type Hashed = { id: number; letters: Int32Array }

function hashed(word: string): Hashed {
  const known = hashes.get(word)
  if (known) return known
  // Mails made of words that do not exist must not fill the memory.
  if (hashes.size >= MAX_KNOWN_WORDS) hashes.clear()
  const found = {
    id: hash(stem(word), GROUPS.words),
    letters: lettersOf(` ${withoutAccents(word)} `),
  }
  hashes.set(word, found)
  return found
}

function lettersOf(word: string): Int32Array {
  const found: number[] = []
  for (let from = 0; from + SHORTEST <= word.length; from++) {
    let id = START
    for (let size = 1; size <= LONGEST && from + size <= word.length; size++) {
      id = mix(id, word.charCodeAt(from + size - 1))
      if (size >= SHORTEST) found.push(grouped(id, GROUPS.letters))
    }
  }
  return Int32Array.from(found)
}

function withoutAccents(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("œ", "oe").replaceAll("æ", "ae")
}

// FNV-1a: among the some hundred thousand features of a model, two that share a hash are rare and harmless.
const START = 0x811c9dc5
const PRIME = 0x01000193

function hash(name: string, group: number): number {
  let id = START
  for (let i = 0; i < name.length; i++) id = mix(id, name.charCodeAt(i))
  return grouped(id, group)
}

function pair(first: number, second: number): number {
  return grouped(mix(mix(START, first), second), GROUPS.words)
}

function mix(id: number, code: number): number {
  return Math.imul(id ^ code, PRIME)
}

function grouped(id: number, group: number): number {
  // 30 bits: what fits in a small integer costs no memory of its own.
  return (((id ^ (id >>> 15)) & 0x3ffffffc) | group) >>> 0
}
