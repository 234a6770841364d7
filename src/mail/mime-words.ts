/** The two encodings of MIME (RFC 2045, RFC 2047), for the little that is read by hand. */

const LONGEST_HEADER = 2_000

/** Decodes `=?utf-8?q?R=C3=A9f?=`; two encoded words in a row have no blank between them. */
export function decodedWords(value: string): string {
  return value
    .slice(0, LONGEST_HEADER)
    .replace(/(\?=)\s+(?==\?)/g, "$1")
    .replace(
      /=\?([\w.:-]{1,40})(?:\*[^?]{0,20})?\?([bq])\?([^?]*)\?=/gi,
      (_, charset, way, text) =>
        way.toLowerCase() === "b"
          ? inCharset(fromBase64(text), charset)
          : inCharset(fromQuotedPrintable(text.replaceAll("_", " ")), charset),
    )
}

/** A body whose characters stand for its bytes, decoded. */
export function decodedBody(body: string, encoding: string, charset: string): string {
  const way = encoding.trim().toLowerCase()
  if (way === "base64") return inCharset(fromBase64(body), charset)
  if (way === "quoted-printable") return inCharset(fromQuotedPrintable(body), charset)
  return inCharset(body, charset)
}

function fromQuotedPrintable(text: string): string {
  return text
    .replace(/=[ \t]{0,10}\n/g, "")
    .replace(/=([0-9a-f]{2})/gi, (_, byte) => String.fromCharCode(Number.parseInt(byte, 16)))
}

function fromBase64(text: string): string {
  const clean = text.replace(/[^a-z0-9+/]/gi, "")
  // A last lone character holds no whole byte, and atob refuses it.
  return atob(clean.length % 4 === 1 ? clean.slice(0, -1) : clean)
}

function inCharset(binary: string, charset: string): string {
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  return decoderOf(charset).decode(bytes)
}

function decoderOf(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset || "utf-8")
  } catch {
    return new TextDecoder("utf-8") // a charset nobody knows
  }
}
