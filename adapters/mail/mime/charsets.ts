import iconv from "iconv-lite"

/** Text in which each character stands for one byte: mail before its charset is known. */
export type Bytes = string

/** Labels that senders write whatever the bytes are: the bytes are believed first. */
const OFTEN_WRONG = /^(?:|utf-?8|us-ascii|ascii|ansi.*|iso-?8859-?1|latin-?1|windows-1252|cp1252)$/
const UTF_7 = /^(?:x-)?(?:unicode-(?:1|2)-\d-|unicode-)?utf-?7$/
const NOT_ASCII = /[\x80-\xff]/

const strictUtf8 = new TextDecoder("utf-8", { fatal: true })
const utf8 = new TextDecoder("utf-8")
const windows1252 = new TextDecoder("windows-1252")

export function bytesOf(text: Bytes): Buffer {
  return Buffer.from(text, "latin1")
}

/** Decodes with the charset that was stated, unless the bytes say that it is wrong. Never throws. */
export function decodeText(text: Bytes, stated = ""): string {
  const charset = cleanLabel(stated)
  if (UTF_7.test(charset)) return iconv.decode(bytesOf(text), "utf-7").toWellFormed()
  if (OFTEN_WRONG.test(charset)) {
    return NOT_ASCII.test(text) ? asWritten(text) : text
  }
  return asStated(text, charset) ?? asWritten(text)
}

function asWritten(text: Bytes): string {
  return asUtf8(text) ?? asMostlyUtf8(text) ?? windows1252.decode(bytesOf(text))
}

/** Decodes bytes that should have been ASCII: UTF-8 if they are, else as the rest of the mail. */
export function decodeRaw(text: Bytes, likely = ""): string {
  return NOT_ASCII.test(text) ? (asUtf8(text) ?? decodeText(text, likely)) : text
}

function cleanLabel(stated: string): string {
  return stated
    .toLowerCase()
    .replace(/^charset=/, "")
    .replace(/\*.*$/, "") // RFC 2231 puts a language after the charset
    .replace(/["'\s]/g, "")
}

function asUtf8(text: Bytes): string | null {
  try {
    return strictUtf8.decode(bytesOf(text))
  } catch {
    return null
  }
}

/** UTF-8 with a few bytes damaged or cut off is still UTF-8. */
function asMostlyUtf8(text: Bytes): string | null {
  const decoded = utf8.decode(bytesOf(text))
  const damaged = decoded.match(/\ufffd/g)?.length ?? 0
  const right = decoded.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0
  return right > damaged ? decoded : null
}

function asStated(text: Bytes, charset: string): string | null {
  // iconv finds the byte order of UTF-16 and UTF-32 by itself, which TextDecoder does not.
  if (/^utf-?(?:16|32)$/.test(charset)) return iconv.decode(bytesOf(text), charset).toWellFormed()
  try {
    return new TextDecoder(charset).decode(bytesOf(text))
  } catch {
    return iconv.encodingExists(charset) ? iconv.decode(bytesOf(text), charset) : null
  }
}
