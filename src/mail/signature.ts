import {
  DEVICES,
  DISCLAIMER_MARKS,
  DISCLAIMER_OPENINGS,
  DISCLAIMERS,
  SENT_FROM,
} from "./footer-words.ts"
import { anyOf, opening, plain } from "./phrases.ts"
import { closingOf, isContact, isName, isSignatureLike } from "./signature-lines.ts"
import { POLITE_SENTENCES } from "./signature-words.ts"

const MOST_LINES_BELOW_DASHES = 30
const MOST_LINES_BELOW_RULE = 12
const MOST_LINES_SIGNED = 16
const LONGEST_LINE = 1_000

const SENT = opening(SENT_FROM)
const SENT_UNSPACED = /^(?:发自|發自|从我的|從我的|나의|내 )|から送信$/
const DEVICE = anyOf(DEVICES)
const MINE =
  /^\S+(?: \S+){0,3} (?:my|mon|ma|meine[mnr]|mi|meu|minha|mio|mia|mijn|min|mitt) \S+(?: \S+){0,3}$/
const REASON = / (?:car|mais|parce|puisque|because|but|which|weil|aber) /
const DISCLAIMER = opening(DISCLAIMERS)
const DISCLAIMER_OPENING = opening(DISCLAIMER_OPENINGS)
const DISCLAIMER_MARK = anyOf(DISCLAIMER_MARKS)
const POLITE = opening(POLITE_SENTENCES)
const POSTSCRIPT = /^\s*(?:p\.? ?s\.?|post-?scriptum|nb|n\.b\.)\s*[:\d]/i
const DASHES = /^\s*(?:[-_–—]{2,3}|—)\s*$/
const RULE = /^\s*(?:[-–—]{4,}|_{4,}|={4,}|\*{4,})\s*$/
const DASH_AND_NAME =
  /^\s*(?:[-–—~]\s?(\p{L}[\p{L}'’]{1,20})|--+\s?(\p{L}[\p{L} .'’-]{1,40}))[.!]?\s*$/u

/** The lines, among some that a person wrote in a row, that are their signature. */
export function signatureLines(lines: readonly string[]): number[] {
  const added = addedFrom(lines)
  // A telephone's line above the text does not make a signature of the text.
  if (added === filled(lines, 0) && isSentFrom(lines[added] ?? "")) return [added]
  const own = lines.slice(0, added)
  const start = closedFrom(own) ?? cardFrom(own) ?? dashFrom(own) ?? own.length
  return [...range(start, signedUntil(own, start)), ...range(added, lines.length)]
}

/** Where what a program or a company adds begins: dashes, « Envoyé de mon iPhone », a disclaimer. */
function addedFrom(lines: readonly string[]): number {
  const filledBelow = countFilledBelow(lines)
  const found = lines.findIndex((line, index) => {
    const below = filledBelow[index] ?? 0
    if (DASHES.test(line)) return below <= MOST_LINES_BELOW_DASHES
    if (RULE.test(line)) {
      return below <= MOST_LINES_BELOW_RULE && lines.slice(index + 1).every(isSignatureLike)
    }
    return isSentFrom(line) || isDisclaimer(lines, index)
  })
  return found < 0 ? lines.length : found
}

