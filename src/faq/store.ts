import type { Entry } from "./entry.ts"
import type { EntryChange, EntryContent, EntryVersion } from "./history.ts"

/** A card as the database has it. */
export type StoredEntry = Entry & {
  /** From 1; one more at each change, whatever it is. */
  version: number
  /** Null `by`: the card's file says so, or the demonstration. */
  validated: { by: string | null; at: Date } | null
  /** The team changed or validated it: its file is offered, no longer followed. */
  isOurs: boolean
  /** Of the content of the file that was followed, offered or refused last; "": it has no file. */
  fileHash: string
  /** What the file says now, for a card that no longer follows it. */
  offered: EntryContent | null
  isRetired: boolean
  /** The review day that the team was told of. */
  toldReviewOn: string | null
}

/** Who changes a card, and how. `validates`: they answer for what it says; otherwise, who did goes on, if it still is. */
export type EntryMove = {
  what: EntryChange
  memberId: number | null
  at: Date
  validates?: boolean
}

/** What is kept of a card beside what it says. */
export type EntryState = Pick<
  StoredEntry,
  "isOurs" | "fileHash" | "offered" | "isRetired" | "toldReviewOn"
>

export type EntryStore = {
  /** Grows at each change of any card, whatever copy of the bot makes it; 0 when there is none. */
  entriesRevision(): Promise<number>
  /** Those that were retired too. */
  entries(): Promise<StoredEntry[]>
  storedEntry(id: string): Promise<StoredEntry | null>
  /** The last one first. */
  versionsOf(id: string): Promise<EntryVersion[]>
  /** One change of cards at a time, whatever copies: revisions grow in the order in which they are seen. */
  lockEntries(): Promise<void>
  /** The next version of a card, or its first, with its line of history. */
  keepEntry(
    entry: Entry & Partial<EntryState>,
    move: EntryMove,
  ): Promise<Pick<EntryVersion, "version">>
  /** Whether one is validated, in use, and not to review that day. */
  hasEntryToGive(day: string): Promise<boolean>
  /** Those to review that day of which the team was not told yet, by id. */
  entriesToTell(day: string): Promise<Pick<StoredEntry, "id" | "reviewOn">[]>
  /** What the history does not tell. */
  noteEntry(id: string, state: Partial<EntryState>): Promise<void>
}
