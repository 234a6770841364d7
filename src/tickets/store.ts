import type { StoredMail } from "../mail/store.ts"
import type { Office } from "../redirections/office.ts"
import type { Passing } from "../redirections/store.ts"
import type { Message, Status, Ticket, TicketId } from "./ticket.ts"

export type NewTicket = Pick<
  Ticket,
  "mailbox" | "subject" | "requester" | "openedAt" | "mayContinue"
>

/** One line of the journal. `what` is a verb of STYLE.md: "taken", "closed"… */
export type JournalLine = {
  ticketId: TicketId | null
  memberId: number | null
  at: Date
  what: string
  detail: Record<string, string | number | null>
}

export type TicketStore = {
  openTicket(ticket: NewTicket): Promise<Ticket>
  ticket(id: TicketId): Promise<Ticket | null>
  /** Nobody else changes it until the transaction ends. */
  lockTicket(id: TicketId): Promise<Ticket | null>
  /** Writes every field, and one version more. */
  saveTicket(ticket: Ticket): Promise<void>
  /** Addresses that already take part: the requester, who wrote, whom they or we wrote to. */
  participants(id: TicketId): Promise<string[]>
  earlierTickets(address: string, before: TicketId): Promise<EarlierTicket[]>
  /** Appends to the journal; chained by hash to the line before: of its ticket, or without a ticket. */
  record(line: JournalLine): Promise<void>
  dueSnoozes(now: Date): Promise<TicketId[]>
  /** Tickets that wait for us: their lateness shows on their cards. */
  waitingTickets(): Promise<TicketId[]>
}

/** All that a ticket's card says, read at one moment. */
export type DrawingStore = { drawing(id: TicketId): Promise<Drawing | null> }

export type Drawing = {
  ticket: Ticket
  assignee: string | null
  /** Without the notes. */
  messages: Message[]
  mails: DrawnMail[]
  earlier: EarlierTicket[]
  /** Of its messages: to which services it was passed on, or is about to be. */
  passings: Passing[]
  /** Those that its category may be for. */
  offices: Office[]
  incident: { id: number; title: string; isOpen: boolean } | null
  /** It leaves by itself, unless somebody stops it or does anything to the ticket. */
  automaticAnswer: { text: string; leavesAt: Date } | null
}

export type DrawnMail = Pick<
  StoredMail,
  "id" | "automatic" | "folder" | "receivedAt" | "from" | "replyTo" | "forwarded"
> & {
  attachments: { name: string; size: number }[]
  /** About another service, not the requester. */
  passingId: number | null
}

export type EarlierTicket = { id: TicketId; subject: string; status: Status; openedAt: Date }
