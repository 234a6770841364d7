// The answer cards: what they may say, how they are read, what happens to those that hold a mistake.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll, expect, test } from "vitest"
import { type Faq, readFaq, told } from "../adapters/prompts/faq.ts"
import { readLexicon } from "../adapters/prompts/lexicon.ts"
import { bodyOf, type Entry, isToReview, toConfirm } from "../src/faq/entry.ts"
import { theTraining } from "../src/faq/french.ts"

const OURS = readFaq()
const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

test("our 44 cards are read, without a fault", () => {
  expect(OURS.faults.map(told)).toEqual([])
  expect(OURS.entries).toHaveLength(44)
})

test("each of our cards has a category of the triage, a source, a day of review after its check", () => {
  const categories = readLexicon().categories.map(({ id }) => id)

  const wrong = OURS.entries.filter(
    ({ category, source, verifiedOn, reviewOn }) =>
      !categories.includes(category) || source.length < 10 || reviewOn <= verifiedOn,
  )

  expect(wrong.map(({ id }) => id)).toEqual([])
})

test("no question is taught to two of our cards, nor said to have no answer", () => {
  const all = [...OURS.entries.flatMap(({ questions }) => questions), ...OURS.unanswered]

  const twice = all.filter((question, n) => all.indexOf(question) < n)

  expect(twice).toEqual([])
})

test("our cards are not validated by their writers: the team does it", () => {
  expect(OURS.entries.filter(({ isValidated }) => isValidated)).toEqual([])
})

test.each([
  ["mot-de-passe-regles", "12\u00a0caractères"],
  ["compte-externe-limites", "30\u00a0jours"],
  ["activation-lien-expire", "7\u00a0jours"],
  ["suppression-compte-rgpd", "790\u00a0jours"],
  ["attestation-manquante", "Archivée"],
])("in « %s », what was only read in the code (%s) is still to be confirmed", (id, said) => {
  const card = OURS.entries.find((entry) => entry.id === id)

  expect(toConfirm(card ?? aCard()).join(" ")).toContain(said)
})

test("who asks reads the card in whole sentences, whatever is known", () => {
  const card = aCard({ body: "Ouvrez la page de {{formation|la formation}}.{{prenom}}" })

  expect(bodyOf(card)).toBe("Ouvrez la page de la formation.")
  expect(bodyOf(card, { formation: theTraining("Cap sur le ZAN") })).toBe(
    "Ouvrez la page de la formation «\u00a0Cap sur le ZAN\u00a0».",
  )
})

test("a value that looks like a variable stays as it is", () => {
  const card = aCard({ body: "{{formation}}" })

  expect(bodyOf(card, { formation: "{{contact}}" })).toBe("{{contact}}")
})

test("the mark of what is to be confirmed goes when the team validates the card", () => {
  const body = "Attendez. [à valider\u00a0: Le lien vaut 7 jours.]"

  expect(bodyOf(aCard({ body, isValidated: false }))).toBe(body)
  expect(bodyOf(aCard({ body, isValidated: true }))).toBe("Attendez. Le lien vaut 7 jours.")
})

test("a card is to be reviewed from its day on", () => {
  expect(isToReview({ reviewOn: "2027-02-25" }, "2027-02-24")).toBe(false)
  expect(isToReview({ reviewOn: "2027-02-25" }, "2027-02-25")).toBe(true)
})

test("a question may hold « : », « # » or a quote: it is text, not code", () => {
  const questions = [
    "problème : page blanche",
    "# perdu",
    `"entre guillemets"`,
    "l'écran d'accueil",
  ]

  const { entries, faults } = read({ "une.md": aFile({ questions }) })

  expect(faults).toEqual([])
  expect(entries[0]?.questions).toEqual([
    "problème : page blanche",
    "# perdu",
    "entre guillemets",
    "l'écran d'accueil",
  ])
})

test("a file that Windows saved is read like another", () => {
  const { entries, faults } = read({ "une.md": `\uFEFF${aFile().replaceAll("\n", "\r\n")}` })

  expect(faults).toEqual([])
  expect(entries[0]).toMatchObject({ title: "Un titre", body: "La réponse." })
})

test.each([
  ["statut: à valider", "statut: ok", 5, "write à valider or validée"],
  ["verifie-le: 2026-11-25", "verifie-le: 25/11/2026", 7, "write it as 2026-12-31"],
  ["titre: Un titre\n", "", 1, "add « titre: … »"],
  ["id: une", "id: autre", 2, "the name of the file must be autre.md"],
  ["source: x", "sources: x", 6, "« sources » is unknown"],
  ["source: x", "source x", 6, "write « name: value »"],
  ["source: x", "source: x\nsource: y", 7, "is there twice"],
  ["  - b\n  - c\n", "", 9, "at least 3 questions"],
  ["La réponse.", "Bonjour,\nvoyez {{formtion}}.", 16, "« {{formtion}} »"],
  ["La réponse.", "Voyez {{formation.", 15, "close each {{"],
  ["La réponse.", "[à valider : oui", 15, "close each {{ and each [à valider"],
  ["La réponse.", "", 13, "write the answer"],
  ["---\nid", "id", 1, "begin with a line « --- »"],
])("« %s » written « %s » is told at line %d: %s", (good, bad, line, cure) => {
  const { entries, faults } = read({
    "une.md": aFile().replace(good, bad),
    "deux.md": aFile().replace("id: une", "id: deux"),
  })

  expect(faults[0]).toMatchObject({ file: "prompts/faq/une.md", line })
  expect(faults.map(told).join("\n")).toContain(cure)
  expect(entries.map(({ id }) => id)).toEqual(["deux"])
})

test("a line of synonyms without « = » is told, and the others are read", () => {
  const { synonyms, faults } = read({ "une.md": aFile() }, "- mdp\n- mot de passe = mdp, code")

  expect(synonyms).toEqual([["mot de passe", "mdp", "code"]])
  expect(faults.map(told)).toEqual(["prompts/synonyms.md, line 1: write « - idea = word, word »."])
})

function read(files: Record<string, string>, synonyms = ""): Faq {
  const folder = mkdtempSync(join(tmpdir(), "faq-"))
  folders.push(folder)
  mkdirSync(join(folder, "faq"))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "faq", name), text)
  writeFileSync(join(folder, "unanswered.md"), "- vpn\n")
  writeFileSync(join(folder, "synonyms.md"), synonyms)
  return readFaq(pathToFileURL(`${folder}/`))
}

function aFile({ questions = ["a", "b", "c"] } = {}): string {
  return [
    "---",
    "id: une",
    "titre: Un titre",
    "categorie: autre",
    "statut: à valider",
    "source: x",
    "verifie-le: 2026-11-25",
    "a-revoir-le: 2027-05-25",
    "questions:",
    ...questions.map((question) => `  - ${question}`),
    "---",
    "",
    "La réponse.",
    "",
  ].join("\n")
}

function aCard(changes: Partial<Entry> = {}): Entry {
  return {
    ...{ id: "une", title: "Un titre", category: "autre", isValidated: true, source: "x" },
    ...{ verifiedOn: "2026-11-25", reviewOn: "2027-05-25", questions: [], toFindOut: [], body: "" },
    ...changes,
  }
}
