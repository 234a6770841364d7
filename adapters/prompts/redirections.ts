import { readdirSync, readFileSync } from "node:fs"
import { faultsIn, type Redirection, VARIABLES } from "../../src/redirections/office.ts"
import type { OfficeStore } from "../../src/redirections/store.ts"
import { isCategory } from "../../src/triage/categories.ts"
import { phrase } from "../../src/triage/lexicon.ts"
import { type FrontMatter, readFrontMatter } from "./front-matter.ts"

const FOLDER = new URL("../../prompts/redirections/", import.meta.url)
const KEYS = ["id", "nom", "categories", "mots"]

type Fault = { line: number; cure: string }

/** The texts for other services. One with a fault is left out, and told: file, line, cure; the rest loads. */
export function readRedirections(
  report: (mistake: string) => void = () => {},
  folder = FOLDER,
): Redirection[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".md") && !name.startsWith("."))
  return names.sort().flatMap((name) => {
    const source = readFileSync(new URL(name, folder), "utf8").replace(/^\uFEFF/, "")
    const front = readFrontMatter(source.replaceAll("\r\n", "\n"))
    const faults = [...front.faults, ...faultsOf(name, front)]
    for (const { line, cure } of faults) {
      report(`prompts/redirections/${name}, line ${line}: ${cure}`)
    }
    return faults.length === 0 ? [redirectionOf(front)] : []
  })
}

/** Each text has its row, which the team edits in the console. */
export async function openRedirections(
  store: OfficeStore,
  report?: (mistake: string) => void,
): Promise<Redirection[]> {
  const redirections = readRedirections(report)
  for (const { id, name, categories } of redirections) {
    await store.seedOffice({ textId: id, name, categories })
  }
  return redirections
}

function redirectionOf({ values, lists, body }: FrontMatter): Redirection {
  const value = (key: string) => values.get(key)?.text ?? ""
  const list = (key: string) => lists.get(key)?.items.map(({ text }) => text) ?? []
  return {
    ...{ id: value("id"), name: value("nom"), body },
    ...{ categories: list("categories"), words: list("mots").map((text) => phrase(text)) },
  }
}

function faultsOf(name: string, { values, lists, body, bodyLine }: FrontMatter): Fault[] {
  const unknown = [...values, ...lists].filter(([key]) => !KEYS.includes(key))
  const id = values.get("id")
  return [
    ...unknown.map(([key, { line }]) => ({
      ...{ line, cure: `« ${key} » is unknown; use ${KEYS.join(", ")}.` },
    })),
    ...["id", "nom"]
      .filter((key) => !values.get(key)?.text)
      .map((key) => ({ line: 1, cure: `add « ${key}: … » between the two lines of dashes.` })),
    ...(id && `${id.text}.md` !== name
      ? [
          {
            line: id.line,
            cure: `the name of the file must be ${id.text}.md, or the id that of the file.`,
          },
        ]
      : []),
    ...(lists.get("categories")?.items ?? [])
      .filter(({ text }) => !isCategory(text))
      .map(({ text, line }) => ({ line, cure: `« ${text} » is no category.` })),
    ...(body === ""
      ? [{ line: bodyLine, cure: "write the text under the second line of dashes." }]
      : body.split("\n").flatMap((text, n) =>
          faultsIn(text).map((wrong) => ({
            line: bodyLine + n,
            cure: `« ${wrong} »: use {{${VARIABLES.join("}}, {{")}}}, and close each {{ on its line.`,
          })),
        )),
  ]
}
