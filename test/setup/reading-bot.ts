// The real process on a mailbox of its own at a real Dovecot, with an SMTP sink; stopped when the test ends.
import { mkdtemp, rm } from "node:fs/promises"
import { join } from "node:path"
import type { Pool } from "pg"
import { onTestFailed, onTestFinished } from "vitest"
import { type BotProcess, startReadyBot } from "./bot-process.ts"
import { aMail, type MailSource, source } from "./builders.ts"
import { session } from "./console.ts"
import { words } from "./console-clicks.ts"
import type { Dovecot } from "./dovecot.ts"
import { eventually } from "./eventually.ts"
import { lmtpTo } from "./kill-mails.ts"
import { scratchFolder } from "./scratch.ts"
import { startSmtpSink } from "./smtp-sink.ts"

const AT_REST_WITHIN = 60_000

type Mail = { subject: string; state: string; reason: string | null }
type Counts = { sent: number; failed: number; faults: number }

export async function aBotReading(dovecot: Dovecot, database: { url: string; pool: Pool }) {
  const user = `user-${crypto.randomUUID().slice(0, 8)}`
  const sink = await startSmtpSink()
  const data = await aFolder()
  onTestFinished(async () => {
    await sink.close()
    await database.pool.end()
  })
  const bot = await aBot({
    DATA_DIR: data,
    DATABASE_URL: database.url,
    MAILBOXES: "mentor",
    MENTOR_IMAP_URL: `imap://${user}:${encodeURIComponent(dovecot.password)}@127.0.0.1:${dovecot.port}`,
    MENTOR_SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    MENTOR_ADDRESS: "assistance@mentor.example",
    MENTOR_READ_SINCE: "2020-01-01",
    TEAM_MEMBERS: "Nadia Ferrand <nadia@equipe.example> administrator",
    CANARY: "no",
    AUTOMATIC_MAILS_PER_HOUR: "100000",
  })
  const lmtp = lmtpTo(dovecot, user)
  onTestFinished(() => lmtp.close())
  let made = 0
  const all = async <Row>(sql: string): Promise<Row[]> => (await database.pool.query(sql)).rows
  const one = async <Row>(sql: string): Promise<Row> => {
    const [row] = await all<Row>(sql)
    if (!row) throw new Error(`Nothing found: ${sql}`)
    return row
  }
  const count = async (sql: string) => (await one<{ count: number }>(sql)).count
  return {
    ...{ user, sink, bot },
    /** Each from another agent, unless it says so. */
    deliver(mail: MailSource) {
      made += 1
      return lmtp.deliver(source(aMail({ from: agent(made), ...mail })))
    },
    /** What LMTP would find too large. */
    async append(raw: Buffer): Promise<void> {
      const client = await dovecot.client(user)
      await client.append("INBOX", raw)
      await client.logout()
    },
    mails: () =>
      all<Mail>(
        `SELECT subject, state::text, reason FROM "Mail" WHERE folder = 'inbox' ORDER BY uid`,
      ),
    tickets: () => count(`SELECT count(*)::int AS count FROM "Ticket"`),
    counts: () =>
      one<Counts>(`SELECT count(*) FILTER (WHERE delivery = 'sent')::int AS sent,
        count(*) FILTER (WHERE delivery = 'failed')::int AS failed,
        count("lastError")::int AS faults FROM "Message" WHERE kind = 'outgoing'`),
    /** Nothing is left to do that is due. */
    atRest: () =>
      eventually(
        "rest",
        async () =>
          (await count(`SELECT count(*)::int AS count FROM pgboss.job
            WHERE state < 'completed' AND start_after < now() AND name NOT LIKE '%.dead'`)) === 0,
        AT_REST_WITHIN,
      ),
    /** What waits for its next attempt is late: the next tick takes it, within a minute. */
    async passBackOff(): Promise<void> {
      await all(
        `UPDATE "Message" SET "sendAt" = now() - interval '10 minutes' WHERE delivery = 'waiting'`,
      )
    },
    async copiesInSent(): Promise<number> {
      const client = await dovecot.client(user)
      const status = await client.status("Sent", { messages: true })
      await client.logout()
      return status ? (status.messages ?? 0) : 0
    },
    /** What a page of the console says to a member. */
    async page(path: string): Promise<string> {
      const { id } = await one<{ id: number }>(`SELECT id FROM "Member" LIMIT 1`)
      return words(await (await session(bot, id)).text(path))
    },
  }
}

/** A bot that is stopped when the test ends, and says what it printed when the test fails. */
export async function aBot(environment: Record<string, string>): Promise<BotProcess> {
  const bot = await startReadyBot(environment)
  onTestFinished(async () => void (await bot.stop()))
  onTestFailed(() => console.log(bot.log()))
  return bot
}

export async function hasEnded(bot: BotProcess): Promise<boolean> {
  const soon = new Promise<false>((resolve) => setImmediate(resolve, false))
  return Promise.race([bot.ended.then(() => true), soon])
}

export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(scratchFolder(), "telemaque-bad-"))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Of another agent for each number. */
export function agent(number: number): string {
  return `Agent ${number} <agent.${number}@vallonie.gouv.example>`
}
