import fc from "fast-check"
import { expect, test } from "vitest"
import { parseMail } from "../adapters/mail/mime/parse.ts"

const HEADER = "From: lea@x.example\r\nSubject: Bonjour\r\n"
const MB = 1024 * 1024

function hostile(mail: string) {
  return parseMail(Buffer.from(mail, "latin1"))
}

function html(body: string) {
  return hostile(`${HEADER}Content-Type: text/html\r\n\r\n${body}`)
}

function nested(levels: number, text: string) {
  const opening = Array.from(
    { length: levels },
    (_, level) =>
      `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n\r\n${text} ${level}\r\n--b${level}\r\n`,
  )
  return `${HEADER}${opening.join("")}\r\nau fond`
}

test("any bytes give a mail, without NUL in its text nor line breaks in its subject", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
      const read = await parseMail(bytes)

      expect(read.text).not.toMatch(/[\0\r]/)
      expect(read.subject).not.toMatch(/[\0\r\n]/)
    }),
  )
})

test("any pieces of mail, in any order, give a mail", async () => {
  const pieces = fc.constantFrom(
    ...["From: ", "Subject: ", "Content-Type: ", "multipart/mixed; boundary=b", "text/html"],
    ...[
      "\r\n",
      "\n",
      "\r",
      "\r\n\r\n",
      "--b",
      "--b--",
      "=?utf-8?Q?",
      "=?utf-8?B?",
      "?=",
      "=C3",
      "é",
    ],
    ...["<", ">", "@", "(", ")", '"', ",", ";", ":", "\\", "\0", " ", "\t", "a", "x.example"],
    ...["charset=utf-7", "name*0*=", "Content-Transfer-Encoding: ", "base64", "quoted-printable"],
  )
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 60 }), async (mail) => {
      const read = await parseMail(Buffer.from(mail.join("")))

      expect(read.from?.address ?? "").not.toMatch(/[\0\r\n<>]/)
      expect(read.subject).not.toMatch(/[\0\r\n]/)
    }),
    { numRuns: 500 },
  )
})

test("of 10,000 parts, 500 are read", async () => {
  const part = "--b\r\nContent-Type: image/png\r\n\r\nx\r\n"

  const read = await hostile(
    `${HEADER}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nBonjour\r\n${part.repeat(10_000)}`,
  )

  expect(read.text).toBe("Bonjour")
  expect(read.partTypes).toHaveLength(500)
})

test("of 300 levels, 100 are read", async () => {
  const read = await hostile(nested(300, "étage"))

  expect(read).toMatchObject({ subject: "Bonjour", from: { address: "lea@x.example" } })
  expect(read.text.split("\n")).toHaveLength(100)
  expect(read.text).not.toContain("Content-Type")
})

test("of 100,000 addresses, 1,000 are kept, and the sender after them is known", async () => {
  const everybody = Array.from({ length: 100_000 }, (_, person) => `p${person}@x.example`).join(
    ", ",
  )

  const read = await hostile(`To: ${everybody}\r\n${HEADER}\r\nBonjour`)

  expect(read.to).toHaveLength(1_000)
  expect(read.from?.address).toBe("lea@x.example")
  expect(read.text).toBe("Bonjour")
})

test("a header of several megabytes keeps what matters", async () => {
  const read = await hostile(`${"X-Trace: abcdefghij\r\n".repeat(200_000)}${HEADER}\r\nBonjour`)

  expect(read).toMatchObject({ subject: "Bonjour", from: { address: "lea@x.example" } })
  expect([...read.headers.values()].flat().join("").length).toBeLessThan(2 * MB)
})

test.each([
  ["260 kB of nested tables", "<table><tr><td>".repeat(17_500)],
  ["3,000 nested divs", "<div>".repeat(3_000)],
  ["100,000 unknown elements that look closed", "<x-y/>".repeat(100_000)],
  ["200,000 rows that never close", "<tbody><tr><td>".repeat(66_000)],
  ["lists in lists", "<ul><li>".repeat(30_000)],
  ["brackets alone", "<".repeat(MB - 100)],
])("HTML of %s is read in time", async (_, opening) => {
  const startedAt = performance.now()

  const read = await html(`<p>Bonjour</p>${opening}au fond`)

  expect(read.text).toContain("Bonjour")
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})

test("text at the bottom of nested elements is not lost", async () => {
  const read = await html(`${"<div>".repeat(3_000)}au fond${"</div>".repeat(3_000)}`)

  expect(read.text).toBe("au fond")
})

test.each([
  [
    "blanks in quoted-printable",
    `Content-Transfer-Encoding: quoted-printable\r\n\r\n${" ".repeat(5 * MB)}x`,
  ],
  ["parentheses", `Sender: ${"(".repeat(99_000)}\r\nContent-Type: ${"(".repeat(99_000)}\r\n\r\n`],
  ["escaped parentheses", `Sender: <${"(\\".repeat(49_000)}@x.example>\r\n\r\n`],
  ["quotes", `Sender: ${'"'.repeat(99_000)}@x.example\r\n\r\n`],
  ["a name without end", `Sender: ${"a".repeat(99_000)}\r\n\r\n`],
  ["encoded words never closed", `X: ${"=?utf-8?Q?a".repeat(9_000)}\r\n\r\n`],
  ["groups in groups", `Sender: ${"a:".repeat(49_000)}b@x.example\r\n\r\n`],
  ["identifiers never closed", `References: ${"<".repeat(99_000)}\r\n\r\n`],
  ["false delimiters", `Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--c\n".repeat(MB)}`],
  ["blank lines", "\n".repeat(5 * MB)],
])("%s cost no more than their size", async (_, mail) => {
  const startedAt = performance.now()

  const read = await hostile(HEADER + mail)

  expect(read.from?.address).toBe("lea@x.example")
  expect(performance.now() - startedAt).toBeLessThan(2_500)
})
