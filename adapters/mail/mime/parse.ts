import type { Address, IncomingMail } from "../../../src/mail/incoming.ts"
import { firstAddress, readAddresses } from "./addresses.ts"
import { readBody, typesOf } from "./body.ts"
import type { Bytes } from "./charsets.ts"
import { readDate } from "./dates.ts"
import { type Field, firstValue, readFields } from "./fields.ts"
import { LIMITS } from "./limits.ts"
import { readParts } from "./parts.ts"
import { decodeHeader } from "./words.ts"

/** What the header of a mail says, when its body cannot be read. */
type Heading = Omit<IncomingMail, "contentType" | "partTypes" | "text" | "html" | "attachments">

/** Reads a mail, however damaged: what cannot be read is absent, and nothing throws. */
export async function parseMail(source: Uint8Array): Promise<IncomingMail> {
  const root = readParts(bytesIn(source))
  return {
    ...headingOf(root.fields, root.parameters.get("charset")),
    contentType: root.type,
    partTypes: typesOf(root),
    ...readBody(root),
  }
}

/** Reads the header alone, from the first bytes of a mail: quick whatever the mail. */
export function readHeading(source: Uint8Array): Heading {
  return headingOf(readFields(bytesIn(source.subarray(0, LIMITS.headerBlock)), 0).fields)
}

function bytesIn(source: Uint8Array): Bytes {
  return Buffer.from(source.buffer, source.byteOffset, source.byteLength).toString("latin1")
}

function headingOf(fields: Field[], charset = ""): Heading {
  const all = (name: string) => fields.filter((field) => field.name === name)
  const text = (name: string) => decodeHeader(all(name).find(hasValue)?.value ?? "", charset)
  const people = (name: string): Address[] =>
    all(name)
      .flatMap(({ value }) => readAddresses(value, charset))
      .slice(0, LIMITS.addressesPerHeader)
  const person = (name: string): Address | null =>
    all(name)
      .map(({ value }) => firstAddress(value, charset))
      .find((address) => address !== null) ?? null
  return {
    messageId: identifiersIn(firstValue(fields, "message-id"))[0] ?? null,
    inReplyTo: identifiersIn(firstValue(fields, "in-reply-to")),
    references: identifiersIn(firstValue(fields, "references")),
    from: person("from"),
    sender: person("sender"),
    replyTo: people("reply-to"),
    to: people("to"),
    cc: people("cc"),
    subject: text("subject"),
    date: readDate(text("date")),
    headers: readableHeaders(fields, charset),
  }
}

function hasValue({ value }: Field): boolean {
  return value.trim() !== ""
}

function readableHeaders(fields: Field[], charset: string): Map<string, string[]> {
  const headers = new Map<string, string[]>()
  for (const { name, value } of fields) {
    const values = headers.get(name) ?? []
    values.push(decodeHeader(value, charset))
    headers.set(name, values)
  }
  return headers
}

function identifiersIn(header: Bytes): string[] {
  const text = decodeHeader(header)
  const bracketed = [...text.matchAll(/<([^<>]+)>/g)].map(([, id = ""]) => id)
  const found =
    bracketed.length > 0 ? bracketed : text.split(/[\s,<>]+/).filter((word) => word.includes("@"))
  return [...new Set(found.map((id) => id.replace(/\s+/g, "").slice(0, LIMITS.identifier)))]
    .filter((id) => id !== "")
    .slice(0, LIMITS.identifiers)
}
