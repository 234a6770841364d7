import { FORWARD_MARKERS, ORIGINAL_MARKERS } from "./forwarded-words.ts"
import { anyOf, opening } from "./phrases.ts"
import { attributionLength } from "./quote-attribution.ts"
import { headersLength } from "./quote-headers.ts"
import { isMarked, isMarkedFrom } from "./quote-lines.ts"
import { notesHeadersLength } from "./quote-notes.ts"
import { ANSWER_ABOVE, TITLES } from "./quote-words.ts"

// What a mail program writes above the mail it quotes: who wrote it, its headers, a title, a rule.

const LONGEST_TITLE = 200
const MOST_BLANKS = 3
const MOST_LEADS = 3
const MOST_MARKED_HEADERS = 20

const TITLE = opening([...TITLES, ...ORIGINAL_MARKERS, ...FORWARD_MARKERS])
const ABOVE = anyOf(ANSWER_ABOVE)
const RULE = /^[-_=*~.#]{3,}$/
const GROUPWISE = /^>>> .*(?:>>>|:)$/

/** How many lines, from this one, introduce a quoted mail; 0 when none does. */
export function openingLength(lines: readonly string[], start: number, leads = MOST_LEADS): number {
  const line = lines[start] ?? ""
  if (line === "") return 0
  const isSure = isTitle(line)
  const isLead = isSure || RULE.test(line) || isBareTitle(line)
  const behind = isLead && leads > 0 ? followUp(lines, start + 1, leads - 1) : 0
  if (isSure || behind > 0) return 1 + behind
  // « Message du 3 mars de Nadia : »
  if (isLead && line.endsWith(":") && isMarkedFrom(lines, start + 1)) return 1
  return introduction(lines, start)
}

function introduction(lines: readonly string[], start: number): number {
  if (GROUPWISE.test(lines[start] ?? "")) return 1
  return (
    attributionLength(lines, start, (line) => isMarkedFrom(lines, line + 1)) ||
    headersLength(lines, start) ||
    notesHeadersLength(lines, start) ||
    markedHeadersLength(lines, start)
  )
}

/** Some webmails mark the headers with ">", and then leave the mail they quote without a mark. */
function markedHeadersLength(lines: readonly string[], start: number): number {
  if (!isMarked(lines[start] ?? "") || isMarked(lines[start - 1] ?? "")) return 0
  const near = lines.slice(start, start + MOST_MARKED_HEADERS)
  const unmarked = near.findIndex((line) => !isMarked(line))
  const headers = near.slice(0, Math.max(unmarked, 0)).map((line) => line.replace(/^[> ]+/, ""))
  const first = isBareTitle(headers[0] ?? "") ? 1 : 0
  const end = first + headersLength(headers, first)
  return end > first && headers.slice(end).every((line) => line === "") ? headers.length : 0
}

function followUp(lines: readonly string[], start: number, leads: number): number {
  const next = lines.slice(start, start + MOST_BLANKS + 1).findIndex((line) => line !== "")
  const length = next < 0 ? 0 : openingLength(lines, start + next, leads)
  return length > 0 ? next + length : 0
}

/** « -----Message d'origine----- » */
function isTitle(line: string): boolean {
  if (line.length > LONGEST_TITLE) return false
  if (ABOVE.test(line)) return true
  if (!/^[-_=~#](?: ?[-_=~#]){2}|^[-_=~#].*[-_=~#]$/.test(line)) return false
  return TITLE.test(line.replace(/^[-_=~#\s]+/, ""))
}

/** « Message d'origine », which means something only above headers. */
function isBareTitle(line: string): boolean {
  return line.length <= LONGEST_TITLE && TITLE.test(line)
}
