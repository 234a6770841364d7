import { afterEach, expect, test } from "vitest"
import { openMailReader } from "../adapters/mail/mime/reader.ts"
import type { MailReader } from "../src/mail/incoming.ts"

const MB = 1024 * 1024
const HEADER =
  "From: lea@x.example\r\nSubject: Bonjour\r\nMessage-ID: <1@x.example>\r\nDate: Mon, 2 Feb 2026 08:00:00 +0000\r\n"
const HEADING = {
  from: { name: "", address: "lea@x.example" },
  subject: "Bonjour",
  messageId: "1@x.example",
  date: new Date("2026-02-02T08:00:00Z"),
}

let reader: MailReader | null = null

afterEach(async () => {
  await reader?.close()
  reader = null
})

function mail(body: string, header = ""): Buffer {
  return Buffer.from(`${HEADER}${header}\r\n${body}`)
}

/** Deep quotes with much in them: more than two seconds of work. */
function slowMail(): Buffer {
  return mail(`<blockquote>${"x<br>".repeat(2_000)}`.repeat(95), "Content-Type: text/html\r\n")
}

test("a mail comes back read and understood, with its files", async () => {
  reader = openMailReader()

  const read = await reader.read(
    mail(
      "--b\r\n\r\nBonjour\r\n--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nfichier\r\n--b--",
      "Content-Type: multipart/mixed; boundary=b\r\n",
    ),
  )

  expect(read).toMatchObject({ mail: HEADING, understanding: { reply: { written: "Bonjour" } } })
  expect(read.mail).toMatchObject({
    attachments: [{ name: "a.txt", size: 7, content: new Uint8Array(Buffer.from("fichier")) }],
  })
})

test("the caller keeps the bytes it gave", async () => {
  reader = openMailReader()
  const source = mail("Bonjour")

  await reader.read(source)

  expect(source.toString()).toBe(`${HEADER}\r\nBonjour`)
})

test("mails read together come back each to its own", async () => {
  reader = openMailReader()
  const subjects = Array.from({ length: 50 }, (_, number) => `numéro ${number}`)

  const read = await Promise.all(
    subjects.map((subject) => reader?.read(Buffer.from(`Subject: ${subject}\r\n\r\n`))),
  )

  expect(read.map((outcome) => outcome?.mail.subject)).toEqual(subjects)
})

test("a mail too large is not read, its header is", async () => {
  reader = openMailReader()

  const read = await reader.read(Buffer.concat([mail("Bonjour"), Buffer.alloc(50 * MB)]))

  expect(read).toMatchObject({ unreadable: "too large", mail: HEADING })
})

test("a mail too slow is given up, and the others are read", async () => {
  reader = openMailReader({ milliseconds: 400, workers: 1 })

  const [before, slow, after] = await Promise.all([
    reader.read(mail("avant")),
    reader.read(slowMail()),
    reader.read(mail("après")),
  ])

  expect(before).toMatchObject({ understanding: { reply: { written: "avant" } } })
  expect(slow).toMatchObject({ unreadable: "too slow", mail: HEADING })
  expect(after).toMatchObject({ understanding: { reply: { written: "après" } } })
})

test("a mail that needs too much memory is given up, and the next one is read", async () => {
  reader = openMailReader({ memoryMb: 24, workers: 1 })

  const read = await reader.read(mail("<br>".repeat(250_000), "Content-Type: text/html\r\n"))
  const next = await reader.read(mail("Bonjour"))

  expect(read).toMatchObject({ unreadable: "too much memory", mail: HEADING })
  expect(next).toMatchObject({ understanding: { reply: { written: "Bonjour" } } })
})

test("closing gives back what was still waiting", async () => {
  const closing = openMailReader({ workers: 1 })
  const waiting = Promise.allSettled([closing.read(mail("un")), closing.read(mail("deux"))])

  await closing.close()

  expect(await waiting).toMatchObject([{ status: "rejected" }, { status: "rejected" }])
})
