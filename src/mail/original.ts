import { addressIn } from "./address-in-text.ts"
import { FORWARD_MARKERS, ORIGINAL_MARKERS } from "./forwarded-words.ts"
import { bare, fieldOf, headerBlockAt } from "./header-block.ts"
import { HEADER_LABELS } from "./header-words.ts"
import type { Address } from "./incoming.ts"
import { opening, plain } from "./phrases.ts"
import { attributionLength } from "./quote-attribution.ts"
import { plainLine } from "./quote-lines.ts"

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
// Yahoo writes the whole block on one line, with nothing between its fields.
const SUBJECT_LATER = new RegExp(`(?:${HEADER_LABELS.subject.join("|")})\\s?[:：](.*)$`, "u")

/** The first older mail that the lines show. */
export function firstOriginal(lines: readonly string[]): Original | null {
  const plainLines = lines.map((line) => plainLine(bare(line)))
  for (let line = 0; line < lines.length; line++) {
    const original =
      afterMarker(lines, line) ??
      afterHeaders(lines, line) ??
      afterSentence(lines, line, attributionLength(plainLines, line, isQuotedAfter(lines)))
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

/** « Le 27/10/2021 à 9:31, Jean <jean@…> a écrit : » */
function afterSentence(lines: readonly string[], start: number, length: number): Original | null {
  if (length === 0) return null
  const end = start + length
  const sentence = lines.slice(start, end).map(bare).join(" ")
  const from = addressIn(sentence)
  const named = from && { ...from, name: nameIn(from.name, sentence) }
  return { announced: "by a sentence", from: named, subject: "", start, end }
}

function isQuotedAfter(lines: readonly string[]): (line: number) => boolean {
  return (line) => /^(?:>| {4})/.test(lines[line + 1] || lines[line + 2] || "")
}

/** In a sentence, the name stands in quotes, or is the last capitalised words. */
function nameIn(before: string, sentence: string): string {
  const quoted = /["«“„]\s?([^"»”]{1,100}?)\s?["»”]/.exec(sentence)?.[1]
  const last = before.split(/[,;:\d]/).at(-1) ?? ""
  const capitalised = /(?:\p{Lu}[\p{L}'.-]{0,40}\s?){1,5}$/u.exec(last.trim())?.[0] ?? ""
  return quoted ?? capitalised.replace(/^(?:AM|PM|GMT|UTC)\b\s?/, "")
}
