import { type Bytes, decodeRaw, decodeText } from "./charsets.ts"
import { decodeBase64, decodeQuotedPrintable } from "./transfer.ts"

// RFC 2047, read as leniently as mail programs write it: blanks inside, and an end cut off.
const WORD = /=\?([^?\s=]+)\?([QB])\?(.*?)(?:\?=|$)/gi
const BLANKS_BETWEEN_WORDS = /(\?=)\s+(?==\?[^?\s=]+\?[QB]\?)/gi

/** The text of a header: encoded words and raw bytes decoded, on one line, without control characters. */
export function decodeHeader(value: Bytes, charset = ""): string {
  return onOneLine(decodeWords(value, charset))
}

/** The same header with every encoded word in UTF-8, for a parser that knows fewer charsets. */
export function wordsInUtf8(value: Bytes, charset = ""): string {
  return eachRun(
    value,
    (text) => decodeRaw(text, charset),
    (word) => `=?utf-8?B?${Buffer.from(onOneLine(word)).toString("base64")}?=`,
  )
}

function decodeWords(value: Bytes, charset: string): string {
  return eachRun(
    value,
    (text) => decodeRaw(text, charset),
    (word) => word,
  )
}

function eachRun(
  value: Bytes,
  plain: (text: Bytes) => string,
  decoded: (word: string) => string,
): string {
  if (!value.includes("=?")) return plain(value)
  let result = ""
  let read = 0
  let run: { charset: string; bytes: Bytes } | null = null
  const endRun = () => {
    if (run) result += decoded(decodeText(run.bytes, run.charset))
    run = null
  }
  const joined = value.replace(BLANKS_BETWEEN_WORDS, "$1")
  for (const match of joined.matchAll(WORD)) {
    const [whole, charset = "", encoding = "", content = ""] = match
    const bytes = decodeWord(encoding, content)
    // A character of several bytes may be cut between two words: their bytes are joined first.
    if (run && match.index === read && run.charset === charset.toLowerCase()) run.bytes += bytes
    else {
      endRun()
      result += plain(joined.slice(read, match.index))
      run = { charset: charset.toLowerCase(), bytes }
    }
    read = match.index + whole.length
  }
  endRun()
  return result + plain(joined.slice(read))
}

function decodeWord(encoding: string, content: Bytes): Bytes {
  return encoding.toUpperCase() === "B"
    ? decodeBase64(content)
    : decodeQuotedPrintable(content.replaceAll("_", "=20").replace(/=\s+(?=[0-9a-f]{2})/gi, "="))
}

// Line breaks and control characters that were hidden in encoded words must not come out of a header.
function onOneLine(text: string): string {
  return text
    .replaceAll("\0", "")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim()
}
