import type { Status, TicketId } from "./ticket.ts"

/** A ticket in one line. */
export type ListedTicket = {
  id: TicketId
  mailbox: string
  subject: string
  status: Status
  requesterName: string
  assignee: string | null
  waitingSince: Date | null
  openedAt: Date
}

/** Short lists of tickets: `most` at most, each read by an index. */
export type ListStore = {
  /** What that member has and is not done: who has waited longest first. */
  ticketsOf(memberId: number, most: number): Promise<ListedTicket[]>
  unclaimedTickets(most: number): Promise<ListedTicket[]>
  /** Every word is in its subject, its name, its address or its messages, or begins one there: the latest first. */
  findTickets(words: string, most: number): Promise<ListedTicket[]>
  /** Open ones whose number begins so; all of them when `digits` is empty. */
  ticketsNumbered(digits: string, most: number): Promise<ListedTicket[]>
}
