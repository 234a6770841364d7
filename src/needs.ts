import type { Team } from "./chats/team.ts"
import type { FaqPort } from "./faq/found.ts"
import type { Llm } from "./llm/llm.ts"
import type { MailReader } from "./mail/incoming.ts"
import type { OutgoingMail } from "./mail/outgoing.ts"
import type { Templates } from "./mail/template.ts"
import type { Chat, Mailbox } from "./ports.ts"
import type { Redirection } from "./redirections/office.ts"
import type { Store } from "./store.ts"
import type { Lexicon } from "./triage/lexicon.ts"
import type { Sorter } from "./triage/sorter.ts"
import type { Trainer } from "./triage/trainer.ts"

/** Everything a verb may ask for; each names what it uses: `Pick<Needs, "store" | "clock">`. */
export type Needs = {
  store: Store
  mailboxes: Mailbox[]
  chats: Chat[]
  team: Team
  reader: MailReader
  lexicon: Lexicon
  sorter: Sorter
  trainer: Trainer
  faq: FaqPort
  templates: Templates
  redirections: Redirection[]
  /** Null: there is none, and nothing shows that there could be. */
  llm: Llm | null
  settings: Settings
  /** Mail to the administrators, by a way that does not depend on a broken mailbox when there is another. */
  alert: (mail: OutgoingMail) => Promise<void>
  clock: () => Date
  log: Log
}

export type Settings = {
  mailboxes: MailboxSettings[]
  /** Key of the tokens in our Message-IDs: made at first start, kept in the database. */
  secret: string
  /** Signs when a member has no service of their own. */
  service: string
  /** Domains of public services, with wildcards: `*.gouv.fr`. */
  publicServiceDomains: string[]
  administrators: string[]
  /** The breaker (promise 3). */
  automaticMailsPerHour: number
  hasCanary: boolean
  /** With a slash at its end; null: the console is on loopback, and nothing links to it. */
  consoleUrl: string | null
  /** Of the public pages, with a slash at its end; null: there are none. */
  publicUrl: string | null
  /** How much of a mail a card shows, for chats where it is not all. */
  cardDetail: Partial<Record<string, CardDetail>>
}

/** minimal: no word of theirs · summary: the subject · full: the first lines. */
export type CardDetail = "minimal" | "summary" | "full"

export type MailboxSettings = {
  name: string
  /** « Mentor » in « Mentor #12 ». */
  label: string
  address: string
  hasSubaddresses: boolean
}

/** One line per event; never a secret, never what somebody wrote. */
export type Log = {
  info(event: Record<string, string | number | boolean | null>, what: string): void
  warn(event: Record<string, unknown>, what: string): void
}

/** Its page in the console; null where the console is only on loopback. */
export function ticketUrl({ consoleUrl }: Pick<Settings, "consoleUrl">, id: number): string | null {
  return consoleUrl ? `${consoleUrl}demandes/${id}` : null
}

/** A mailbox that is no longer configured still has its tickets: they keep the last mailbox's address. */
export function mailboxSettings(settings: Settings, name: string): MailboxSettings {
  const found = settings.mailboxes.find((mailbox) => mailbox.name === name) ?? settings.mailboxes[0]
  if (!found) throw new Error("no mailbox is configured")
  return found
}
