import { addressIn } from "./address-in-text.ts"
import { FORWARD_MARKERS, ORIGINAL_MARKERS } from "./forwarded-words.ts"
import { bare, fieldOf, headerBlockAt } from "./header-block.ts"
import { HEADER_LABELS } from "./header-words.ts"
import type { Address } from "./incoming.ts"
import { opening, plain } from "./phrases.ts"

/** An older mail shown inside a text, and how it was announced. */
export type Original = {
  announced: "as forwarded" | "by its headers" | "by a sentence"
  from: Address | null
  /** "" when it is not shown. */
  subject: string
  /** First line of what announces it, first line of its text. */
  start: number
  end: number
}

const FORWARDED = opening(FORWARD_MARKERS)
const QUOTED = opening(ORIGINAL_MARKERS)
const DASHED = /^[\s>*]{0,10}-{2,60}[^-].{0,200}-{2,60}\s*$/

const LONGEST_LINE = 2_000
const LONGEST_MARKER = 200
const MOST_LINES_AFTER_MARKER = 6
const MOST_LINES_OF_SENTENCE = 3
const DATE_OR_TIME = /\d{1,4}(?:[./:h-]|\. ?|年|\s\p{L})\d{0,2}/u
// Yahoo writes the whole block on one line, with nothing between its fields.
const SUBJECT_LATER = new RegExp(`(?:${HEADER_LABELS.subject.join("|")})\\s?[:：](.*)$`, "u")

/** The first older mail that the lines show. */
export function firstOriginal(lines: readonly string[]): Original | null {
  for (let line = 0; line < lines.length; line++) {
    const original =
      afterMarker(lines, line) ?? afterHeaders(lines, line) ?? afterSentence(lines, line)
    if (original) return original
  }
  return null
}

function afterMarker(lines: readonly string[], start: number): Original | null {
  const line = (lines[start] ?? "").slice(0, LONGEST_LINE)
  const text = bare(line)
  const words = plain(text.slice(0, LONGEST_MARKER))
  const isForwarded = FORWARDED.test(words)
  if (!isForwarded && !QUOTED.test(words) && !DASHED.test(line)) return null
  const announced = isForwarded ? "as forwarded" : "by its headers"

  const rest = text.replace(/^[^-]{0,100}-{2,60}/, "").trim()
  const field = fieldOf(rest)
  if (isForwarded && field?.name === "from") {
    const subject = SUBJECT_LATER.exec(rest)?.[1]?.trim() ?? ""
    return { announced, from: addressIn(field.value), subject, start, end: start + 1 }
  }
  for (let next = start + 1; next <= start + MOST_LINES_AFTER_MARKER; next++) {
    const original = afterHeaders(lines, next)
    // Lotus Notes names the sender on a line of its own, above the other fields.
    const between = lines.slice(start, next).join(" ")
    if (original)
      return { ...original, announced, from: original.from ?? addressIn(between), start }
  }
  return null
}

function afterHeaders(lines: readonly string[], start: number): Original | null {
  const block = headerBlockAt(lines, start)
  if (!block) return null
  return {
    announced: "by its headers",
    from: addressIn(block.fields.get("from") ?? ""),
    subject: block.fields.get("subject") ?? "",
    start,
    end: block.end,
  }
}

/** « Le 27/10/2021 à 9:31, Jean <jean@…> a écrit : », in any language: a date, an address, a colon. */
function afterSentence(lines: readonly string[], start: number): Original | null {
  const first = bare(lines[start] ?? "")
  if (!first.includes("@") && !DATE_OR_TIME.test(first)) return null
  for (let end = start + 1; end <= start + MOST_LINES_OF_SENTENCE; end++) {
    if (end > start + 1 && bare(lines[end - 1] ?? "") === "") return null
    const sentence = lines.slice(start, end).map(bare).join(" ")
    const from = addressIn(sentence)
    if (from && /[:：]$/.test(sentence) && DATE_OR_TIME.test(sentence))
      return { announced: "by a sentence", from: named(from, sentence), subject: "", start, end }
  }
  return null
}

/** In a sentence, the name is what stands in quotes, or the last capitalised words. */
function named(from: Address, sentence: string): Address {
  const quoted = /["«“„]\s?([^"»”]{1,100}?)\s?["»”]/.exec(sentence)?.[1]
  const before = from.name.split(/[,;:\d]/).at(-1) ?? ""
  const capitalised = /(?:\p{Lu}[\p{L}'.-]{0,40}\s?){1,5}$/u.exec(before.trim())?.[0] ?? ""
  return { ...from, name: quoted ?? capitalised.replace(/^(?:AM|PM|GMT|UTC)\b\s?/, "") }
}
