import type { Folder, Position, RawMail } from "../ports.ts"
import type { Forwarded } from "./forwarded.ts"
import type { Address, ReadMail, Unreadable } from "./incoming.ts"

export type MailId = number

/** Where a mail ended: the terms of the balance (promise 1). */
export type MailState = "ticket" | "followup" | "duplicate" | "routed" | "parked"

/** A stored mail without its bytes. */
export type StoredMail = {
  id: MailId
  mailbox: string
  folder: Folder
  uidValidity: string
  messageId: string | null
  receivedAt: Date
  state: MailState
  reason: string | null
  from: Address
  replyTo: string
  to: string[]
  cc: string[]
  subject: string
  written: string
  signature: string
  quoted: string
  automatic: string | null
  forwarded: Forwarded | null
  ticketId: number | null
}

/** A file that a person joined to a mail; `position` is its place among the files of that mail. */
export type ReceivedFile = { mailId: MailId; position: number; name: string }

export type SameMail = Pick<StoredMail, "id" | "mailbox" | "folder" | "uidValidity" | "ticketId">

export type NewMail = {
  raw: RawMail
  contentHash: string
  read: ReadMail | Unreadable
  state: MailState
  reason: string | null
}

export type MailEnd = {
  state: MailState
  reason?: string
  ticketId?: number
  /** A machine's, about the mail to another service, or from that service. */
  passingId?: number
  /** The daily mail to ourselves is outside the balance. */
  isCanary?: boolean
}

export type MailStore = {
  /** Null when this mailbox, UIDVALIDITY and UID were stored before. */
  keepMail(mail: NewMail): Promise<MailId | null>
  /** Earlier mails of the same content, in any folder, the oldest first. */
  sameMails(contentHash: string, before: MailId): Promise<SameMail[]>
  /** The server renumbered its mails: the known one takes its new place, the new row goes. */
  relocateMail(known: MailId, renumbered: MailId): Promise<void>
  endMail(id: MailId, end: MailEnd): Promise<void>
  /** Keeps what a later reading understood. */
  rereadMail(id: MailId, read: ReadMail | Unreadable): Promise<void>
  mail(id: MailId): Promise<StoredMail | null>
  lockMail(id: MailId): Promise<StoredMail | null>
  /** The bytes as received; null once retention removed them. */
  rawMail(id: MailId): Promise<RawMail | null>
  mailsOfTicket(ticketId: number): Promise<StoredMail[]>
  /** Neither pictures shown within the text nor what a machine sent. */
  receivedFiles(ticketId: number): Promise<ReceivedFile[]>
  /** Tickets of the mails that have one of these Message-IDs, the latest first. */
  ticketsByMessageId(messageIds: string[]): Promise<number[]>
  /** Where people's mails that answer this one are, and who wrote them; the latest first. */
  answersTo(messageId: string): Promise<{ ticketId: number; from: string }[]>
}

export type MailboxStore = {
  readSince(mailbox: string): Promise<Date | null>
  setReadSince(mailbox: string, since: Date): Promise<void>
  /** When the bot met this mailbox first: nothing older is acknowledged. */
  startedAt(mailbox: string): Promise<Date>
  position(mailbox: string, folder: Folder): Promise<Position | null>
  advance(mailbox: string, folder: Folder, position: Position): Promise<void>
}
