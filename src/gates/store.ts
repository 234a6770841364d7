import type { Message, TicketId } from "../tickets/ticket.ts"
import type { Evidence } from "./evidence.ts"
import type { Outcome } from "./outcome.ts"

export type OutcomeStore = {
  /** Keeps the first one of its ticket. */
  keepOutcome(outcome: Outcome): Promise<void>
  /**
   * The first mail of a member to the requester that really left; null: there is none. `isToSeveral`: the answer to an
   * incident, the same for all of its tickets.
   */
  firstAnswer(id: TicketId): Promise<(Message & { isToSeveral: boolean }) | null>
  /** Of the requests that would have left by themselves, for each category that has some. */
  evidence(): Promise<(Evidence & { category: string })[]>
  agreement(from: Date, before: Date): Promise<Agreement>
}

/** Over some time: requests to which the bot had an answer, those that the team answered as it would have, and the others. */
export type Agreement = { proposed: number; same: number; silent: number }
