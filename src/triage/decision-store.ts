import type { TicketId } from "../tickets/ticket.ts"
import type { Decision } from "./decision.ts"

export type DecisionStore = {
  /** Appends; nothing changes a decision, and it goes with its ticket. */
  keepDecision(decision: Decision): Promise<void>
  /** The oldest first. */
  decisionsOf(ticketId: TicketId): Promise<Decision[]>
}
