/** An answer card: what the team says to those who ask one thing, with where it comes from and until when it holds. */
export type Entry = {
  id: string
  title: string
  category: string
  isValidated: boolean
  source: string
  /** Days, as yyyy-mm-dd. */
  verifiedOn: string
  reviewOn: string
  /** As people write them, mistakes included: what search learns from. */
  questions: string[]
  /** What the team is still to find out; never shown to those who ask. */
  toFindOut: string[]
  /** With `{{variables}}` and `[à valider : …]`. */
  body: string
}

/** What a body may say; `{{session|votre session}}` has words for when nobody knows. */
export const VARIABLES = [
  "prenom",
  "formation",
  "session",
  "adresse",
  "contact",
  "membre",
  "service",
]

const VARIABLE = /\{\{\s*([^{}|\n]{1,60}?)\s*(?:\|([^{}\n]{0,200}))?\}\}/g
const MARK = /\[à valider[\s\u00a0]*:[\s\u00a0]*([^[\]]+)\]/g
const MARK_LEFT = /\[[\s\u00a0]*à[\s\u00a0]+valider[\s\u00a0]*:?([^[\]\n]*)/giu
/** What opens or closes nothing would leave with the answer. */
const LONE = /\{\{.{0,20}|.{0,20}\}\}|\[à valider.{0,20}/

/** Fills in one pass: a value that looks like a variable stays as it is. What nobody knows is said by the card's own words. */
export function bodyOf(
  entry: Pick<Entry, "body" | "isValidated">,
  values: Record<string, string> = {},
): string {
  const text = entry.isValidated ? entry.body.replace(MARK, "$1") : entry.body
  return text.replace(VARIABLE, (_, name: string, otherwise = "") =>
    Object.hasOwn(values, name) ? (values[name] ?? "") : otherwise,
  )
}

/** The sentences that the team has not confirmed yet. */
export function toConfirm({ body }: Pick<Entry, "body">): string[] {
  return [...body.matchAll(MARK)].map(([, sentence = ""]) => sentence)
}

/** What is still marked in a text that somebody took up: spaces and closing brackets may have gone. */
export function marksLeft(text: string): string[] {
  return [...text.matchAll(MARK_LEFT)].map(([, words = ""]) => words.trim())
}

/** What may not stand in a body: unknown variables, braces and brackets that are not closed. */
export function faultsIn(body: string): string[] {
  const unknown = [...body.matchAll(VARIABLE)].flatMap(([, name = ""]) =>
    VARIABLES.includes(name) ? [] : [`{{${name}}}`],
  )
  const [lone] = LONE.exec(body.replace(VARIABLE, "").replace(MARK, "$1")) ?? []
  return lone ? [...unknown, lone] : unknown
}

/** From its review day on, a card is proposed to the team and no longer given. */
export function isToReview({ reviewOn }: Pick<Entry, "reviewOn">, today: string): boolean {
  return reviewOn <= today
}
