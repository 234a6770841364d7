import type { EntryChange, EntryContent } from "./history.ts"

/** What a member previewed of a card. */
export type EntryDraft = {
  id: number
  /** Null: a card to be. */
  entryId: string | null
  /** The one they had seen; 0 for a card to be. */
  version: number
  memberId: number
  what: EntryChange
  content: EntryContent
  /** The card that it became. */
  savedAs: string | null
}

export type EntryDraftStore = {
  /** Those of long ago are forgotten. */
  keepEntryDraft(draft: Omit<EntryDraft, "id" | "savedAs">, at: Date): Promise<EntryDraft>
  entryDraft(id: number): Promise<EntryDraft | null>
  noteDraftSaved(id: number, entryId: string): Promise<void>
}
