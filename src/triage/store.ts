import type { StoredMail } from "../mail/store.ts"
import type { Ticket, TicketId } from "../tickets/ticket.ts"

export type TriageStore = {
  /** What a ticket is sorted by, in one read. */
  opening(id: TicketId): Promise<Opening | null>
}

export type Opening = {
  ticket: Ticket
  /** The mail that opened it; null when a member opened it. */
  mail: Pick<StoredMail, "written" | "signature" | "quoted" | "forwarded"> | null
  /** Its first message; "" when it has none. */
  text: string
}
