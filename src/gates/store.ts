import type { Message, TicketId } from "../tickets/ticket.ts"
import type { AutomaticAnswer } from "./automatic-answer.ts"
import type { Evidence } from "./evidence.ts"
import type { Outcome } from "./outcome.ts"

/** `isToSeveral`: the answer to an incident, the same for all of its tickets. */
export type TeamAnswer = Message & { isToSeveral: boolean }

export type OutcomeStore = {
  /** Keeps the first one of its ticket. */
  keepOutcome(outcome: Outcome): Promise<void>
  /** Mails of members to the requester that really left, the first one first. */
  teamAnswers(id: TicketId): Promise<TeamAnswer[]>
  /** Of the requests that would have left by themselves, for each category that has some. */
  evidence(): Promise<(Evidence & { category: string })[]>
  evidenceOf(category: string): Promise<Evidence>
  agreement(from: Date, before: Date): Promise<Agreement>
}

/** Over some time: requests to which the bot had an answer, those that the team answered as it would have, and the others. */
export type Agreement = { proposed: number; same: number; silent: number }

/** Whether a category is answered automatically; since when, and by whose order: null, it closed by itself. */
export type Gate = { category: string; isOpen: boolean; at: Date; by: string | null }

export type GateStore = {
  /** Those that were opened once. */
  gates(): Promise<Gate[]>
  /** Whether it is open; it stays so until the transaction ends. */
  holdGate(category: string): Promise<boolean>
  /** False: it was so already. */
  moveGate(
    gate: { category: string; isOpen: boolean; memberId: number | null },
    at: Date,
  ): Promise<boolean>
  /** False: its ticket had one. */
  keepAutomaticAnswer(answer: AutomaticAnswer): Promise<boolean>
  automaticAnswer(id: TicketId): Promise<AutomaticAnswer | null>
  endAutomaticAnswer(id: TicketId, state: AutomaticAnswer["state"]): Promise<void>
  /** All that wait in that category; their tickets. */
  dropAutomaticAnswers(category: string): Promise<TicketId[]>
}
