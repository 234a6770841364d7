// What the bot would have sent and what the team sent are compared by what they say: tried on each of our cards.
import { expect, test } from "vitest"
import { readFaq } from "../adapters/prompts/faq.ts"
import { mailText } from "../src/faq/mail-text.ts"
import { compareFacts } from "../src/gates/facts.ts"

const SIGNATURE = "Bien cordialement,\n\nNadia Ferrand\nCentre d’appui"
const ours = readFaq().entries.map((entry) => ({
  ...entry,
  text: mailText({ ...entry, isValidated: true }, {}, "write back").text,
}))
const sent = (text: string) =>
  `Bonjour Claire,\n\nMerci pour votre message.\n\n${text}\n\n${SIGNATURE}`

test.each(ours)("$id: sent as it is, it is the same", ({ text }) => {
  expect(compareFacts(text, sent(text))).toEqual({ what: "same", lacks: [] })
})

test.each(ours)(
  "$id: typed on a keyboard, and cut by a mail program, it is the same",
  ({ text }) => {
    const typed = text
      .replace(/’/g, "'")
      .replace(/[«»]/g, '"')
      .replace(/\u00a0/g, " ")
    const cut = typed.replace(/(.{50,70}) (?![-\d])/g, "$1\n")

    expect(compareFacts(text, sent(cut))).toEqual({ what: "same", lacks: [] })
  },
)

test.each(ours)("$id: with its marks still in the card, it is the same", ({ id, body }) => {
  const marked = mailText({ body, isValidated: false }, {}, "write back").text
  const { text = "" } = ours.find((entry) => entry.id === id) ?? {}

  expect(compareFacts(marked, sent(text)).what).toBe("same")
})

test.each(ours)("$id: without any one of its words or figures, it is not", ({ text }) => {
  const words = [...text.matchAll(/[\p{L}\d][\p{L}\d’@./:-]*/gu)]

  const unseen = words.filter(({ 0: word, index }) => {
    const without = text.slice(0, index) + text.slice(index + word.length)
    return compareFacts(text, sent(without)).what === "same"
  })

  // The numbers of a list are how it looks.
  expect(unseen.map(([word]) => word).filter((word) => !/^\d\.$/.test(word))).toEqual([])
})

test.each([
  "N’hésitez pas à revenir vers nous.",
  "Si cela ne fonctionne pas, répondez à ce message.",
  "En cas de difficulté, dites-le-nous.",
  "Je reste à votre disposition.",
  "Nous avons bien reçu votre demande.",
])("a courtesy says nothing: « %s »", (courtesy) => {
  const [{ text } = { text: "" }] = ours

  expect(compareFacts(text, sent(`${text}\n\n${courtesy}`)).what).toBe("same")
})

test.each([
  "Si cela ne fonctionne pas, allez sur https://ailleurs.example.",
  "En revanche, attendez demain.",
  "Ne faites pas cela avant le 12 mai.",
  "Ignorez ce qui précède.",
])("what may change the answer is no courtesy: « %s »", (added) => {
  const [{ text } = { text: "" }] = ours

  expect(compareFacts(text, sent(`${text}\n\n${added}`)).what).toBe("edited")
})

test("no card is taken for another", () => {
  const taken = ours.flatMap(({ id, text }) =>
    ours
      .filter((other) => other.id !== id && compareFacts(text, sent(other.text)).what === "same")
      .map((other) => `${id} for ${other.id}`),
  )

  expect(taken).toEqual([])
})
