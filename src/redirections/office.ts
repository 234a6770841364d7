import { finder, fold, type Phrase } from "../triage/lexicon.ts"

/** What people are told whose request is another service's: `prompts/redirections/*.md`, once read. */
export type Redirection = {
  id: string
  name: string
  categories: string[]
  /** Words of requests that are for that service. */
  words: Phrase[]
  /** With `{{variables}}`. */
  body: string
}

/** Another service: named after its text at first, edited by the team since. */
export type Office = {
  id: number
  /** Null: the team added it. */
  textId: string | null
  name: string
  /** "" until the team gives it. */
  address: string
  categories: string[]
}

/** `words`: those of the request that speak for it, as its text has them. */
export type Likely = { office: Office; words: string[] }

/** What a body may say; `{{adresse|votre service informatique}}` has words for when nobody gave the address. */
export const VARIABLES = ["adresse", "service"]

/** Says nothing of which service it is: for those that the team added. */
const ANY = "autres-applications"
const VARIABLE = /\{\{\s*([^{}|\n]{1,60}?)\s*(?:\|([^{}\n]{0,200}))?\}\}/g

/** Every service, the likeliest first: by the words of the request, then by its category. */
export function likeliest(
  offices: Office[],
  redirections: Redirection[],
  { category, text }: { category: string | null; text: string },
): Likely[] {
  const folded = fold(text)
  const found = offices.map((office) => {
    const entries = (textOf(office, redirections)?.words ?? []).map((phrase) => ({ phrase }))
    const isOwn = office.textId !== null && entries.length > 0
    const words = isOwn ? finder(entries)(folded).map(({ phrase }) => phrase.text) : []
    return { office, words }
  })
  const rank = ({ office, words }: Likely) =>
    words.reduce((sum, text) => sum + text.split(" ").length, 0) * 4 +
    (category && office.categories.includes(category) ? 2 : 0) +
    (office.textId === ANY ? 1 : 0)
  return found.sort((a, b) => rank(b) - rank(a) || a.office.id - b.office.id)
}

/** What is said to who asked. */
export function redirectionText(office: Office, redirections: Redirection[]): string {
  const values: Record<string, string> = { service: office.name, adresse: office.address }
  return (textOf(office, redirections)?.body ?? "").replace(
    VARIABLE,
    (_, name: string, otherwise = "") => values[name] || otherwise,
  )
}

/** What may not stand in a body: unknown variables, braces that are not closed. */
export function faultsIn(body: string): string[] {
  const names = [...body.matchAll(VARIABLE)].map(([, name = ""]) => name)
  const [lone] = /\{\{.{0,20}|.{0,20}\}\}/.exec(body.replace(VARIABLE, "")) ?? []
  const unknown = names.filter((name) => !VARIABLES.includes(name)).map((name) => `{{${name}}}`)
  return lone ? [...unknown, lone] : unknown
}

function textOf({ textId }: Office, redirections: Redirection[]): Redirection | undefined {
  return redirections.find(({ id }) => id === (textId ?? ANY)) ?? redirections.at(0)
}
