// What a team that edits prompts/lexicon.yaml and prompts/examples.yaml may write wrong.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { expect, onTestFinished, test } from "vitest"
import { readExamples } from "../adapters/prompts/examples.ts"
import { readLexicon } from "../adapters/prompts/lexicon.ts"

const LEXICON = `categories:
  - id: attestation
    label: Attestation
    phrases:
      - "badge"
      - { phrase: "diplôme", poids: 30 }
      - { phrase: "certificat", poids: 3 }
  - id: attestations
    label: Attestation
    phrases: []
priorite-haute:
  - raison: une échéance
    si: jamais
    phrases: ["demain"]
phrases-de-mentor:
  - { phrase: "La session n'a pas encore débuté", categorie: inscription-session }
  - { phrase: "Le fichier n'est pas en UTF-8", categorie: formateur }
formations:
  - "zan"
`

test("each fault of the lexicon is told with its line, and the rest is read", () => {
  const mistakes: string[] = []

  const lexicon = readLexicon(aFile(LEXICON), (mistake) => mistakes.push(mistake))

  expect(mistakes).toEqual([
    expect.stringMatching(/^prompts\/lexicon\.yaml, line 8: id: /),
    expect.stringMatching(/^prompts\/lexicon\.yaml, line 6: /),
    expect.stringMatching(/^prompts\/lexicon\.yaml, line 13: si: /),
    expect.stringMatching(/^prompts\/lexicon\.yaml, line 17: categorie: /),
  ])
  expect(lexicon.categories.map(({ phrases }) => phrases.map(({ text }) => text))).toEqual([
    ["badge", "certificat"],
  ])
  expect(lexicon.sentences.map(({ category }) => category)).toEqual(["inscription-session"])
  expect(lexicon.trainings.map(({ text }) => text)).toEqual(["zan"])
})

test("a lexicon whose quotes are not closed still gives what comes before", () => {
  const mistakes: string[] = []
  const broken = LEXICON.replace('"badge"', '"badge').replace('"zan"', '"zan')

  const lexicon = readLexicon(aFile(broken), (mistake) => mistakes.push(mistake))

  expect(mistakes[0]).toMatch(/^prompts\/lexicon\.yaml, line \d+: /)
  expect(lexicon).toMatchObject({ trainings: expect.any(Array) })
})

test("an example that is no text, or of no category, is told and left out", () => {
  const mistakes: string[] = []
  const file = aFile('attestation:\n  - "mon badge"\n  - 12\nbadges:\n  - "mon badge"\n')

  const examples = readExamples(file, (mistake) => mistakes.push(mistake))

  expect(examples).toEqual([{ subject: "", text: "mon badge", category: "attestation" }])
  expect(mistakes).toEqual([
    expect.stringMatching(/^prompts\/examples\.yaml, line 5: « badges » is not a category/),
    expect.stringMatching(/^prompts\/examples\.yaml, line 3: /),
  ])
})

test("no example of ours is written twice", () => {
  const texts = readExamples().map(({ subject, text }) => `${subject} | ${text}`.toLowerCase())

  expect(texts.filter((text, i) => texts.indexOf(text) < i)).toEqual([])
  expect(texts.length).toBeGreaterThan(500)
})

function aFile(content: string): URL {
  const folder = mkdtempSync(join(tmpdir(), "telemaque-lexicon-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, "file.yaml"), content)
  return pathToFileURL(join(folder, "file.yaml"))
}
