// What may be quoted of a card, and what is hidden from a model.
import { expect, test } from "vitest"
import { draftFrom, readable } from "../src/llm/draft-text.ts"
import { sizeIn } from "../src/llm/impact.ts"
import { hidingOf } from "../src/privacy/personal-data.ts"

const CARD = {
  ...{ id: "lien", title: "Mon lien" },
  text: [
    "Votre identifiant est l’adresse du compte. Il ne change pas.",
    "Le lien dure [à valider : 7 jours]. Ouvrez-le vite.",
    "Pour en avoir un autre :",
    "1. Ouvrez https://mentor.example/.\n2. Cliquez. Attendez.",
    "[à valider : Le compte est bloqué. Il se débloque seul.]",
  ].join("\n\n"),
}

test.each([
  ["a sentence", ["Il ne change pas."], "Il ne change pas."],
  [
    "other spaces and apostrophes",
    ["Votre  identifiant est l'adresse du compte."],
    "Votre identifiant est l’adresse du compte.",
  ],
  [
    "sentences that follow each other, at once",
    ["Votre identifiant est l’adresse du compte. Il ne change pas."],
    "Votre identifiant est l’adresse du compte. Il ne change pas.",
  ],
  [
    "sentences in another order",
    ["Ouvrez-le vite.", "Il ne change pas."],
    "Ouvrez-le vite.\n\nIl ne change pas.",
  ],
  [
    "a step: the whole list comes with it",
    ["Cliquez."],
    "Pour en avoir un autre :\n\n1. Ouvrez https://mentor.example/.\n2. Cliquez. Attendez.",
  ],
  [
    "a part to validate: its sentence comes with it",
    ["7 jours"],
    "Le lien dure [à valider : 7 jours].",
  ],
  [
    "what is to be validated stays so",
    ["Il se débloque seul."],
    "[à valider : Il se débloque seul.]",
  ],
  [
    "and is one passage where it was one",
    ["Le compte est bloqué. Il se débloque seul."],
    "[à valider : Le compte est bloqué. Il se débloque seul.]",
  ],
  ["the same sentence twice", ["Il ne change pas.", "Il ne change pas."], "Il ne change pas."],
])("quoted: %s", (_, citations, text) => {
  expect(drafted(citations)?.text).toBe(text)
})

test.each([
  "change pas.",
  "Il change.",
  "Le lien dure 70 jours.",
  "Ouvrez https://mechant.example/.",
  "[à valider : Payez.]",
  "",
  " ",
  "]",
])("refused: « %s »", (citation) => {
  expect(drafted(["Il ne change pas.", citation])).toBeNull()
})

test("all that a model reads of a card can be quoted as it reads it", () => {
  const read = readable(CARD)

  expect(read).not.toContain("à valider")
  for (const paragraph of read.split("\n\n")) expect(drafted([paragraph]), paragraph).not.toBeNull()
})

const PEOPLE = [
  { name: "DUBOIS Claire", address: "claire.dubois@vallonie.gouv.example" },
  { name: "", address: "paul.n-guyen2@vallonie.gouv.example" },
]

test.each([
  "Claire Dubois",
  "CLAIRE",
  "M. Dubois",
  "Paul N-Guyen",
  "claire.dubois@vallonie.gouv.example",
  "06 12 34 56 78",
  "+33612345678",
  "1 85 03 75 116 001 42",
  "12/03/1985",
  "https://mentor.example/u?id=12",
  "Mme Roche",
  "mon collègue Jean-Paul Martin",
])("« %s » does not leave, and comes back", (words) => {
  const hiding = hidingOf(PEOPLE, () => false)
  const text = `Bonjour, voici ${words}, merci.`
  const told = words.replace(/^(?:M\.|Mme|mon collègue) /, "")

  const hidden = hiding.hide(text)

  expect(hidden).not.toContain(told)
  expect(hidden).toMatch(/\[[A-Z]+_1\]/)
  expect(hiding.putBack(hidden)).toBe(text)
})

test.each([
  [
    "an address without accents",
    "Merci. Mehdi Saïd, DDT",
    [{ name: "", address: "mehdi.said@x.example" }],
  ],
  ["who signs at the end of a sentence", "Que faire ? Isabelle Guérin", []],
  ["who signs on a line", "Merci\n\nÉmile Le Moal\n", []],
  ["a family name in capitals, first", "l’agent est GUÉRIN Isabelle", []],
])("a name is told from %s", (_, text, people) => {
  const hiding = hidingOf(people, () => false)

  expect(hiding.hide(text)).not.toMatch(/Mehdi|Saïd|Isabelle|Guérin|Moal/i)
  expect(hiding.putBack(hiding.hide(text))).toBe(text)
})

test("words of the cards are nobody, passwords never come back, a token that nobody gave is seen", () => {
  const common = new Set(["Cap", "Zan", "Sobriété"])
  const hiding = hidingOf(PEOPLE, (word) => common.has(word))

  expect(hiding.hide("dans le parcours Cap Zan")).toBe("dans le parcours Cap Zan")
  expect(hiding.putBack(hiding.hide("mot de passe : Azerty12!"))).not.toContain("Azerty12!")
  expect(hiding.hide("voyez [PERSONNE_7]")).not.toContain("PERSONNE_7")
  expect(hiding.putBack("voyez [PERSONNE_7]")).toBeNull()
})

test.each([
  ["llama3.1:8b", 8],
  ["Mistral-Small-3.2-24B-Instruct", 24],
  ["qwen2.5:0.5b", 0.5],
  ["albert-large", null],
])("the size of %s is %s", (name, size) => {
  expect(sizeIn(name)).toBe(size)
})

function drafted(citations: string[]) {
  return draftFrom({ phrases: citations.map((citation) => ({ fiche: "lien", citation })) }, [CARD])
}
