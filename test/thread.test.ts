import { expect, test } from "vitest"
import { contentHash } from "../src/mail/identity.ts"
import {
  answerSubject,
  canaryMessageId,
  isCanary,
  messageIdFor,
  messagesNamedIn,
  subaddress,
  ticketInSubject,
  ticketsAddressedBy,
} from "../src/mail/thread.ts"

const SECRET = "a secret of the house"
const DOMAIN = "ministere.example"

test("a message is found by the identifier we gave it, wherever it is quoted", () => {
  const id = messageIdFor(SECRET, 42, DOMAIN)

  expect(messagesNamedIn(SECRET, [`<${id}>`, `Message-ID: ${id}`])).toEqual([42])
  expect(messageIdFor(SECRET, 42, DOMAIN)).toBe(id)
})

test("nobody else can make such an identifier", () => {
  const ours = messageIdFor(SECRET, 42, DOMAIN)
  const forged = [
    messageIdFor("another secret", 42, DOMAIN),
    ours.replace("42", "43"),
    ours.slice(3),
  ]

  expect(messagesNamedIn(SECRET, forged)).toEqual([])
})

test("a sub-address names its ticket, and only to who knows the secret", () => {
  const address = subaddress(SECRET, { kind: "ticket", id: 12 }, "assistance@ministere.example")

  expect(address).toMatch(/^assistance\+t12\.[0-9a-f]{16}@ministere\.example$/)
  expect(ticketsAddressedBy(SECRET, ["autre@x.example", address])).toEqual([12])
  expect(ticketsAddressedBy(SECRET, [address.replace("t12", "t13")])).toEqual([])
  expect(ticketsAddressedBy("another secret", [address])).toEqual([])
})

test("the daily mail to ourselves is known, and cannot be forged", () => {
  const id = canaryMessageId(SECRET, "2026-11-24", DOMAIN)

  expect(isCanary(SECRET, id)).toBe(true)
  expect(isCanary("another secret", id)).toBe(false)
  expect(isCanary(SECRET, id.replace("24", "25"))).toBe(false)
  expect(isCanary(SECRET, null)).toBe(false)
})

test.each([
  { subject: "RE: lien [Mentor #12]", number: 12 },
  { subject: "re: LIEN [mentor #12] suite", number: 12 },
  { subject: "lien [Mentor #12", number: null },
  { subject: "lien [Mentor #douze]", number: null },
  { subject: "lien [Autre #12]", number: null },
  { subject: "Mentor #12", number: null },
  { subject: `[Mentor #${"1".repeat(12)}]`, number: null },
])("« $subject » names ticket $number", ({ subject, number }) => {
  expect(ticketInSubject(subject, "Mentor")).toBe(number)
})

test.each([
  { subject: "lien expiré", answer: "RE: lien expiré [Mentor #12]" },
  { subject: "Re : RE: Réf\u00a0: lien", answer: "RE: lien [Mentor #12]" },
  { subject: "TR: lien", answer: "RE: TR: lien [Mentor #12]" },
  { subject: "RE: lien [Mentor #12]", answer: "RE: lien [Mentor #12]" },
  { subject: "", answer: "RE: votre demande [Mentor #12]" },
  { subject: "lien\r\nBcc: x@y.example", answer: "RE: lien Bcc: x@y.example [Mentor #12]" },
])("« $subject » is answered under « $answer »", ({ subject, answer }) => {
  expect(answerSubject(subject, "Mentor", 12)).toBe(answer)
})

test("a mail that passed other servers is the same; another body, or another date, is another mail", () => {
  const mail = (received: string, body: string, date = "Tue, 24 Nov 2026 10:00:00 +0100") =>
    Buffer.from(
      `Received: ${received}\r\nMessage-ID: <1@x.example>\r\nDate: ${date}\r\nSubject: un\r\n\r\n${body}`,
    )
  const first = contentHash(mail("from a", "Bonjour"))

  expect(contentHash(mail("from b", "Bonjour"))).toBe(first)
  expect(contentHash(mail("from a", "Bonsoir"))).not.toBe(first)
  expect(contentHash(mail("from a", "Bonjour", "Wed, 25 Nov 2026 10:00:00 +0100"))).not.toBe(first)
})

test("a header folded otherwise is the same, and a mail without a body has its own identity", () => {
  const folded = Buffer.from("Subject: un\r\n deux\r\n\r\nx")

  expect(contentHash(folded)).toBe(contentHash(Buffer.from("Subject: un deux\r\n\r\nx")))
  expect(contentHash(Buffer.from(""))).toMatch(/^[0-9a-f]{64}$/)
})
