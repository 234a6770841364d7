import type { Proposal } from "../faq/proposal.ts"
import type { Requester } from "../people/requester.ts"

export type TicketId = number

/** new: nobody has it · open: our turn · pending: their turn · closed: done. */
export type Status = "new" | "open" | "pending" | "closed"

export type Priority = "normal" | "high"

/** One request and its life. */
export type Ticket = {
  id: TicketId
  mailbox: string
  version: number
  status: Status
  subject: string
  requester: Requester
  assigneeId: number | null
  category: string | null
  priority: Priority
  triage: Triage | null
  snoozedUntil: Date | null
  mergedInto: TicketId | null
  /** Perhaps the continuation of that ticket: for a person to say. */
  mayContinue: TicketId | null
  openedAt: Date
  /** Since when the requester waits for us; null when it is their turn, or all is done. */
  waitingSince: Date | null
  firstAnsweredAt: Date | null
  closedAt: Date | null
  /** When the person said that it is solved; null once they need us again. */
  solvedAt: Date | null
}

/** Sorting, with its reasons: French sentences a member understands. */
export type Triage = {
  category: string
  priority: Priority
  /** Ids of what must be asked before an answer is possible. */
  missing: string[]
  language: "fr" | "en" | "other"
  /** From 0 to 1: of a hundred mails sorted with 0.8, about eighty are sorted well. */
  confidence: number
  because: string[]
  /** The next best category, when the first one is wrong. */
  second: string | null
  /** What to answer. Absent until the cards were searched. */
  answer?: Proposal
}

/** One turn in a ticket. `note` never leaves. */
export type Message = {
  id: number
  ticketId: TicketId
  kind: "incoming" | "outgoing" | "note"
  memberId: number | null
  mailId: number | null
  at: Date
  text: string
  outgoing: Outgoing | null
  /** To another service, or from it. */
  passingId?: number | null
}

/** waiting: may still be taken back · failed: for good, or after three days. */
export type Delivery = "waiting" | "cancelled" | "sending" | "sent" | "failed"

export type Outgoing = {
  isAutomatic: boolean
  /** An open gate let it leave: no member wrote it. */
  isByGate?: boolean
  closesTicket: boolean
  /** Null for an answer sent from the member's own mail program. */
  messageId: string | null
  to: string[]
  cc: string[]
  subject: string
  inReplyTo: string | null
  references: string[]
  delivery: Delivery
  sendAt: Date
  attempts: number
  /** Attempts after which nobody knows whether the mail left. */
  cutShort: number
  firstAttemptAt: Date | null
  lastError: string | null
  sentAt: Date | null
}

/** The requester wrote again: whatever we thought, it is our turn. */
export function followUp(ticket: Ticket, at: Date): Ticket {
  return {
    ...ticket,
    status: ticket.assigneeId ? "open" : "new",
    snoozedUntil: null,
    closedAt: null,
    solvedAt: null,
    waitingSince: ticket.waitingSince ?? at,
  }
}

/**
 * An answer left: their turn, unless they wrote meanwhile. What a person closed stays closed, what was put off to a day
 * comes back on that day.
 */
export function answered(
  ticket: Ticket,
  at: Date,
  { closes, wroteSince }: { closes: boolean; wroteSince: boolean },
): Ticket {
  const firstAnsweredAt = ticket.firstAnsweredAt ?? at
  if (wroteSince) return { ...ticket, firstAnsweredAt }
  const isClosed = closes || ticket.status === "closed"
  return {
    ...ticket,
    firstAnsweredAt,
    status: isClosed ? "closed" : "pending",
    waitingSince: null,
    snoozedUntil: isClosed ? null : ticket.snoozedUntil,
    closedAt: isClosed ? (ticket.closedAt ?? at) : null,
  }
}

export function take(ticket: Ticket, memberId: number): Ticket {
  return {
    ...ticket,
    assigneeId: memberId,
    status: ticket.status === "new" ? "open" : ticket.status,
  }
}

export function release(ticket: Ticket): Ticket {
  return { ...ticket, assigneeId: null, status: ticket.status === "open" ? "new" : ticket.status }
}

export function close(ticket: Ticket, at: Date): Ticket {
  return { ...ticket, status: "closed", closedAt: at, waitingSince: null, snoozedUntil: null }
}

export function reopen(ticket: Ticket, at: Date): Ticket {
  const status = ticket.assigneeId ? "open" : "new"
  return { ...ticket, status, closedAt: null, solvedAt: null, waitingSince: at }
}

/** Waits until a day, in `pending`. */
export function snooze(ticket: Ticket, until: Date): Ticket {
  return { ...ticket, status: "pending", snoozedUntil: until }
}

export function wake(ticket: Ticket): Ticket {
  return { ...ticket, status: ticket.assigneeId ? "open" : "new", snoozedUntil: null }
}
