import { headerBlockAt } from "./header-block.ts"
import { HEADER_LABELS, type HeaderName } from "./header-words.ts"
import { plain } from "./phrases.ts"
import { isMarkedFrom } from "./quote-lines.ts"

// « De : … Envoyé : … À : … Objet : » above a quoted mail.

const MOST_LINES = 60
const MOST_LOOSE_LINES = 2
const LONGEST_LOOSE = 600

const NAMES = new Map<string, HeaderName>()
for (const name of ["cc", "to", "date", "from", "subject"] as const)
  for (const label of HEADER_LABELS[name]) NAMES.set(plain(label), name)

const LABEL = new RegExp(`(?<![^ >;])(${alternatives()}) ?:`, "gu")

/** How many plain lines, from this one, are the headers of a quoted mail; 0 when none are. */
export function headersLength(lines: readonly string[], start: number): number {
  if (!isHeader(lines[start]) || isHeader(lines[start - 1])) return 0
  const near = lines.slice(start, start + MOST_LINES)
  return blockLength(near) || looseLength(near)
}

function isHeader(line = ""): boolean {
  return NAMES.has(/^([^:]{1,40}?) ?:/.exec(line)?.[1] ?? "")
}

/** « De : Paris, À : Lyon » alone may be somebody's travel: headers have an address, or are three,
 * or stand above quoted lines. */
function blockLength(lines: readonly string[]): number {
  const block = headerBlockAt(lines, 0)
  if (!block) return 0
  const hasAddress = lines.slice(0, block.end).some((line) => line.includes("@"))
  return hasAddress || block.fields.size > 2 || isMarkedFrom(lines, block.end) ? block.end : 0
}

/** Headers that some program put on the same line, or a date and an address without a sender. */
function looseLength(lines: readonly string[]): number {
  for (let count = 1; count <= MOST_LOOSE_LINES; count++) {
    const text = lines.slice(0, count).join(" ")
    if (text.length > LONGEST_LOOSE) return 0
    const labels = [...text.matchAll(LABEL)]
    if (labels[0]?.index !== 0) return 0
    const names = new Set(labels.map((label) => NAMES.get(label[1] ?? "")))
    const isDated = names.has("date") && names.has("to") && text.includes("@")
    if (isDated || (names.size > 2 && names.has("from"))) return count
  }
  return 0
}

function alternatives(): string {
  const labels = [...NAMES.keys()].sort((one, other) => other.length - one.length)
  return labels.join("|")
}
