import type { Bytes } from "./charsets.ts"
import { LIMITS } from "./limits.ts"

/** A header field: lower-case name, unfolded value, still in bytes. */
export type Field = { name: string; value: Bytes }

type HeaderBlock = { fields: Field[]; bodyAt: number }

const FIELD = /^([!-9;-~]+)[ \t]*:[ \t]*/
const ALWAYS_KEPT = new Set(["from", "subject", "date", "message-id", "content-type"])
const LINE_BREAK = /\r\n|\n|\r/g

/**
 * Reads the header block that starts at `start`. Lines that are no header are skipped, as long as a
 * blank line comes later; a bare CR or LF ends a line as CR LF does, and a delimiter ends the block.
 */
export function readFields(source: Bytes, start: number): HeaderBlock {
  const fields: Field[] = []
  let strayAt: number | null = null
  let kept = 0
  for (const line of linesOf(source, start)) {
    if (line.text === "") {
      const isHeaderless = fields.length === 0 && strayAt !== null
      return { fields, bodyAt: isHeaderless ? start : line.nextAt }
    }
    if (line.text.startsWith("--")) return { fields, bodyAt: line.at }
    const last = fields.at(-1)
    const named = FIELD.exec(line.text.slice(0, 1_000))
    if (/^[ \t]/.test(line.text) && last) {
      if (last.value.length < LIMITS.headerField) last.value += ` ${line.text.trim()}`
    } else if (named?.[1]) {
      const name = named[1].toLowerCase()
      const value = line.text.slice(named[0].length, LIMITS.headerField).trimEnd()
      if (kept < LIMITS.headerBlock || ALWAYS_KEPT.has(name)) fields.push({ name, value })
    } else strayAt ??= line.at
    kept += line.text.length
  }
  return { fields, bodyAt: strayAt ?? source.length }
}

export function firstValue(fields: Field[], name: string): Bytes {
  return fields.find((field) => field.name === name)?.value ?? ""
}

function* linesOf(source: Bytes, start: number) {
  let at = start
  while (at < source.length) {
    LINE_BREAK.lastIndex = at
    const found = LINE_BREAK.exec(source)
    const nextAt = found ? LINE_BREAK.lastIndex : source.length
    yield { at, text: source.slice(at, found?.index ?? source.length), nextAt }
    at = nextAt
  }
}
