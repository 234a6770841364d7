import {
  DEVICES,
  DISCLAIMER_MARKS,
  DISCLAIMER_OPENINGS,
  DISCLAIMERS,
  SENT_FROM,
} from "./footer-words.ts"
import { anyOf, opening, plain } from "./phrases.ts"
import type { FilledLine } from "./signature.ts"
import { isSignatureLike } from "./signature-lines.ts"

// What a program, a company or a habit adds at the end of every mail.

const MOST_LINES_BELOW_DASHES = 30
const MOST_LINES_BELOW_RULE = 12
const MOST_LINES_BELOW_UNDERLINE = 4
const LINES_OF_DISCLAIMER = 4
const LONGEST_LINE = 1_000
const MOST_WORDS = 11
const LEAST_WORDS_OF_SENTENCE = 4

const DASHES = /^\s*(?:[-_–—]{2,3}|—)\s*$/
const RULE = /^\s*(?:[-–—]{4,}|_{4,}|={4,}|\*{4,}|~{3,}|[+|*](?:-{4,}|={4,}|_{4,})[+|*])\s*$/
const SENT = opening(SENT_FROM)
const SENT_UNSPACED = /^(?:发自|發自|从我的|從我的)|から送信$/
const DEVICE = anyOf(DEVICES)
const MINE =
  /^\S+(?: \S+){0,3} (?:my|mon|ma|meine[mnr]|mi|meu|minha|mio|mia|mijn|min|mitt)(?: \S+){1,4}$/
const REASON = / (?:car|mais|parce|puisque|because|but|which|weil|aber) /
const DISCLAIMER = opening(DISCLAIMERS)
const DISCLAIMER_OPENING = opening(DISCLAIMER_OPENINGS)
const DISCLAIMER_MARK = anyOf(DISCLAIMER_MARKS)

/** Which line begins it: dashes, « Envoyé de mon iPhone », a disclaimer. Their number when none. */
export function footerStart(lines: readonly FilledLine[]): number {
  const found = lines.findIndex(({ text }, index) => {
    if (DASHES.test(text)) return lines.length - index <= MOST_LINES_BELOW_DASHES
    if (RULE.test(text)) return isSignatureRule(lines, index)
    const start = plain(text.slice(0, LONGEST_LINE))
    return isPlainSentFrom(start) || isDisclaimer(start, lines, index)
  })
  return found < 0 ? lines.length : found
}

/** « Envoyé de mon iPhone », but not « Sent from my desk, which is easier ». */
export function isSentFrom(line: string): boolean {
  return isPlainSentFrom(plain(line.slice(0, LONGEST_LINE)))
}

function isPlainSentFrom(line: string): boolean {
  const text = line.replace(/^[-<(•> ]+/, "")
  if (SENT_UNSPACED.test(text)) return true
  if (!SENT.test(text)) return false
  const [clause = "", ...rest] = text.replace(/[<[(]?https?:\S+/g, "").split(/[,.;!?]/)
  const words = clause.trim().split(" ").length
  if (REASON.test(clause)) return false
  if (DEVICE.test(clause)) return words <= MOST_WORDS
  return rest.join("").trim() === "" && (MINE.test(clause.trim()) || words <= 3)
}

/** A line under words may underline a heading: little may then follow it. */
function isSignatureRule(lines: readonly FilledLine[], index: number): boolean {
  const isApart = index === 0 || lines[index]?.isApart
  const most = isApart ? MOST_LINES_BELOW_RULE : MOST_LINES_BELOW_UNDERLINE
  const below = lines.slice(index + 1, index + 2 + most)
  if (below.length > most || /[:：]\s*$/.test(lines[index - 1]?.text ?? "")) return false
  return !isFrame(lines) && below.every(({ text }) => isSignatureLike(text))
}

/** Two rules with a sentence below them, « Elle apparaît à chaque essai. », framed something of the text. */
function isFrame(lines: readonly FilledLine[]): boolean {
  const last = lines.findLastIndex(({ text }) => RULE.test(text))
  const isPair = lines.findIndex(({ text }) => RULE.test(text)) < last
  return isPair && lines.slice(last + 1).some(({ text }) => isSentence(text))
}

function isSentence(line: string): boolean {
  return /[.!?]\s*$/.test(line) && (line.match(/\p{L}+/gu)?.length ?? 0) >= LEAST_WORDS_OF_SENTENCE
}

function isDisclaimer(start: string, lines: readonly FilledLine[], index: number): boolean {
  // The tree of « P Pensez à l'environnement » is a letter of a font of symbols.
  const text = start.replace(/^[^\p{L}\p{N}]+|^p (?=\p{L})/u, "")
  if (DISCLAIMER.test(text)) return true
  if (!DISCLAIMER_OPENING.test(text)) return false
  const paragraph = lines.slice(index, index + LINES_OF_DISCLAIMER)
  return DISCLAIMER_MARK.test(
    plain(paragraph.map((line) => line.text.slice(0, LONGEST_LINE)).join(" ")),
  )
}
