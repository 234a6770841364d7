import { addressIn } from "./address-in-text.ts"
import type { Forwarded } from "./forwarded.ts"
import type { Attachment } from "./incoming.ts"
import { decodedBody, decodedWords } from "./mime-words.ts"

/**
 * A mail attached to a mail (RFC 2046, section 5.2.1). What matters for a forward is read: who
 * wrote, about what, and the first plain text. It is no parser: what it cannot read is left empty.
 */

const LONGEST_MAIL = 300_000
const DEEPEST_PART = 4

type Part = { headers: Map<string, string>; body: string }

export function readAttachedMail(file: Attachment): Forwarded {
  // One character a byte, so that nothing is lost before the charset is known.
  const raw = new TextDecoder("latin1").decode(file.content.subarray(0, LONGEST_MAIL))
  const mail = partOf(raw.replaceAll("\r\n", "\n"))
  return {
    from: addressIn(decodedWords(mail.headers.get("from") ?? "")),
    subject: decodedWords(mail.headers.get("subject") ?? "").trim(),
    text: firstText(mail, DEEPEST_PART).trim(),
  }
}

function partOf(raw: string): Part {
  const blank = raw.startsWith("\n") ? 0 : raw.indexOf("\n\n")
  const head = blank < 0 ? raw : raw.slice(0, blank)
  const headers = new Map<string, string>()
  for (const line of head.replace(/\n[ \t]/g, " ").split("\n")) {
    const colon = line.indexOf(":")
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, body: blank < 0 ? "" : raw.slice(blank).trimStart() }
}

function firstText(part: Part, depth: number): string {
  const type = part.headers.get("content-type") ?? "text/plain"
  if (/^text\/plain/i.test(type)) {
    const encoding = part.headers.get("content-transfer-encoding") ?? ""
    return decodedBody(part.body, encoding, parameter(type, "charset"))
  }
  const boundary = parameter(type, "boundary")
  if (!/^multipart\//i.test(type) || !boundary || depth === 0) return ""
  for (const piece of part.body.split(`--${boundary}`).slice(1)) {
    const text = firstText(partOf(piece.replace(/^[ \t]*\n/, "")), depth - 1)
    if (text) return text
  }
  return ""
}

function parameter(value: string, name: string): string {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, "i").exec(
    value.slice(0, 1_000),
  )
  return found?.[1] ?? found?.[2] ?? ""
}
