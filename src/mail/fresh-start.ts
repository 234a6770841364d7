import { headerBlockAt } from "./header-block.ts"
import { plain } from "./phrases.ts"

const LONGEST_START = 1_500
const MOST_LINES = 60
const QUOTED = /^\s*(?:>|-{3,}|_{5,}|={5,})/
const ANNOUNCED = /(?:a écrit|wrote|schrieb|escribió|scritto|schreef|escreveu)\s?:$/

/** The beginning of what a mail says itself, above what it quotes, as it is compared. */
export function freshStart(text: string): string {
  const lines = text.slice(0, LONGEST_START).trimStart().split("\n", MOST_LINES)
  const quote = lines.findIndex((_, at) => at > 0 && startsQuote(lines, at))
  return plain(lines.slice(0, quote < 0 ? lines.length : quote).join("\n"))
}

function startsQuote(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ""
  return QUOTED.test(line) || ANNOUNCED.test(line.trim()) || headerBlockAt(lines, at) !== null
}
