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
  openedAt: Date
  /** Since when the requester waits for us; null when it is their turn, or all is done. */
  waitingSince: Date | null
  firstAnsweredAt: Date | null
  closedAt: Date | null
}

/** Sorting, with its reasons: French sentences a member understands. */
export type Triage = {
  category: string
  priority: Priority
  missing: string[]
  because: string[]
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
}

/** waiting: may still be taken back · failed: for good, or after three days. */
export type Delivery = "waiting" | "cancelled" | "sending" | "sent" | "failed"

export type Outgoing = {
  isAutomatic: boolean
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
  firstAttemptAt: Date | null
  lastError: string | null
  sentAt: Date | null
}
