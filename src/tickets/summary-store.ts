import type { Absence } from "../people/absence.ts"
import type { ListedTicket } from "./list-store.ts"

/** Some of them, and how many there are; `isMore`: counting stopped. */
export type Some<T> = { count: number; isMore: boolean; first: T[] }

export type Morning = {
  /** Nobody has them. */
  unclaimed: Some<ListedTicket>
  /** Who has waited since before that instant. */
  late: Some<ListedTicket>
  /** Tickets with an answer that could not be sent. */
  failed: Some<ListedTicket>
  /** Mails put aside since. */
  parked: number
}

export type Away = Absence & { waiting: Some<ListedTicket> }

export type SummaryStore = {
  morning(which: { lateBefore: Date; parkedSince: Date; most: number }): Promise<Morning>
  /** Who is away that day (YYYY-MM-DD), with what waits at their name. */
  away(on: string, most: number): Promise<Away[]>
  /** Waiting since before that instant, taken by nobody, and never recalled: the oldest first. */
  neverReminded(before: Date, most: number): Promise<{ id: number; waitingSince: Date }[]>
  /** Whether the journal of that ticket has such a line. */
  hasEntry(ticketId: number, what: string): Promise<boolean>
}
