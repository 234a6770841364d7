import { type Bytes, bytesOf } from "./charsets.ts"

const EQUALS = 0x3d

/** Undoes a Content-Transfer-Encoding. What is not encoded as stated is kept as it is. */
export function decodeTransfer(body: Bytes, encoding: string): Bytes {
  if (encoding === "base64") return decodeBase64(body)
  if (encoding === "quoted-printable") return decodeQuotedPrintable(body)
  if (/^(?:x-)?uu(?:e|encode)$/.test(encoding)) return decodeUu(body)
  return body
}

/** Reads on after a padding in the middle: several encoded pieces are often put end to end. */
export function decodeBase64(text: Bytes): Bytes {
  const pieces = text.match(/[^=]+/g) ?? []
  return pieces.map((piece) => Buffer.from(piece, "base64").toString("latin1")).join("")
}

export function decodeQuotedPrintable(text: Bytes): Bytes {
  const trimmed = text.split("\n").map(withoutLastBlanks).join("\n")
  const unbroken = trimmed.replace(/=(?:\r\n|\n|\r|$)/g, "")
  if (!unbroken.includes("=")) return unbroken
  const bytes = bytesOf(unbroken)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const escaped = bytes[at] === EQUALS ? hexadecimal(unbroken, at + 1) : -1
    bytes[length++] = escaped < 0 ? unbroken.charCodeAt(at) : escaped
    if (escaped >= 0) at += 2
  }
  return bytes.toString("latin1", 0, length)
}

/** Not by an expression: megabytes of blanks would overflow its stack. */
function withoutLastBlanks(line: string): string {
  const ending = line.endsWith("\r") ? "\r" : ""
  let end = line.length - ending.length
  while (end > 0 && (line[end - 1] === " " || line[end - 1] === "\t")) end--
  return line.slice(0, end) + ending
}

function hexadecimal(text: string, at: number): number {
  const digits = text.slice(at, at + 2)
  return /^[0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : -1
}

function decodeUu(text: Bytes): Bytes {
  const begin = /^begin [0-7]{3,4} .*$/m.exec(text)
  if (!begin) return text
  let bytes = ""
  for (const line of text.slice(begin.index + begin[0].length).split(/\r\n|\n|\r/)) {
    if (line === "end") break
    if (line !== "") bytes += decodeUuLine(line)
  }
  return bytes
}

function decodeUuLine(line: string): Bytes {
  const length = sixBits(line, 0)
  const bytes = Buffer.alloc(length)
  for (let at = 0; at < length; at++) {
    const from = 1 + Math.floor(at / 3) * 4 + (at % 3)
    const pair = (sixBits(line, from) << 6) | sixBits(line, from + 1)
    bytes[at] = pair >> (4 - (at % 3) * 2)
  }
  return bytes.toString("latin1")
}

function sixBits(line: string, at: number): number {
  return ((line.charCodeAt(at) || 32) - 32) & 63
}

export function contentOf(body: Bytes): Uint8Array<ArrayBuffer> {
  // A copy with a buffer of its own: Buffer's shared pool cannot be handed to another thread.
  return new Uint8Array(bytesOf(body))
}
