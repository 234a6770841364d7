import type { TicketId } from "../tickets/ticket.ts"

/** What somebody of the team said of a ticket's category: what the bot learns from. */
export type Decision = {
  ticketId: TicketId
  memberId: number | null
  at: Date
  category: string
  /** What the bot had proposed. */
  proposed: string | null
  weight: number
}

/** The weight of what somebody said, and of what they answered without contradicting. */
export const SAID = 1
export const UNCONTRADICTED = 0.5

/** What counts of a ticket: the last thing that somebody said, or else what nobody contradicted. */
export function labelOf(decisions: Decision[]): Decision | null {
  return decisions.findLast(({ weight }) => weight === SAID) ?? decisions.at(-1) ?? null
}
