import { addressParser } from "postal-mime"
import type { Address } from "../../../src/mail/incoming.ts"
import type { Bytes } from "./charsets.ts"
import { LIMITS } from "./limits.ts"
import { decodeHeader, wordsInUtf8 } from "./words.ts"

const ADDRESS =
  /(?<![^\s<>"'(),:;@[\]\\])[^\s<>"'(),:;@[\]\\]{1,200}@[^\s<>"'(),:;@\\]{1,255}(?![^\s<>"'(),:;@\\])/
const ALONE = /^([^@<>]+|".*")@(\[[^\s[\]]+\]|[^\s<>"(),:;@[\]\\]+)$/
const LOCAL_NAME = /^[^<>@]*<([\w.+-]{1,200})>$|^([\w.+-]{1,200})$/
const COMMENT = /\((?:[^()\\]|\\.){0,500}\)/g
const ROUTE = /^@[^<>:]*:/
// Direction marks and zero widths, with which one address is dressed up as another.
const UNSEEN = /\p{Cf}/gu

/** The people of a header (groups opened), at most a thousand, only those with an address. */
export function readAddresses(header: Bytes, charset = ""): Address[] {
  if (!header.includes("@") && !header.includes("=?")) return []
  const parsed = addressParser(wordsInUtf8(tidied(header), charset), { flatten: true })
  return parsed
    .slice(0, LIMITS.addressesPerHeader)
    .map((mailbox) => cleaned(mailbox.name, mailbox.address ?? ""))
    .filter((address) => address !== null)
}

/** The sender in a header, however broken: at worst a local name such as MAILER-DAEMON. */
export function firstAddress(header: Bytes, charset = ""): Address | null {
  const [first] = readAddresses(header, charset)
  if (first) return first
  const text = decodeHeader(header, charset)
  const address = ADDRESS.exec(text)?.[0] ?? LOCAL_NAME.exec(text)?.slice(1).find(Boolean)
  return address ? { name: "", address } : null
}

// Blanks and comments are allowed around the dots and the @ of an address, and few parsers expect them.
function tidied(header: Bytes): Bytes {
  return header
    .replace(/[^ -~\x80-\xff]+/g, " ")
    .replace(/<([^<>]*)>/g, (_, inside: string) => `<${bracketed(inside)}>`)
    .replace(/(?<![\s"]) +(?=[.@] ?[^\s<])/g, "")
}

function bracketed(inside: Bytes): Bytes {
  const bare = inside
    .replace(COMMENT, "")
    .trim()
    .replace(ROUTE, "")
    .replace(/^mailto:/i, "")
  return bare.includes('"') ? bare : bare.replace(/\s+/g, "")
}

function cleaned(name: string, address: string): Address | null {
  const found = bareAddress(address) ?? bareAddress(name)
  return found === null ? null : { name: cleanName(name), address: found }
}

function bareAddress(text: string): string | null {
  const close = text.replace(UNSEEN, "").replace(/(?<!\s)\s+(?=[.@])|(?<=[.@])\s+/g, "")
  const bare = close.replace(/^[\s'<[]+|[\s'>.,;]+$/g, "").replace(/(?<=@[^[]*)\]$/, "")
  const [, local = "", domain = ""] = ALONE.exec(bare) ?? []
  if (local === "") return ADDRESS.exec(close)?.[0] ?? null
  const isQuoted = local.startsWith('"') || !/[\s,;:()]/.test(local)
  const address = isQuoted ? `${local}@${domain}` : `"${local}"@${domain}`
  // Cut, it would be somebody else's.
  return address.length <= LIMITS.address ? address : null
}

function cleanName(name: string): string {
  return name
    .replace(UNSEEN, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .replace(/^[\s'"<>]+|[\s'"<>]+$/g, "")
}
