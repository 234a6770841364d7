import type { TicketId } from "../tickets/ticket.ts"
import type { Category } from "./categories.ts"
import type { MailToSort } from "./reading.ts"

/** A ticket whose category the team said, or let pass: a lesson. */
export type Decided = {
  ticketId: TicketId
  mail: MailToSort
  category: Category
  /** 1 said, 0.5 let pass. */
  weight: number
}

/** One in so many is never taught to what is judged: only what was not taught can judge. */
const ASIDE = 5
/** Spreads numbers that follow each other (Knuth's multiplicative hash). */
const SPREAD = 2_654_435_761

/** By its number alone: a ticket is kept aside once and for all, or never. */
export function isKeptAside(ticketId: TicketId): boolean {
  return (Math.imul(ticketId, SPREAD) >>> 16) % ASIDE === 0
}

/** Among the project's own phrases, by their place. */
export function isPhraseAside(place: number): boolean {
  return place % ASIDE === ASIDE - 1
}
