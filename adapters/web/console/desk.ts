import type { Hono } from "hono"
import type { Address, MailReader } from "../../../src/mail/incoming.ts"
import type { Member } from "../../../src/people/member.ts"
import type { Access, ChatOccasions } from "../../../src/ports.ts"
import type { Trainer } from "../../../src/triage/trainer.ts"
import type { ConsoleReads } from "../../store/console-reads.ts"
import type { PrismaClient } from "../../store/generated/client.ts"
import type { Live } from "./live.ts"

export type ConsoleOptions = {
  prisma: PrismaClient
  /** For a connection of its own, which listens to what every copy of the bot posts. */
  databaseUrl: string
  /** 0 lets the system choose: see `port` on what `openConsole` returns. */
  port: number
  /** Signs the cookies that say who acts. The same for every copy of the bot. */
  cookieKey: string
  mailReader: Pick<MailReader, "read">
  /** The mailbox of the demonstration, when there is one. */
  demo: DemoMailbox | null
  /** Opening the source of a mail shows what is masked elsewhere: it is written down. */
  journal(memberId: number, what: string, detail: Record<string, string | number>): Promise<void>
  /** A language model may be asked: buttons say so. */
  hasLlm?: boolean
  /** What sorts here, and in which program. */
  trainer?: Sorting
  log: Log
  /** More routes on the same port: health and metrics. They ask nobody who they are. */
  routes?: (app: Hono) => void
  /** Open to the network; otherwise on loopback, where a click says who one is. */
  network?: Network | null
  now?: () => Date
}

export type Sorting = Pick<Trainer, "inUse" | "fingerprint">

export type Network = {
  /** The name it is reached by, with a slash at its end. */
  url: string
  access: Access
  /** The address it listens on. */
  host: string
  proxies: number
}

/** What an agent's mail program would do with the demonstration's mailbox. */
export type DemoMailbox = {
  /** What the bot sent, oldest first. */
  outbox(): Promise<DemoMail[]>
  write(letter: DemoLetter): Promise<unknown>
}

export type DemoMail = {
  messageId: string
  to: Address[]
  cc: Address[]
  from: Address | null
  subject: string
  date: Date
  text: string
  html: string
}

export type DemoLetter = {
  from: string
  fromName: string
  subject: string
  text: string
  inReplyTo?: string
  references?: string[]
}

export type Log = {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** What every page works with. */
export type Desk = {
  reads: ConsoleReads
  occasions: ChatOccasions
  mailReader: ConsoleOptions["mailReader"]
  demo: DemoMailbox | null
  journal: ConsoleOptions["journal"]
  hasLlm: boolean
  trainer: Sorting
  log: Log
  live: Live
  cookies: { key: string; name: string; isSecure: boolean }
  network: Network | null
  now(): Date
}

export type ConsoleEnv = { Variables: { member: Member } }
export type ConsoleApp = Hono<ConsoleEnv>
