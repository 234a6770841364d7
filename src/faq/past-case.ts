import type { Opening } from "../triage/store.ts"

/** A request that the team answered with the card that the bot had proposed. */
export type PastCase = { opening: Opening; entryId: string }

export type PastCaseStore = {
  /** The last ones. */
  pastCases(most: number): Promise<PastCase[]>
}

/** Titles of cards; null: none would be proposed. `isWorse`: the card that the team sent would no longer be. */
export type ChangedCase = {
  ticketId: number
  subject: string
  before: string | null
  after: string | null
  isWorse: boolean
}
export type Checked = { cases: number; changed: ChangedCase[] }
