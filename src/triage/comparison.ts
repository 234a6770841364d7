import type { TicketId } from "../tickets/ticket.ts"

/** How the requests that the team decided would be sorted by what `prompts/` says now, against how they were when they came. */
export type Comparison = { decided: number; better: Resorted[]; worse: Resorted[] }

/** Categories: as the team decided, as it would be sorted now. */
export type Resorted = { ticketId: TicketId; subject: string; decided: string; now: string }

type Case = { ticketId: TicketId; subject: string; decided: string; before: string; now: string }

/** One that is wrong both times, or was never sorted, tells nothing. */
export function comparisonOf(cases: Case[]): Comparison {
  const changed = cases.filter(({ before, now }) => before !== now)
  const resorted = (some: Case[]) =>
    some.map(({ ticketId, subject, decided, now }) => ({ ticketId, subject, decided, now }))
  return {
    decided: cases.length,
    better: resorted(changed.filter(({ now, decided }) => now === decided)),
    worse: resorted(changed.filter(({ before, decided }) => before === decided)),
  }
}
