import type { AutomaticReason } from "./automatic.ts"
import type { Forwarded } from "./forwarded.ts"
import type { MailingList } from "./mailing-list.ts"
import type { Reply } from "./quote.ts"

export type Address = { name: string; address: string }

/** A file that came with a mail. Logos of signatures are not attachments (`isInline`). */
export type Attachment = {
  name: string
  /** MIME type as the sender declared it, lower case: a claim, never trusted. */
  type: string
  /** Bytes once decoded. */
  size: number
  isInline: boolean
  contentId: string | null
  content: Uint8Array
}

/** One mail as it was received: decoded, and nothing understood yet. */
export type IncomingMail = {
  /** Identifiers are kept without their angle brackets. */
  messageId: string | null
  inReplyTo: string[]
  references: string[]
  from: Address | null
  sender: Address | null
  replyTo: Address[]
  to: Address[]
  cc: Address[]
  subject: string
  /** What the sender's clock said: shown, never used to decide. */
  date: Date | null
  /** Lower-case names; values decoded and unfolded, in the order of the mail. */
  headers: Map<string, string[]>
  /** MIME type of the whole mail, lower case, without parameters. */
  contentType: string
  /** Types of every part, in order: a delivery report is known by them. */
  partTypes: string[]
  /** The plain text, or the HTML turned into text when there is no plain text. LF only, no NUL. */
  text: string
  html: string | null
  attachments: Attachment[]
}

/** What a mail means: derived from its text and headers alone, so that it can be derived again. */
export type Understanding = {
  reply: Reply
  automatic: AutomaticReason | null
  forwarded: Forwarded | null
  list: MailingList | null
}

export type ReadMail = { mail: IncomingMail; understanding: Understanding }

/** A mail that could not be read whole, and what its header says all the same. */
export type Unreadable = {
  unreadable: "too large" | "too slow" | "too much memory" | "parser failed"
  mail: Pick<IncomingMail, "messageId" | "from" | "subject" | "date" | "inReplyTo" | "references">
}

/** Reads mail apart from everything else: one that is made to harm is unreadable, and the rest goes on. */
export type MailReader = {
  read(source: Uint8Array): Promise<ReadMail | Unreadable>
  close(): Promise<void>
}

/** The first value of a header, or "" when there is none. */
export function header(mail: Pick<IncomingMail, "headers">, name: string): string {
  return mail.headers.get(name)?.[0] ?? ""
}
