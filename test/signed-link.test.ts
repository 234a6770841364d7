import fc from "fast-check"
import { expect, test } from "vitest"
import { readLink, signLink } from "../src/signed-link.ts"

const SECRET = "a secret of the tests"
const NOW = new Date("2026-11-24T09:00:00Z")
const LATER = new Date("2026-11-24T09:10:00Z")
const link = (subject = "12", purpose = "unsubscribe") => ({ purpose, subject, expiresAt: LATER })

test("a link says what it is about, until it expires, and still then that it was ours", () => {
  const token = signLink(SECRET, link())

  expect(readLink(SECRET, "unsubscribe", token, NOW)).toEqual({ kind: "valid", subject: "12" })
  expect(readLink(SECRET, "unsubscribe", token, LATER)).toEqual({ kind: "expired", subject: "12" })
})

test("a link for one purpose opens nothing else, and another instance's opens nothing here", () => {
  const token = signLink(SECRET, link())

  expect(readLink(SECRET, "log in", token, NOW)).toEqual({ kind: "forged" })
  expect(readLink("another secret", "unsubscribe", token, NOW)).toEqual({ kind: "forged" })
})

test("whatever the subject, it comes back, in an address that no mail program cuts", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (subject) => {
      const token = signLink(SECRET, link(subject))

      expect(token).toMatch(/^[\w.-]+$/)
      expect(readLink(SECRET, "unsubscribe", token, NOW)).toEqual({ kind: "valid", subject })
    }),
  )
})

test("no character of a link can be changed: the subject and the date are signed", () => {
  const token = signLink(SECRET, link("un abonnement"))

  for (let at = 0; at < token.length; at += 1) {
    for (const other of ["A", "z", "9", ".", ""]) {
      const changed = token.slice(0, at) + other + token.slice(at + 1)
      if (changed === token) continue
      expect(readLink(SECRET, "unsubscribe", changed, NOW), changed).toEqual({ kind: "forged" })
    }
  }
})

test("purpose and subject are not one text: neither can lend its letters to the other", () => {
  const one = signLink(SECRET, link("b", "a"))
  const [, until = "", signature = ""] = one.split(".")

  const moved = `.${until}.${signature}`

  expect(readLink(SECRET, "ab", moved, NOW)).toEqual({ kind: "forged" })
})

test("anything at all is read, and is forged", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 700 }), (text) => {
      expect(readLink(SECRET, "unsubscribe", text, NOW)).toEqual({ kind: "forged" })
    }),
  )
})
