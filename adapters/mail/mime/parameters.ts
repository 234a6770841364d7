import { type Bytes, decodeText } from "./charsets.ts"
import { decodeHeader } from "./words.ts"

/** A structured header such as Content-Type: `value; name=parameter`. */
export type Structured = { value: string; parameters: Map<string, string> }

// Semicolons are forgotten, quotes not closed, blanks not quoted.
const PARAMETER =
  /[;\s]\s*([^\s=;"*]+(?:\*\d+)?\*?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|((?:(?!\s{1,3}[\w-]{1,20}=)[^;])*))/g
const MAX_LENGTH = 10_000
const MAX_PIECES = 100

export function readStructured(header: Bytes): Structured {
  const text = header.slice(0, MAX_LENGTH)
  const bare = (text.split(";", 1)[0] ?? "").replace(/\(.*?\)|["']/g, "").trim()
  const value = (bare.split(/\s+(?!\/)/, 1)[0] ?? "").replace(/\s+/g, "").toLowerCase()
  const raw = new Map<string, Bytes>()
  for (const [, name = "", quoted, bare = ""] of text.matchAll(PARAMETER)) {
    const key = name.toLowerCase()
    if (!raw.has(key)) raw.set(key, quoted?.replace(/\\(["\\])/g, "$1") ?? withoutComment(bare))
  }
  return { value, parameters: decodeParameters(raw) }
}

function withoutComment(bare: string): string {
  return bare.replace(/\s+\([^)]*\)\s*$/, "").trim()
}

function decodeParameters(raw: Map<string, Bytes>): Map<string, string> {
  const names = new Set([...raw.keys()].map((key) => key.replace(/\*.*$/, "")))
  return new Map([...names].map((name) => [name, parameterOf(raw, name)]))
}

// RFC 2231: name*=charset'language'text, and name*0, name*1… for what is long; RFC 2047 in practice.
function parameterOf(raw: Map<string, Bytes>, name: string): string {
  const whole = raw.get(`${name}*`)
  if (whole !== undefined) return decodeExtended(whole)
  let text = ""
  let isExtended = false
  for (let piece = 0; piece < MAX_PIECES; piece++) {
    const encoded = raw.get(`${name}*${piece}*`)
    const plain = raw.get(`${name}*${piece}`)
    if (encoded === undefined && plain === undefined) break
    isExtended ||= encoded !== undefined
    text += encoded ?? plain?.replaceAll("%", "%25") ?? ""
  }
  if (text === "") return decodeHeader(raw.get(name) ?? "")
  return isExtended ? decodeExtended(text) : decodeHeader(text.replaceAll("%25", "%"))
}

function decodeExtended(text: Bytes): string {
  const [, charset = "", escaped = text] = /^([^']*)'[^']*'(.*)$/s.exec(text) ?? []
  const bytes = escaped.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return decodeText(bytes, charset)
}
