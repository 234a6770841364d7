import { plain } from "./phrases.ts"

const LONGEST_LINE = 2_000

/** A line as it is compared: without bold marks nor the marks of text direction. */
export function plainLine(line: string): string {
  if (line === "") return ""
  return plain(line.slice(0, LONGEST_LINE).replace(/[*\u202a-\u202e\u2066-\u2069]/g, ""))
}

/** Whether a plain line is quoted: « > », « JP> »; « >>> cliquez ici <<< » is an ornament. */
export function isMarked(line: string): boolean {
  return /^>(?!.*<<)/.test(line) || /^[a-z]{2,3}> /.test(line)
}

/** Whether the next line that is not blank is marked as quoted. */
export function isMarkedFrom(lines: readonly string[], start: number): boolean {
  let line = start
  while (lines[line] === "") line++
  return isMarked(lines[line] ?? "")
}
