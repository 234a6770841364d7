// Arbitrary mails, made to harm rather than to be read.
import fc from "fast-check"
import type { Address, ReadMail } from "../../src/mail/incoming.ts"

const NASTY = fc.oneof(
  fc.constantFrom("", "\0", "\ud83d", "é\u202e", "=?utf-16be?B?2D0=?=", "=?utf-8?Q?=00=0D=0A?="),
  fc.constantFrom("<>", "@", "<@>", '"', "a@b", "<a@b.example>", "1e400", "-1", "%s", "' OR 1=1"),
  fc.constantFrom(`tm.1.${"0".repeat(16)}@x`, "[Mentor #1]", `[Mentor #${"9".repeat(30)}]`),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.integer({ min: 1, max: 6_000 }).map(noise),
)
const NAME = fc.constantFrom(
  ...["From", "Sender", "Reply-To", "To", "Cc", "Subject", "Date", "Message-ID", "In-Reply-To"],
  ...["References", "Content-Type", "Content-Disposition", "Content-Transfer-Encoding"],
  ...["Auto-Submitted", "Return-Path", "List-Id", "X-\0"],
)
const TEXT = fc.array(NASTY, { maxLength: 4 }).map((pieces) => pieces.join(" "))

/** Bytes alone, and mails in which each field holds what it should not. */
export function hostileMail(): fc.Arbitrary<Uint8Array> {
  const field = fc.tuple(NAME, TEXT).map(([of, text]) => `${of}: ${text}`)
  const encoding = fc.constantFrom<BufferEncoding>("utf8", "latin1", "utf16le")
  const mail = fc
    .tuple(fc.array(field, { maxLength: 8 }), fc.array(fc.oneof(NASTY, field)), encoding)
    .map(([head, body, written]) => Buffer.from([...head, "", ...body].join("\r\n"), written))
  return fc.oneof(fc.uint8Array({ maxLength: 500 }), mail)
}

/** What the most careless of parsers would make of a mail: NUL and halves of characters in every field. */
export function hostileReading(): fc.Arbitrary<ReadMail> {
  const short = TEXT.map((text) => `${text}\0\ud83d`.slice(-400))
  const person: fc.Arbitrary<Address> = fc.record({ name: TEXT, address: short })
  const people = fc.array(person, { maxLength: 3 })
  const attachment = fc.record({
    ...{ name: TEXT, type: TEXT, size: fc.nat(), isInline: fc.boolean() },
    ...{ contentId: fc.option(TEXT), content: fc.uint8Array() },
  })
  return fc.record({
    mail: fc.record({
      ...{ messageId: fc.option(short), inReplyTo: fc.array(short), references: fc.array(short) },
      ...{ from: fc.option(person), sender: fc.option(person), replyTo: people },
      ...{ to: people, cc: people, subject: TEXT, contentType: TEXT, partTypes: fc.array(TEXT) },
      date: fc.option(
        fc.date({ noInvalidDate: true, min: new Date("1900-01-01"), max: new Date("9999-12-31") }),
      ),
      headers: fc.constant(new Map<string, string[]>()),
      ...{ text: TEXT, html: fc.option(TEXT), attachments: fc.array(attachment) },
    }),
    understanding: fc.record({
      reply: fc.record({ written: TEXT, signature: TEXT, quoted: TEXT }),
      automatic: fc.option(fc.constantFrom("bounce", "automatic", "absence")),
      forwarded: fc.option(fc.record({ from: fc.option(person), subject: TEXT, text: TEXT })),
      list: fc.constant(null),
    }),
  })
}

/** Letters that do not compress, the same each time. */
export function noise(length: number): string {
  let state = length
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return "abcdefghijklmnopqrstuvwxyz0123456789"[(state >> 12) % 36]
  }).join("")
}