function isSentFrom(line: string): boolean {
  if (line.length > LONGEST_LINE) return false
  const text = plain(line.replace(/[<[(]?https?:\S+/g, "")).replace(/^[-<(• ]+/, "")
  if (SENT_UNSPACED.test(text)) return true
  if (!SENT.test(text)) return false
  const clause = (/^[^,.;!?]*/.exec(text)?.[0] ?? "").trim()
  if (REASON.test(clause)) return false
  const words = clause.split(" ").length
  if (DEVICE.test(clause)) return words <= 11
  return clause.length >= text.length - 1 && (MINE.test(clause) || words <= 3)
}

function isDisclaimer(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? ""
  const first = plain(line.slice(0, LONGEST_LINE)).replace(/^[-~*_#<([ ]+/, "")
  if (DISCLAIMER.test(first)) return true
  if (!DISCLAIMER_OPENING.test(first)) return false
  const paragraph = lines.slice(index, index + 4).map((text) => text.slice(0, LONGEST_LINE))
  return DISCLAIMER_MARK.test(plain(paragraph.join(" ")))
}

/** « Cordialement, » and what follows, or « Merci » when a name follows. */
function closedFrom(lines: readonly string[]): number | null {
  const candidates = range(firstOfTail(lines), lines.length)
  const formal = candidates.find((line) => isFormalClosing(lines, line))
  return formal ?? candidates.findLast((line) => isThankfulClosing(lines, line)) ?? null
}

function isFormalClosing(lines: readonly string[], line: number): boolean {
  const text = lines[line] ?? ""
  const isPolite = POLITE.test(plain(text.slice(0, LONGEST_LINE)))
  if (!isPolite && closingOf(text) !== "formal") return false
  return isSigned(lines, isPolite ? endOfParagraph(lines, line) : line + 1)
}

function isThankfulClosing(lines: readonly string[], line: number): boolean {
  if (closingOf(lines[line] ?? "") !== "thanks") return false
  const next = filled(lines, line + 1)
  return next < lines.length && isName(lines[next] ?? "") && isSigned(lines, next + 1)
}

/** Whether nothing but a signature follows, or a postscript below it. */
function isSigned(lines: readonly string[], start: number): boolean {
  return lines.slice(start, signedUntil(lines, start)).every(isSignatureLike)
}

/** A name above a telephone number or a site, in a paragraph of its own. */
function cardFrom(lines: readonly string[]): number | null {
  const candidates = range(firstOfTail(lines), lines.length)
  const found = candidates.find((line) => {
    const name = lines[line] ?? ""
    const isApart = (lines[line - 1] ?? "x").trim() === "" && !introducesSomething(lines, line)
    const card = lines.slice(line)
    return (
      isApart &&
      / /.test(name.trim()) &&
      isName(name) &&
      card.some(isContact) &&
      card.every(isSignatureLike)
    )
  })
  return found ?? null
}

/** « Pouvez-vous créer le compte de : » */
function introducesSomething(lines: readonly string[], line: number): boolean {
  const above = lines.slice(0, line).findLast((text) => text.trim() !== "")
  return above === undefined || /[:,]\s*$/.test(above)
}

/** « -Roman », at the very end, and not the last item of a list. */
function dashFrom(lines: readonly string[]): number | null {
  const last = lines.findLastIndex((line) => line.trim() !== "")
  if (!DASH_AND_NAME.test(lines[last] ?? "")) return null
  const isList = lines.slice(Math.max(last - 10, 0), last).some((line) => /^\s*[-–—•*]/.test(line))
  return isList || firstOfTail(lines) > last ? null : last
}

/** Where to look for a closing: near the end, and below something written. */
function firstOfTail(lines: readonly string[]): number {
  let count = 0
  let first = lines.length
  for (let line = lines.length - 1; line >= 0 && count < MOST_LINES_SIGNED; line--) {
    if ((lines[line] ?? "").trim() === "") continue
    count++
    first = line
  }
  return Math.max(first, filled(lines, 0) + 1)
}

function signedUntil(lines: readonly string[], start: number): number {
  const postscript = lines.findIndex((line, index) => index > start && POSTSCRIPT.test(line))
  return postscript < 0 ? lines.length : postscript
}

function endOfParagraph(lines: readonly string[], line: number): number {
  const blank = lines.findIndex((text, index) => index > line && text.trim() === "")
  return blank < 0 ? lines.length : blank
}

function filled(lines: readonly string[], start: number): number {
  const found = lines.findIndex((line, index) => index >= start && line.trim() !== "")
  return found < 0 ? lines.length : found
}

/** For each line, how many lines below it are not blank. */
function countFilledBelow(lines: readonly string[]): number[] {
  const counts: number[] = []
  let count = 0
  for (const line of lines.toReversed()) {
    counts.push(count)
    if (line.trim() !== "") count++
  }
  return counts.reverse()
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(end - start, 0) }, (_, index) => start + index)
}
