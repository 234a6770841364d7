import { opening, plain } from "./phrases.ts"
import type { FilledLine } from "./signature.ts"
import { closingOf, isContact, isName, isSignatureLike } from "./signature-lines.ts"
import { POLITE_SENTENCES } from "./signature-words.ts"

// How a person ends a mail: a formula and a name, a card, a dash and a name. It is a signature only
// below something written: an answer that is « Merci, Jeanne » says just that.

const MOST_LINES = 16
const LONGEST_LINE = 1_000
const LINES_OF_POLITENESS = 2
const MOST_LINES_OF_LIST = 10

const POLITE = opening(POLITE_SENTENCES)
const POSTSCRIPT = /^\s*(?:p\.? ?s\.?|post-?scriptum|nb|n\.b\.)\s*[:\d]/i
const NAMED = /^\s*(?:[-–—~]\s?\p{L}[\p{L}'’]{1,20}|--+\s?\p{L}[\p{L} .'’-]{1,40})[.!]?\s*$/u

/** The lines, among those that are not blank, of such an ending; a postscript stays apart. */
export function closingRange(lines: readonly FilledLine[]): { start: number; end: number } {
  const first = Math.max(lines.length - MOST_LINES, 1)
  const texts = lines.map(({ text }) => text)
  const postscript = texts.findIndex((text, index) => index > first && POSTSCRIPT.test(text))
  const end = postscript < 0 ? lines.length : postscript
  const tail = texts.slice(0, end)
  const candidates = tail.map((_, index) => index).slice(first)

  const start =
    candidates.find((index) => isFormal(tail, index)) ??
    candidates.findLast((index) => isThankful(tail, index)) ??
    candidates.find((index) => lines[index]?.isApart && isCard(tail, index)) ??
    candidates.find((index) => index === end - 1 && isDashedName(tail, index)) ??
    end
  return { start, end }
}

/** « Cordialement, » and what follows. */
function isFormal(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? ""
  const isPolite = POLITE.test(plain(line.slice(0, LONGEST_LINE)))
  if (!isPolite && closingOf(line) !== "formal") return false
  return lines.slice(index + (isPolite ? LINES_OF_POLITENESS : 1)).every(isSignatureLike)
}

/** « Merci, », when a name follows. */
function isThankful(lines: readonly string[], index: number): boolean {
  const [closing = "", name = "", ...rest] = lines.slice(index)
  return closingOf(closing) === "thanks" && isName(name) && rest.every(isSignatureLike)
}

/** A name above a telephone number or a site, unless it answers « Créez un compte pour : ». */
function isCard(lines: readonly string[], index: number): boolean {
  const card = lines.slice(index)
  const name = (card[0] ?? "").trim()
  if (/[:,]\s*$/.test(lines[index - 1] ?? "") || !name.includes(" ") || !isName(name)) return false
  return card.some(isContact) && card.every(isSignatureLike)
}

/** « -Roman », unless it is the last item of a list. */
function isDashedName(lines: readonly string[], index: number): boolean {
  const above = lines.slice(Math.max(index - MOST_LINES_OF_LIST, 0), index)
  return NAMED.test(lines[index] ?? "") && !above.some((line) => /^\s*[-–—•*]/.test(line))
}
