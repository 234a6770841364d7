/**
 * Phrases that mails are compared with. In a table, "…" stands for a few words, "(e)" for letters
 * that may be missing or in brackets; case, accents, apostrophes and line breaks do not matter.
 */

const GAP = ".{0,60}?"

/** Text as it is compared: lower case, no accents, plain apostrophes and dashes, single blanks. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u200b-\u200f\ufeff]/gu, "")
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
}

// A long table takes some milliseconds to become a pattern, and several files may look for the same one.
const known = new WeakMap<readonly string[], RegExp>()

/** Matches a plain text that contains one of the phrases, from the beginning of a word. */
export function anyOf(phrases: readonly string[]): RegExp {
  const made = known.get(phrases)
  if (made) return made
  const found = new RegExp(
    phrases.map((phrase) => wordStart(phrase) + pattern(phrase)).join("|"),
    "u",
  )
  known.set(phrases, found)
  return found
}

/** Matches a plain text that begins with one of the phrases, whole words only. */
export function opening(phrases: readonly string[]): RegExp {
  const ways = phrases.map((phrase) => pattern(phrase) + wordEnd(phrase))
  return new RegExp(`^(?:${ways.join("|")})`, "u")
}

function pattern(phrase: string): string {
  return phrase.split("…").map(piece).join(GAP)
}

function piece(words: string): string {
  return plain(words)
    .replace(/[.*+?^${}|[\]\\]/g, "\\$&")
    .replace(/\(([^)]*)\)/g, "(?:\\(?$1\\)?)?")
}

function wordStart(phrase: string): string {
  return isSpaced(phrase.at(0)) ? "(?<![\\p{L}\\p{N}])" : ""
}

function wordEnd(phrase: string): string {
  return isSpaced(phrase.at(-1)) ? "(?![\\p{L}\\p{N}])" : ""
}

/** Chinese, Japanese and Thai put no blank between words. */
function isSpaced(character = ""): boolean {
  return !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(character)
}
