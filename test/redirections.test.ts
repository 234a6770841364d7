// The texts of prompts/redirections, and which service a request looks like.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll, expect, test } from "vitest"
import { readRedirections } from "../adapters/prompts/redirections.ts"
import { likeliest, type Office, redirectionText } from "../src/redirections/office.ts"

const folders: string[] = []
const OURS = readRedirections((mistake) => {
  throw new Error(mistake)
})
const OFFICES = OURS.map(({ id, name, categories }, n) => ({
  ...{ id: n + 1, textId: id, name, address: "", categories },
}))

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

test.each([
  ["Mon VPN ne se lance plus", "hors-perimetre", "informatique"],
  ["Mon bulletin de paie est faux", "hors-perimetre", "rh-paie"],
  ["Mes frais Chorus DT ne sont pas payés", "hors-perimetre", "rh-paie"],
  ["Le référent Mentor du ministère de l’Intérieur", "hors-perimetre", "contact-mentor"],
  ["Il y a une erreur dans le quiz", "progression", "contact-formation"],
  ["Je n’arrive pas à ouvrir Pix", "hors-perimetre", "autres-applications"],
  ["Bonjour, pouvez-vous m’aider ?", "hors-perimetre", "autres-applications"],
  ["Bonjour, pouvez-vous m’aider ?", "attestation", "contact-formation"],
])("« %s » (%s) is first of all for %s", (text, category, textId) => {
  const [first] = likeliest(OFFICES, OURS, { category, text })

  expect(first?.office.textId).toBe(textId)
})

test("each of our texts reads well with an address and without; a service that the team added has one too", () => {
  const added: Office = {
    ...{ id: 9, textId: null, name: "Archives", address: "" },
    categories: [],
  }

  const texts = [...OFFICES, added].flatMap((office) => [
    redirectionText(office, OURS),
    redirectionText({ ...office, address: "service@ministere.example" }, OURS),
  ])

  expect(texts).toHaveLength(12)
  for (const text of texts) expect(text).not.toMatch(/[{}|]| {2}|,,/)
  expect(texts.filter((text) => text.includes("Écrivez à service@ministere.example"))).toHaveLength(
    6,
  )
})

test.each([
  ["id: une", "id: autre", 2, "the name of the file must be autre.md"],
  ["  - autre", "  - divers", 5, "« divers » is no category"],
  ["nom: Un service\n", "", 1, "add « nom: … »"],
  ["mots:", "mot:", 6, "« mot » is unknown"],
  ["Écrivez-lui.", "Bonjour,\n{{prenom}}", 11, "« {{prenom}} »: use {{adresse}}"],
  ["Écrivez-lui.", "Voyez {{adresse", 10, "close each {{ on its line"],
  ["Écrivez-lui.", "", 8, "write the text"],
])(
  "« %s » written « %s » is told at line %d: %s, and the rest is read",
  (good, bad, line, cure) => {
    const [folder, told] = [mkdtempSync(join(tmpdir(), "redirections-")), [] as string[]]
    folders.push(folder)
    writeFileSync(join(folder, "une.md"), aText("une").replace(good, bad))
    writeFileSync(join(folder, "deux.md"), aText("deux"))

    const read = readRedirections((mistake) => told.push(mistake), pathToFileURL(`${folder}/`))

    expect(read.map(({ id }) => id)).toEqual(["deux"])
    expect(told).toEqual([expect.stringContaining(`une.md, line ${line}: `)])
    expect(told[0]).toContain(cure)
  },
)

function aText(id: string): string {
  return [
    ...["---", `id: ${id}`, "nom: Un service", "categories:", "  - autre", "mots:", "  - fiche"],
    ...["---", "", "Écrivez-lui.", ""],
  ].join("\n")
}
