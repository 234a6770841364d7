import fc from "fast-check"
import { expect, test } from "vitest"
import { splitReply } from "../src/mail/quote.ts"

const LINES = [
  ...["", " ", "Bonjour,", "Mon compte est bloqué.", "Merci", "Cordialement,", "Jeanne Petit"],
  ...[
    "> cité",
    ">",
    ">>> x >>>",
    "JP> cité",
    "-- ",
    "____",
    "----------",
    "PS : et aussi",
    "-jeanne",
  ],
  ...["Le 3 mars 2025 à 14:21, Aude <", "aude@mentor.example> a écrit :", "a écrit :", ":"],
  ...["De : Aude <a@b.example>", "Envoyé : lundi", "À : Jeanne", "Objet : accès", "Cc : x"],
  ...[
    "-----Message d'origine-----",
    "Message d'origine",
    "Envoyé de mon iPhone",
    "Tél. 0123456789",
  ],
  ...["Ce message est confidentiel", "https://mentor.example/", "écrit <", "1/1/25 a@b.example:"],
]

const anyText = fc.oneof(
  fc.array(fc.constantFrom(...LINES), { maxLength: 30 }).map((lines) => lines.join("\n")),
  fc.string({ unit: "binary", maxLength: 300 }),
)

test("no line is lost, and none is invented", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { written, signature, quoted } = splitReply({ text })

      const kept = [written, signature, quoted].flatMap(filledLines)
      expect(kept.sort()).toEqual(filledLines(text).sort())
    }),
    { numRuns: 1_000 },
  )
})

function filledLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
}

// Each took seconds or minutes with one careless search for "the next line that…".
test.each([
  ["blank lines", "\n".repeat(500_000), "written"],
  ["ordinary lines", "Mon compte est bloqué.\n".repeat(100_000), "written"],
  ["one long line", "bonjour ".repeat(130_000), "written"],
  ["one long line of marks", ">".repeat(1_000_000), "quoted"],
  ["one long line of brackets", "<".repeat(1_000_000), "written"],
  ["attributions cut in the middle", "Le 3 mars 2025 à 14:21, Aude <\n".repeat(100_000), "written"],
  ["verbs", "x wrote:\n\n\n\n".repeat(25_000), "written"],
  ["copies", "Cc : a\n".repeat(100_000), "written"],
  ["headers", "De : a\n".repeat(100_000), "written"],
  ["headings", "Message d'origine\n\n".repeat(50_000), "written"],
  ["thanks", "Merci\n\n\n\nNadia va bien ?\n".repeat(20_000), "written"],
  ["marks", "> cité\n".repeat(100_000), "quoted"],
] as const)("%s, by the hundred thousand, are read at once", (_, text, place) => {
  const reply = splitReply({ text })

  expect(reply[place].length).toBe(text.trim().length)
})

test("answers between a hundred thousand quoted lines are all kept", () => {
  const text = "> Question ?\nOui\n".repeat(50_000)

  const { written } = splitReply({ text })

  expect(filledLines(written)).toHaveLength(50_000)
})
