import type { Entry } from "./entry.ts"

/** What members write of a card: all but its id and its status. */
export type EntryContent = Omit<Entry, "id" | "isValidated">

export const ENTRY_CHANGES = [
  "imported",
  "edited",
  "validated",
  "restored",
  "retired",
  "brought back",
  "proposed",
] as const
export type EntryChange = (typeof ENTRY_CHANGES)[number]

/** What a card was once. `by` null: its file, or the demonstration. */
export type EntryVersion = {
  version: number
  at: Date
  by: string | null
  what: EntryChange
  content: EntryContent & { isValidated: boolean }
}

export function contentOf(entry: EntryContent): EntryContent {
  const { title, category, source, verifiedOn, reviewOn, questions, toFindOut, body } = entry
  return { title, category, source, verifiedOn, reviewOn, questions, toFindOut, body }
}

export type EntryPart = keyof EntryContent

const PARTS: EntryPart[] = [
  ...(["title", "body", "questions", "category", "source"] as const),
  ...(["verifiedOn", "reviewOn", "toFindOut"] as const),
]
/** What those who ask never read: changing it makes nothing less true. */
const BESIDE: EntryPart[] = ["questions", "toFindOut"]

/** What differs, in the order in which it matters. A chat that makes plain spaces of hard ones changes nothing. */
export function changedParts(before: EntryContent, after: EntryContent): EntryPart[] {
  return PARTS.filter((part) => spaced(before[part]) !== spaced(after[part]))
}

function spaced(part: EntryContent[EntryPart]): string {
  return JSON.stringify(part).replace(/[\u00a0\u202f]/g, " ")
}

/** Whether somebody who answered for the first can be said to answer for the second. */
export function saysTheSame(before: EntryContent, after: EntryContent): boolean {
  return changedParts(before, after).every((part) => BESIDE.includes(part))
}
