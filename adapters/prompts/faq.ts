import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { type Entry, faultsIn, VARIABLES } from "../../src/faq/entry.ts"
import { type FrontMatter, readFrontMatter } from "./front-matter.ts"

/** What is wrong in a file, where, and the cure. */
export type Fault = { file: string; line: number; cure: string }

/** What to read to answer questions: the cards, the questions that none of them answers, the words that mean the same. */
export type Faq = { entries: Entry[]; unanswered: string[]; synonyms: string[][]; faults: Fault[] }

const PROMPTS = new URL("../../prompts/", import.meta.url)
const KEYS = [
  ...["id", "titre", "categorie", "statut", "source", "verifie-le", "a-revoir-le"],
  ...["questions", "a-confirmer"],
]
const REQUIRED = KEYS.filter((key) => key !== "a-confirmer")
const STATUSES = ["à valider", "validée"]
const FEWEST_QUESTIONS = 3

/** A card with a fault is left out, and told in `faults`; the rest loads. */
export function readFaq(folder = PROMPTS): Faq {
  const faults: Fault[] = []
  const entries: Entry[] = []
  for (const name of readdirSync(new URL("faq/", folder)).sort()) {
    if (!name.endsWith(".md") || name.startsWith(".")) continue
    const file = `prompts/faq/${name}`
    const { entry, found } = readEntry(file, textOf(new URL(`faq/${name}`, folder)))
    if (entry) entries.push(entry)
    faults.push(...found)
  }
  const unanswered = readList(new URL("unanswered.md", folder)).map(({ text }) => text)
  const synonyms = readList(new URL("synonyms.md", folder)).flatMap(({ text, line }) => {
    const [idea = "", wordings = ""] = text.split(/\s*=\s*/)
    const found = [idea, ...wordings.split(",")].map((words) => words.trim()).filter(Boolean)
    if (found.length > 1) return [found]
    faults.push({ file: "prompts/synonyms.md", line, cure: "write « - idea = word, word »." })
    return []
  })
  return { entries, unanswered, synonyms, faults }
}

/** The cards, each with a hash of all that its file says. */
export function hashed({ entries }: Pick<Faq, "entries">): { entry: Entry; hash: string }[] {
  return entries.map((entry) => ({
    entry,
    hash: createHash("sha256").update(JSON.stringify(entry)).digest("hex"),
  }))
}

export function told({ file, line, cure }: Fault): string {
  return `${file}, line ${line}: ${cure}`
}

function readEntry(file: string, text: string): { entry: Entry | null; found: Fault[] } {
  const front = readFrontMatter(text)
  const at = (key: string) => front.values.get(key)?.line ?? front.lists.get(key)?.line ?? 1
  const found = [
    ...front.faults.map(({ line, cure }) => ({ file, line, cure })),
    ...[...check(file, front)].map(([key, cure]) => ({ file, line: at(key), cure })),
    ...checkBody(front).map(({ line, cure }) => ({ file, line, cure })),
  ]
  return { entry: found.length === 0 ? entryOf(front) : null, found }
}

function entryOf({ values, lists, body }: FrontMatter): Entry {
  const value = (key: string) => values.get(key)?.text ?? ""
  const list = (key: string) => lists.get(key)?.items.map(({ text }) => text) ?? []
  return {
    id: value("id"),
    title: value("titre"),
    category: value("categorie"),
    isValidated: value("statut") === "validée",
    source: value("source"),
    verifiedOn: value("verifie-le"),
    reviewOn: value("a-revoir-le"),
    questions: list("questions"),
    toFindOut: list("a-confirmer"),
    body,
  }
}

function* check(file: string, { values, lists }: FrontMatter): Generator<[string, string]> {
  const value = (key: string) => values.get(key)?.text ?? ""
  for (const key of [...values.keys(), ...lists.keys()]) {
    if (!KEYS.includes(key)) yield [key, `« ${key} » is unknown; use ${KEYS.join(", ")}.`]
  }
  for (const key of REQUIRED) {
    const isThere = value(key) !== "" || lists.has(key)
    if (!isThere) yield [key, `add « ${key}: … » between the two lines of dashes.`]
  }
  const id = value("id")
  if (id && file !== `prompts/faq/${id}.md`) {
    yield ["id", `the name of the file must be ${id}.md, or the id that of the file.`]
  }
  const status = value("statut")
  if (status && !STATUSES.includes(status)) {
    yield ["statut", `« ${status} » is unknown; write ${STATUSES.join(" or ")}.`]
  }
  for (const key of ["verifie-le", "a-revoir-le"]) {
    const day = value(key)
    if (day && !isDay(day)) yield [key, `« ${day} » is no day; write it as 2026-12-31.`]
  }
  const count = lists.get("questions")?.items.length ?? 0
  if (lists.has("questions") && count < FEWEST_QUESTIONS) {
    yield [
      "questions",
      `give at least ${FEWEST_QUESTIONS} questions, each on its line after « - ».`,
    ]
  }
}

function checkBody({ body, bodyLine }: FrontMatter): { line: number; cure: string }[] {
  if (body === "")
    return [{ line: bodyLine, cure: "write the answer under the second line of dashes." }]
  return body.split("\n").flatMap((text, n) =>
    faultsIn(text).map((wrong) => ({
      line: bodyLine + n,
      cure: `« ${wrong} »: use {{${VARIABLES.join("}}, {{")}}}, and close each {{ and each [à valider : on its line.`,
    })),
  )
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
}

/** One line after each dash; titles and explanations between them are for those who edit. */
function readList(file: URL): { text: string; line: number }[] {
  return textOf(file)
    .split("\n")
    .flatMap((text, n) => {
      const [, item] = /^\s*-\s+(.+)$/.exec(text) ?? []
      return item ? [{ text: item.trim(), line: n + 1 }] : []
    })
}

function textOf(file: URL): string {
  return readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n")
}
