import { HEADER_LABELS } from "./header-words.ts"
import { plain } from "./phrases.ts"

// Lotus Notes sets the name, the date, and each label above its value, all on lines of their own.

const LONGEST_NAME = 120
const MOST_LINES = 16

const DATE_ALONE =
  /^(?:envoye le |sent )?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?: [ap]m)?$/
const TO = new Set(HEADER_LABELS.to.map(plain))
const SUBJECT = new Set(HEADER_LABELS.subject.map(plain))

/** How many plain lines, from this one, are such headers of a quoted mail; 0 when none are. */
export function notesHeadersLength(lines: readonly string[], start: number): number {
  const name = lines[start] ?? ""
  if (name === "" || name.length > LONGEST_NAME || !DATE_ALONE.test(lines[start + 1] ?? ""))
    return 0
  const near = lines.slice(start, start + MOST_LINES)
  const to = near.findIndex((line) => isLabel(TO, line))
  const subject = near.findIndex((line, at) => at > to && isLabel(SUBJECT, line))
  return to > 1 && subject > 0 ? subject + (SUBJECT.has(near[subject] ?? "") ? 2 : 1) : 0
}

/** A label alone on its line, whether or not a colon follows. */
function isLabel(labels: ReadonlySet<string>, line: string): boolean {
  return labels.has(line) || labels.has(line.replace(/ ?:$/, ""))
}
