import { GREETINGS } from "./person-words.ts"
import { opening, plain } from "./phrases.ts"
import type { FilledLine } from "./signature.ts"
import { isCard, isOwnName, ownPart } from "./signature-card.ts"
import { closingOf, isName, isSignatureLike } from "./signature-lines.ts"
import { isNameOf, type Sender } from "./signature-name.ts"
import { ANSWERS, KIND_SENTENCES, POLITE_SENTENCES } from "./signature-words.ts"

// How a person ends a mail: a formula and a name, a card, a dash and a name. It is a signature only
// below something written: an answer that is « Merci, Jeanne » says just that.

const MOST_LINES = 16
const LONGEST_LINE = 1_000
const LINES_OF_POLITENESS = 2
const LONGEST_KINDNESS = 80
const MOST_LINES_OF_LIST = 10
const MOST_WORDS_BEFORE_NAME = 5

const POLITE = opening(POLITE_SENTENCES)
const KIND = opening(KIND_SENTENCES)
const ANSWER = opening(ANSWERS)
const GREETING = opening(GREETINGS)
const ADVERB = /^(?:bien |tres )?\p{L}{3,20}ment(?: votre| a vous)?[ ,.!]*$/u
const OF_ONESELF = /(?:^|[ '])(?:j|je|mon|ma|mes|i|my|ich|mein)(?:[ ']|$)/
const POSTSCRIPT = /^\s*(?:p\.? ?s\.?|post-?scriptum|nb|n\.b\.)\s*[:\d]/i
const DASH_AND_WORD = /^\s*[-–—~]\s?\p{L}[\p{L}'’]{1,20}[.!]?\s*$/u
const DASHES_AND_MORE = /^\s*--+\s?([^\s-].*)$/

/** The lines, among those that are not blank, of such an ending; a postscript stays apart. */
export function closingRange(
  lines: readonly FilledLine[],
  sender: Sender,
): { start: number; end: number } {
  const first = Math.max(lines.length - MOST_LINES, 1)
  const texts = lines.map(({ text }) => text)
  const postscript = texts.findIndex((text, index) => index > first && POSTSCRIPT.test(text))
  const end = postscript < 0 ? lines.length : postscript
  const tail = texts.slice(0, end)
  const isApart = (index: number) => lines[index]?.isApart === true
  const candidates = tail.map((_, index) => index).slice(first)

  const start =
    candidates.find((index) => isFormal(tail, index)) ??
    candidates.findLast((index) => isThankful(tail, index, isApart(index), sender)) ??
    candidates.find((index) => isCard(tail, index, isApart(index), sender)) ??
    candidates.find((index) => isOwnName(tail, index, isApart(index), sender)) ??
    candidates.find((index) => isDashedName(tail, index)) ??
    end
  return { start, end }
}

/** « Cordialement, » and what follows. */
function isFormal(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? ""
  const isPolite = POLITE.test(plain(line.slice(0, LONGEST_LINE)))
  if (!isPolite && closingOf(line) !== "formal") return false
  const below = lines.slice(index + (isPolite ? LINES_OF_POLITENESS : 1))
  return below.every((other) => isSignatureLike(other) || isSlogan(other))
}

/** « Merci, », when a name follows; any short line that ends with a comma, when the sender's does. */
function isThankful(lines: readonly string[], index: number, isApart: boolean, sender: Sender) {
  const [closing = "", name = "", ...rest] = lines.slice(index)
  const isOwn = isNameOf(sender, ownPart(name))
  if (isOwnFormula(closing, sender)) return [name, ...rest].every(isSignatureLike)
  const isClosing = closingOf(closing) === "thanks" || isKind(closing)
  if (!isClosing && !(isOwn && isApart && isWordBeforeName(closing))) return false
  return (isOwn || isName(ownPart(name))) && rest.every(isSignatureLike)
}

/** « Je vous souhaite une belle journée », « Sportivement » */
function isKind(line: string): boolean {
  if (line.length > LONGEST_KINDNESS || /\d/.test(line)) return false
  return KIND.test(plain(line)) || ADVERB.test(plain(line))
}

/** « Cheers, Bob. », for Bob: « Merci, Nadia » thanks somebody else. */
function isOwnFormula(line: string, sender: Sender): boolean {
  const [, formula = "", name = ""] = /^([^,]{1,40}),\s*(.{2,60})$/.exec(line.trim()) ?? []
  return closingOf(formula) !== null && isNameOf(sender, name)
}

/** Not « Oui, » nor « Bonjour, »: what somebody wrote. */
function isWordBeforeName(line: string): boolean {
  const text = plain(line.slice(0, LONGEST_LINE))
  if (!/^[^\d,:?]{2,40},$/.test(text) || text.split(" ").length > MOST_WORDS_BEFORE_NAME)
    return false
  return !ANSWER.test(text) && !GREETING.test(text)
}

/** « Suivez-nous ! » */
function isSlogan(line: string): boolean {
  return line.length <= LONGEST_KINDNESS && /!\s*$/.test(line) && !OF_ONESELF.test(plain(line))
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
