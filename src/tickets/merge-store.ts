import type { Ticket, TicketId } from "./ticket.ts"

/** What a merge changes of a ticket. */
export type TicketState = Pick<
  Ticket,
  "status" | "waitingSince" | "closedAt" | "snoozedUntil" | "mayContinue"
>

/** How both tickets were before a merge, and how the one that received the messages was just after. */
export type Merge = {
  into: TicketId
  at: Date
  /** The last message of both, then: what is newer came since. */
  lastMessageId: number
  from: TicketState
  target: TicketState
  after: TicketState
}

export type MergeStore = {
  /** Messages and mails; each remembers where it was. */
  moveTicketContents(from: TicketId, to: TicketId): Promise<void>
  /** What was in `from` before it was merged, wherever further merges took it: it is in `root` now. */
  moveTicketContentsBack(from: TicketId, root: TicketId): Promise<void>
  keepMerge(from: TicketId, merge: Merge | null): Promise<void>
  merge(from: TicketId): Promise<Merge | null>
}
