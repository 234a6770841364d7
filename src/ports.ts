import type { Answer, Card } from "./card.ts"
import type { OutgoingAttachment, OutgoingMail } from "./mail/outgoing.ts"

/**
 * One assistance mailbox. It delivers every mail at least once, in no promised order; who receives
 * makes twice once.
 */
export type Mailbox = {
  /** As in MAILBOXES: "mentor". */
  name: string
  /** Begins to read, and goes on (reconnecting by itself) until `close`. Does not wait for the server. */
  open(occasions: MailboxOccasions): void
  /**
   * Hands the mail to SMTP, and resolves as soon as the server has taken it.
   * Throws `SendRefused`, or `SendUnsure` when it may have left; any other error is temporary.
   */
  send(mail: OutgoingMail): Promise<void>
  /** Puts a copy of what was sent in Sent, unless it is there already or the server does it by itself. */
  keepCopy(mail: OutgoingMail): Promise<void>
  /** Reads no more, once what is being delivered is stored. It still sends, for jobs that run. */
  stopReading(): Promise<void>
  /** Neither reads nor sends any more. */
  close(): Promise<void>
}

export type Folder = "inbox" | "sent"

/** A mail as the server gave it. */
export type RawMail = {
  mailbox: string
  folder: Folder
  /** IMAP UIDVALIDITY as decimal digits; with `uid`, the identity of a mail in its folder (RFC 3501). */
  uidValidity: string
  uid: number
  /** When the server received it. */
  receivedAt: Date
  /** Bytes on the server; `source` holds only the first `MAX_MAIL_SIZE` bytes of a larger mail. */
  size: number
  source: Uint8Array
}

export type MailboxOccasions = {
  /** Resolves once the mail is durable: only then is the position advanced and the mail moved. */
  arrived(mail: RawMail): Promise<void>
  /** The server answered a poll, whether or not there was mail. */
  polled(): Promise<void>
  /** The server cannot be reached or refuses us; called at each attempt that fails. English, no secret. */
  failed(reason: string): Promise<void>
  /** The day from which to read; null while nobody has said. */
  readSince(): Promise<Date | null>
  position(folder: Folder): Promise<Position | null>
  /** Everything up to this UID is durable. */
  advance(folder: Folder, position: Position): Promise<void>
}

export type Position = { uidValidity: string; uid: number }

/** Exclusive between all copies of the bot on one database; freed when the copy that has it dies. */
export type Leases = {
  /** Resolves when the lease is ours (another copy may keep it for days), or rejects when `signal` aborts. */
  take(name: string, signal: AbortSignal): Promise<Lease>
}

export type Lease = {
  /** Aborts when the lease is lost: stop at once, somebody else may have it. */
  lost: AbortSignal
  release(): Promise<void>
}

/** A chat of the team. What the team sees is in cards, each redrawn whole from state. */
export type Chat = {
  name: string
  open(occasions: ChatOccasions): Promise<void>
  /** The same key posts once, whatever was killed between posting and recording. Returns the post's reference. */
  post(place: string, card: Card, key: string): Promise<string>
  update(post: string, card: Card): Promise<void>
  /** A line in the thread of a post; the same key says it once. */
  say(post: string, text: string, key: string): Promise<void>
  close(): Promise<void>
}

/** Throws `UserError` for a refusal, which the adapter tells to that person alone. */
export type ChatOccasions = {
  act(action: string, by: Person): Promise<Answer>
  submit(
    submission: string,
    values: Record<string, string>,
    by: Person,
    files?: OutgoingAttachment[],
  ): Promise<Answer>
}

/** Who acts, as the platform knows them: on the console, the member's id. */
export type Person = { chat: string; id: string }
