// A table of accounts: the passwords stand under their heading.
import type { Range } from "./mask.ts"

const MAX_ROWS = 50
const MAX_LINE = 300
const NEAR = 30
const CELL_ENDS = /[|\t;]|\S {2,}\S/
const FIELD =
  /^(?:nom|pr[eé]nom|nom d['’]utilisateur|identifiants?|login|utilisateur|user(?:name)?|adresse.*|e?-?mail|m[eé]l|courriel|compte|account|name|r[oô]le|profil|statut|service)$/iu
const RULE = /^[\s|+=:-]*$/

export type Column = { cells: Range[]; end: number }

/** What stands under the label; null when it is not the heading of a column. */
export function columnBelow(text: string, start: number, end: number): Column | null {
  // Most labels are in a sentence: told at once.
  if (!CELL_ENDS.test(text.slice(Math.max(0, start - NEAR), end + NEAR))) return null
  const before = text.slice(Math.max(0, start - MAX_LINE), start)
  const lineStart = start - before.length + before.lastIndexOf("\n") + 1
  const lineEnd = endOfLine(text, end)
  const heading = text.slice(lineStart, lineEnd)
  const separator = separatorIn(heading)
  if (!separator) return null
  const cells = cellsOf(heading, separator)
  const at = start - lineStart
  const column = cells.findIndex(({ from, to }) => from <= at && at < to)
  const beside = [cells[column - 1], cells[column + 1]].filter((cell) => cell !== undefined)
  if (!beside.some(({ text: name }) => FIELD.test(name))) return null
  return rowsBelow(text, lineEnd + 1, separator, column)
}

function rowsBelow(text: string, from: number, separator: RegExp, column: number): Column {
  const ranges: Range[] = []
  let at = from
  for (let row = 0; at < text.length && row < MAX_ROWS; row++) {
    const lineEnd = endOfLine(text, at)
    const line = text.slice(at, lineEnd)
    if (!RULE.test(line)) {
      const cells = cellsOf(line, separator)
      const cell = cells[column]
      if (cells.length < 2 || !cell) break
      if (cell.text !== "") ranges.push([at + cell.from, at + cell.to])
    } else if (ranges.length > 0 && line.trim() === "") break
    at = lineEnd + 1
  }
  return { cells: ranges, end: at }
}

function separatorIn(line: string): RegExp | null {
  if (line.includes("|")) return /\|/g
  if (line.includes("\t")) return /\t/g
  if (line.includes(";")) return /;/g
  return / {2,}/.test(line.trim()) ? / {2,}/g : null
}

type Cell = { from: number; to: number; text: string }

/** Without the empty one that a table's border makes at the left. */
function cellsOf(line: string, separator: RegExp): Cell[] {
  const cells: Cell[] = []
  const begin = /^[\s|>]*/.exec(line)?.[0].length ?? 0
  let from = begin
  const add = (to: number) => {
    const raw = line.slice(from, to)
    const text = raw.trim()
    const lead = from + raw.length - raw.trimStart().length
    cells.push({ from: lead, to: lead + text.length, text })
  }
  for (const { index, 0: sign } of line.slice(0, MAX_LINE).matchAll(separator)) {
    if (index < begin) continue
    add(index)
    from = index + sign.length
  }
  add(Math.min(line.length, MAX_LINE))
  return cells
}

/** A line is not looked at further than that, so that a text without line ends costs no more. */
function endOfLine(text: string, from: number): number {
  const end = text.slice(from, from + MAX_LINE).indexOf("\n")
  return end < 0 ? Math.min(text.length, from + MAX_LINE) : from + end
}
