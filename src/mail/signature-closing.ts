import { opening, plain } from "./phrases.ts"
import type { FilledLine } from "./signature.ts"
import { closingOf, isContact, isName, isRole, isSignatureLike } from "./signature-lines.ts"
import { isNameOf } from "./signature-name.ts"
import { KIND_SENTENCES, POLITE_SENTENCES } from "./signature-words.ts"

// How a person ends a mail: a formula and a name, a card, a dash and a name. It is a signature only
// below something written: an answer that is « Merci, Jeanne » says just that.

const MOST_LINES = 16
const LONGEST_LINE = 1_000
const LINES_OF_POLITENESS = 2
const LONGEST_KINDNESS = 80
const MOST_LINES_OF_LIST = 10

const POLITE = opening(POLITE_SENTENCES)
const KIND = opening(KIND_SENTENCES)
const POSTSCRIPT = /^\s*(?:p\.? ?s\.?|post-?scriptum|nb|n\.b\.)\s*[:\d]/i
const DASH_AND_WORD = /^\s*[-–—~]\s?\p{L}[\p{L}'’]{1,20}[.!]?\s*$/u
const DASHES_AND_MORE = /^\s*--+\s?([^\s-].*)$/

/** The lines, among those that are not blank, of such an ending; a postscript stays apart. */
export function closingRange(
  lines: readonly FilledLine[],
  sender: ReadonlySet<string>,
): { start: number; end: number } {
  const first = Math.max(lines.length - MOST_LINES, 1)
  const texts = lines.map(({ text }) => text)
  const postscript = texts.findIndex((text, index) => index > first && POSTSCRIPT.test(text))
  const end = postscript < 0 ? lines.length : postscript
  const tail = texts.slice(0, end)
  const candidates = tail.map((_, index) => index).slice(first)

  const start =
    candidates.find((index) => isFormal(tail, index)) ??
    candidates.findLast((index) => isThankful(tail, index)) ??
    candidates.find((index) => isCard(tail, index, lines[index]?.isApart === true)) ??
    candidates.find((index) => isOwnName(tail, index, lines[index]?.isApart === true, sender)) ??
    candidates.find((index) => isDashedName(tail, index)) ??
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
  const isKind =
    closing.length <= LONGEST_KINDNESS && !/\d/.test(closing) && KIND.test(plain(closing))
  if (!isKind && closingOf(closing) !== "thanks") return false
  return isName(ownPart(name)) && rest.every(isSignatureLike)
}

/** A name above a telephone number, a site or a function, unless it answers « Créez un compte pour : ». */
function isCard(lines: readonly string[], index: number, isApart: boolean): boolean {
  const above = lines[index - 1] ?? ""
  const isFree = isApart ? !/[:,]\s*$/.test(above) : /[.!?]\s*$/.test(above)
  const [name = "", ...rest] = lines.slice(index)
  if (!isFree || !ownPart(name).includes(" ") || !isName(ownPart(name))) return false
  return (rest.some(isContact) || isFunction(rest)) && rest.every(isSignatureLike)
}

/** « Jeanne Petit | Cheffe de bureau » is a name, and more. */
function ownPart(line: string): string {
  return (line.split(/\s+[|–—•·/-]\s+|,\s+/, 1)[0] ?? "").trim()
}

/** What one person does, below their name; functions with names between them are a list of people. */
function isFunction(lines: readonly string[]): boolean {
  const first = lines.findIndex(isRole)
  const last = lines.findLastIndex(isRole)
  const between = lines.slice(Math.max(first, 0), last)
  return first === 0 && !between.some((line) => isName(line) && !isRole(line))
}

/** The name in From, at the end or above what else is in a card. */
function isOwnName(
  lines: readonly string[],
  index: number,
  isApart: boolean,
  sender: ReadonlySet<string>,
): boolean {
  const [name = "", ...rest] = lines.slice(index)
  if (!isNameOf(sender, ownPart(name)) || !rest.every(isSignatureLike)) return false
  const above = (lines[index - 1] ?? "").trim()
  return isApart ? !/[:,]$/.test(above) : /[.!?…]$/.test(above)
}

/** « -Roman » at the very end, unless it is the last item of a list, or « --Jeanne Petit ». */
function isDashedName(lines: readonly string[], index: number): boolean {
  const [line = "", ...rest] = lines.slice(index)
  const name = DASHES_AND_MORE.exec(line)?.[1]
  if (name !== undefined) return isName(name) && rest.every(isSignatureLike)
  const above = lines.slice(Math.max(index - MOST_LINES_OF_LIST, 0), index)
  const isList = above.some((other) => /^\s*[-–—•*]/.test(other))
  return rest.length === 0 && DASH_AND_WORD.test(line) && !isList
}
