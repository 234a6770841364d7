import { addressParser } from "postal-mime"
import type { Address } from "../../../src/mail/incoming.ts"
import type { Bytes } from "./charsets.ts"
import { LIMITS } from "./limits.ts"
import { decodeHeader, wordsInUtf8 } from "./words.ts"

const ADDRESS = /[^\s<>"'(),:;@[\]\\]+@[^\s<>"'(),:;@\\]+/
const BIDI = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** The people of a header (groups opened), at most a thousand, only those with an address. */
export function readAddresses(header: Bytes, charset = ""): Address[] {
  if (!header.includes("@")) return []
  const parsed = addressParser(wordsInUtf8(withoutRoute(header), charset), { flatten: true })
  return parsed
    .slice(0, LIMITS.addressesPerHeader)
    .map((mailbox) => cleaned(mailbox.name, mailbox.address ?? ""))
    .filter((address) => address !== null)
}

/** The first address that can be found in a header, however broken. */
export function firstAddress(header: Bytes, charset = ""): Address | null {
  const [first] = readAddresses(header, charset)
  if (first) return first
  const text = decodeHeader(header, charset)
  const found = ADDRESS.exec(text)
  return found ? { name: "", address: found[0] } : null
}

// The obsolete route of RFC 822: <@relay,@other:name@domain>
function withoutRoute(header: Bytes): Bytes {
  return header.replace(/<\s*@[^<>:]{1,500}:/g, "<")
}

function cleaned(name: string, address: string): Address | null {
  const found = bareAddress(address) ?? bareAddress(name)
  return found === null ? null : { name: cleanName(name), address: found }
}

function bareAddress(text: string): string | null {
  const compact = text.replace(/\s+/g, "")
  if (/^(?:"[^"]*"|[^\s@<>"]+)@[^\s@<>"]+$/.test(compact)) return compact
  return ADDRESS.exec(text)?.[0] ?? null
}

function cleanName(name: string): string {
  return name
    .replace(BIDI, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .replace(/^['"]+|['"]+$/g, "")
    .trim()
}
