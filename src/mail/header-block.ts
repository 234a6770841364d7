import { HEADER_LABELS, type HeaderName } from "./header-words.ts"
import { plain } from "./phrases.ts"

/** The lines « De : … Envoyé : … Objet : … » that mail programs put above a mail they quote. */
export type HeaderBlock = {
  fields: Map<HeaderName, string>
  /** The lines it occupies: the quoted mail begins at `end`. */
  start: number
  end: number
}

const LONGEST_LABEL = 40
const LONGEST_VALUE = 1_000
const LONGEST_FOLD = 8

const LABELS = new Map<string, HeaderName>()
for (const name of ["from", "to", "cc", "date", "subject"] as const)
  for (const label of HEADER_LABELS[name]) LABELS.set(plain(label), name)

type Field = { name: HeaderName; value: string }

/** The block that begins at this line, if there is one: two different fields, one of which matters. */
export function headerBlockAt(lines: readonly string[], start: number): HeaderBlock | null {
  if (!fieldOf(lines[start])) return null

  const fields = new Map<HeaderName, string>()
  let end = start
  for (let next = start; ; ) {
    const field = fieldOf(lines[next])
    // A field that comes back is the block of an older mail: copies may be many.
    if (!field || (fields.has(field.name) && field.name !== "cc")) break
    const after = endOfValue(lines, next + 1, field)
    const value = [field.value, ...lines.slice(next + 1, after).map(bare)].join(" ")
    if (!fields.has(field.name)) fields.set(field.name, value.trim().slice(0, LONGEST_VALUE))
    end = after
    next = nextField(lines, end)
  }
  const isBlock = fields.size > 1 && (fields.has("from") || fields.has("subject"))
  return isBlock ? { fields, start, end } : null
}

/** A line without what surrounds it when it is quoted (>) or bold (*). */
export function bare(line: string): string {
  return line
    .slice(0, LONGEST_VALUE)
    .replace(/^[\s>\ufeff|*_-]{1,40}/, "")
    .trim()
}

export function fieldOf(line: string | undefined): Field | null {
  if (line === undefined) return null
  const text = bare(line)
  const colon = text.slice(0, LONGEST_LABEL).search(/[:：]/)
  if (colon < 1) return null
  const name = LABELS.get(plain(text.slice(0, colon).replaceAll("*", "")))
  return name ? { name, value: text.slice(colon + 1).replace(/^[\s*]+|\*+$/g, "") } : null
}

/**
 * Where a folded value ends. What follows a last « Objet : » is already the mail itself, so a line
 * only continues a value when another field comes after it, or when it holds nothing but addresses.
 */
function endOfValue(lines: readonly string[], start: number, field: Field): number {
  for (let line = start; line < start + LONGEST_FOLD; line++) {
    const text = lines[line]
    if (text === undefined || bare(text) === "") break
    if (fieldOf(text)) return line
  }
  let end = start
  const isAddressed = field.name !== "subject" && field.name !== "date"
  while (isAddressed && end < start + LONGEST_FOLD && isAddressOnly(lines[end])) end++
  return end
}

function isAddressOnly(line: string | undefined): boolean {
  return line !== undefined && /^<?[^\s<>]{1,100}@[^\s<>]{1,200}>?[;,]?$/.test(bare(line))
}

/** Fields set in paragraphs have one blank line between them. */
function nextField(lines: readonly string[], line: number): number {
  return lines[line]?.trim() === "" && fieldOf(lines[line + 1]) ? line + 1 : line
}
