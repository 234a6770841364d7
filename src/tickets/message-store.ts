import type { StoredMail } from "../mail/store.ts"
import type { Message, Outgoing, Ticket, TicketId } from "./ticket.ts"

export type NewMessage = Omit<Message, "id"> & { key: string | null }

/** A reply as its author saw it in the preview. */
export type Draft = {
  id: number
  ticketId: TicketId
  memberId: number
  /** The last message they had seen: anything newer makes the preview stale. */
  lastMessageId: number
  to: string[]
  cc: string[]
  subject: string
  text: string
  closesTicket: boolean
  /** It goes to another service. */
  passingId?: number | null
}

export type MessageStore = {
  /** Null when a message with this key exists: the same occasion came twice. */
  addMessage(message: NewMessage): Promise<Message | null>
  messages(ticketId: TicketId): Promise<Message[]>
  message(id: number): Promise<Message | null>
  lockMessage(id: number): Promise<Message | null>
  saveOutgoing(id: number, outgoing: Outgoing): Promise<void>
  keepDraft(draft: Omit<Draft, "id">): Promise<Draft>
  draft(id: number): Promise<Draft | null>
  /** Outgoing messages that nobody works on although they are due: a copy died, or it is time to retry. */
  overdueMessages(before: Date): Promise<number[]>
}

/** What says whether a request is to be acknowledged, in one read. */
export type Unacknowledged = {
  ticket: Ticket
  /** A member wrote, or will in a moment. */
  isAnswered: boolean
  first: Pick<StoredMail, "automatic" | "from" | "receivedAt"> | null
}

export type AcknowledgementStore = {
  unacknowledged(id: TicketId): Promise<Unacknowledged | null>
  /** False when this address was acknowledged on that day already. */
  reserveAcknowledgement(address: string, day: string): Promise<boolean>
  /** The breaker stopped the acknowledgement of this ticket: it waits, once. */
  holdAcknowledgement(ticketId: TicketId, at: Date): Promise<void>
  /** The first that wait since that instant, which wait no more; the older ones are forgotten. */
  takeHeldAcknowledgements(since: Date, count: number): Promise<TicketId[]>
}
