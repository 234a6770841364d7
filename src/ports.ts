import type { Answer, Card, Option } from "./card.ts"
import type { OutgoingAttachment, OutgoingMail } from "./mail/outgoing.ts"
import type { Member } from "./people/member.ts"

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

/** A chat: what people see is in cards, each redrawn whole from state. What it cannot do is told in docs/chats.md. */
export type Chat = {
  /** "console", "slack", "discord" */
  name: string
  /** It posts a key once by itself, and says a line once: nothing has to be noted before. */
  keepsKeys: boolean
  /** Begins to listen, and goes on (reconnecting by itself) until `close`. */
  open(occasions: ChatOccasions): Promise<void>
  /**
   * Returns the post's reference. `again`: an earlier attempt with this key may have gone through (it was cut before
   * we knew), so the post is looked for first, and redrawn.
   */
  post(place: string, card: Card, key: string, again?: boolean): Promise<string>
  /** Throws `PostGone` when somebody removed the post. */
  update(post: string, card: Card): Promise<void>
  /** A line in the thread of a post; the same key says it once (`again` as in `post`). */
  say(post: string, text: string, key: string, again?: boolean): Promise<void>
  /** To one person, in private. False when they accept no private message. */
  direct(person: string, card: Card, key: string): Promise<boolean>
  close(): Promise<void>
}

/**
 * What comes in from a chat. Throws `UserError` for a refusal, which the adapter tells to that person alone. Each may
 * come twice.
 */
export type ChatOccasions = {
  /** A click; `action` is the button's. */
  act(action: string, by: Person): Promise<Answer>
  /** A form sent back. `values.key` is the same when the same form comes twice. */
  submit(
    submission: string,
    values: Record<string, string>,
    by: Person,
    files?: OutgoingAttachment[],
  ): Promise<Answer>
  /** What follows `/mentor` or a mention of the bot, or is written to it privately: « demande 123 », or a question. */
  command(text: string, by: Person, asked: Asked): Promise<Answer>
  /** What could follow what is being typed, for platforms that complete: « demande 1 ». */
  complete(text: string, by: Person): Promise<Option[]>
  /** Somebody wrote in the thread of a post: an internal note. `key` is the message's own. */
  reply(post: string, text: string, key: string, by: Person): Promise<void>
  /** Somebody put a reaction on a post. Null: it means nothing, or nothing from them. */
  react(post: string, reaction: Reaction, by: Person): Promise<Answer | null>
  /** The form « Ouvrir une demande », filled with a message of the chat. */
  openFrom(text: string, by: Person): Promise<Answer>
  /** The person's own page, for platforms that have one: their requests, and those nobody has. */
  home(by: Person): Promise<Card>
  /** The platform answers, or does not: told at each change, and at each failed attempt. English, no secret. */
  working(): Promise<void>
  failing(reason: string): Promise<void>
}

/** Who has the console open, and how they come in, when it is open to the network. Throws `UserError`. */
export type Access = {
  /** Mails a link if the address is a member's; nobody is told which. The same `key` twice mails one. */
  ask(address: string, key: string): Promise<void>
  /** The address the link was mailed to. Uses nothing: programs that read mails follow links. */
  guest(link: string): Promise<string>
  /** Uses the link, once. */
  enter(link: string): Promise<{ session: string; seconds: number }>
  member(session: string): Promise<Member | null>
  leave(session: string): Promise<void>
}

/** What the links of closing mails lead to. `look` changes nothing: programs that read mails follow links. */
export type Closings = {
  /** Characters of what is wrong. */
  maxText: number
  look(token: string): Promise<NoClosing | { kind: "open"; number: string }>
  /** The same twice is "known". */
  say(token: string, said: { isSolved: boolean; text: string }): Promise<ClosingAnswer>
}

export type ClosingAnswer =
  | NoClosing
  | { kind: "too long" }
  | { kind: "noted" | "known"; number: string }

/** gone: merged with another request, or kept no longer. */
type NoClosing = { kind: "expired" | "forged" | "gone" }

/** The answer cards that anybody may read. */
export type Help = {
  /** By category, in the order of the team's list. */
  titles(): Promise<{ category: string; cards: HelpTitle[] }[]>
  /** Null: there is none, or not for everybody. */
  card(id: string): Promise<HelpCard | null>
  /** The likeliest first; of those that hold its words alone, once `patience` is over: the search may have to learn first. */
  search(text: string, patience: Promise<void>): Promise<HelpTitle[]>
}

export type HelpTitle = { id: string; title: string }

/** `verifiedOn`: « 25 novembre 2026 ». */
export type HelpCard = HelpTitle & {
  category: string
  text: string
  source: string
  verifiedOn: string
}

/** How something was asked of the bot. */
export type Asked = {
  /** The message's own: the same when it comes twice. */
  key: string
  /** Where all could read it, as a place names it; null: it was said to the bot alone. */
  channel: string | null
}

/** 👀 and ✅ */
export type Reaction = "eyes" | "check"

/** Who acts, as the platform knows them: on the console, the member's id. */
export type Person = { chat: string; id: string }

/** Where things are posted. Members alone read a team place; anybody of the community, the others. */
export type Place = { chat: string; channel: string; kind: "team" | "community"; name: string }
