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
