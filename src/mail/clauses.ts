import { WORD_FAMILIES, type WordFamily } from "./cue-words.ts"
import { plain } from "./phrases.ts"

/** What a sentence of a mail is for, as far as its words tell. */
export type Saying =
  | "wants"
  | "announces"
  | "sends elsewhere"
  | "answers later"
  | "is polite"
  | "else"

/** One word, cut to what its forms share, and what it speaks of (`WORD_FAMILIES`). */
export type Word = { stem: string; family: string | undefined }

export type Clause = {
  sentence: string
  words: Word[]
  families: string[]
  isQuestion: boolean
  says: Saying
}

const FAMILIES = new Map<string, string>(
  Object.entries(WORD_FAMILIES).flatMap(([family, words]) =>
    words.split(/\s+/).map((word): [string, string] => [plain(word), family]),
  ),
)

// Dates, addresses and telephones count as such, whichever they are.
const MONTH = [
  "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre",
  "january|february|march|april|may|june|july|august|september|october|november|december",
].join("|")
const DATE = new RegExp(
  `\\b\\d{1,2}(?:er|st|nd|rd|th)? ?(?:[./-]\\d{1,2}(?:[./-]\\d{2,4})?|(?:${MONTH}))\\b`,
  "g",
)
const ADDRESS = /[^\s@<>(]{1,64}@[\w.-]{1,100}/g
const LINK = /\bhttps?:\/\/\S+/g
const PHONE = /(?<!\d)\+?\d{2,4}(?:[ .-]\d{2,4}){2,5}(?!\d)/g
const NUMBER = /\d+/g
const WORD = /\p{L}[\p{L}-]*/gu
const SENTENCE_END = /(?<=[.!?;:])\s/

const STEM = 6
const LONGEST_FAMILY = 16
const MOST_SENTENCES = 12

/** The first sentences of a plain text (`plain`). */
export function clausesOf(text: string): Clause[] {
  return marked(text).split(SENTENCE_END, MOST_SENTENCES).map(clauseOf)
}

function clauseOf(sentence: string): Clause {
  const words = wordsOf(sentence)
  const families = [...new Set(words.flatMap(({ family }) => family ?? []))].sort()
  const isQuestion = sentence.endsWith("?")
  return { sentence, words, families, isQuestion, says: sayingOf(new Set(families), isQuestion) }
}

function sayingOf(families: ReadonlySet<string>, isQuestion: boolean): Saying {
  const has = (...names: WordFamily[]) => names.some((name) => families.has(name))
  if (has("contact") && has("urgent", "substitute", "office")) return "sends elsewhere"
  if (isQuestion || has("mentor", "papers", "want", "problem", "asks", "past")) return "wants"
  if (has("contact")) return "sends elsewhere"
  if (has("absent", "closed", "gone", "remote")) return "announces"
  if (has("reads", "mail", "office") && has("not")) return "announces"
  if (has("reads", "back") && has("date", "until", "back", "during")) return "answers later"
  if (has("busy") && has("i", "until", "date")) return "announces"
  if (has("substitute", "urgent")) return "sends elsewhere"
  if (has("thanks", "greets", "wish") || families.size === 0) return "is polite"
  return "else"
}

function marked(text: string): string {
  return text
    .replace(LINK, " ulink ")
    .replace(ADDRESS, " uaddress ")
    .replace(PHONE, " uphone ")
    .replace(DATE, " date ")
    .replace(NUMBER, " num ")
}

export function wordsOf(text: string): Word[] {
  return (text.match(WORD) ?? []).map((word) => ({
    stem: word.slice(0, STEM).replace(/s$/, ""),
    family: familyOf(word),
  }))
}

export function familyOf(word: string): string | undefined {
  const whole = FAMILIES.get(`${word}$`)
  if (whole) return whole
  for (let size = Math.min(word.length, LONGEST_FAMILY); size > 1; size--) {
    const family = FAMILIES.get(word.slice(0, size))
    if (family) return family
  }
  return undefined
}
