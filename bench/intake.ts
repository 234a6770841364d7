import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { openEmbeddedPostgres } from "../adapters/store/embedded.ts"
import { aMail, source } from "../test/setup/builders.ts"
import { type Dovecot, hasDovecot, startDovecot } from "../test/setup/dovecot.ts"
import { eventually } from "../test/setup/eventually.ts"
import { startSmtpSink } from "../test/setup/smtp-sink.ts"
import { startBot } from "./bot.ts"
import { line, percentile } from "./figures.ts"

const USER = "assistance"
const BURST = 400
const ONE_BY_ONE = 100
const ROUNDS = 3

/** Dovecot → ticket, triage and card, all durable: sustained, and one by one; then among 100,000 tickets. */
export async function benchIntake(): Promise<void> {
  await compare(0, 100_000, ROUNDS)
}

/** Whether a very full database slows it down. */
export async function benchMillion(): Promise<void> {
  await compare(1_000, 1_000_000, 1)
}

/** Medians of several rounds, the two in turn: the machine may be busier at one moment than at another. */
async function compare(few: number, many: number, rounds: number): Promise<void> {
  if (!(await hasDovecot())) return console.log("skipped  intake: Dovecot is not installed")
  const measured = new Map<number, Figures[]>([few, many].map((tickets) => [tickets, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [tickets, figures] of measured) figures.push(await measure(tickets))
  }
  for (const [tickets, figures] of measured) tell(tickets, figures)
  const [slow = 0, fast = 1] = [many, few].map((tickets) => speed(measured.get(tickets) ?? []))
  const ratio = slow / fast
  const what = `speed kept among ${count(many)} tickets`
  line(what, `${Math.round(ratio * 100)} %`, "80 %", ratio >= 0.8)
}

type Figures = { perSecond: number; memory: number; p50: number; p95: number }

function tell(tickets: number, figures: Figures[]): void {
  const among = tickets > 0 ? `, among ${count(tickets)} tickets` : ""
  const median = (of: (one: Figures) => number) => percentile(figures.map(of), 0.5)
  const perSecond = speed(figures)
  const [p50, p95] = [median((one) => one.p50), median((one) => one.p95)].map(Math.round)
  const spread = figures.map((one) => one.perSecond.toFixed(1)).join(", ")
  line(
    `intake, sustained${among}`,
    `${perSecond.toFixed(1)} mails/s (${spread})`,
    "40 mails/s",
    perSecond >= 40,
  )
  line(
    `accepted -> card${among}`,
    `p50 ${p50} ms, p95 ${p95} ms`,
    "p95 1000 ms",
    (p95 ?? 0) < 1_000,
  )
  line(
    `memory after the burst${among}`,
    `${median((one) => one.memory)} MB RSS`,
    "(reported)",
    true,
  )
}

function speed(figures: Figures[]): number {
  return percentile(
    figures.map(({ perSecond }) => perSecond),
    0.5,
  )
}

function count(tickets: number): string {
  return tickets.toLocaleString("en")
}

async function measure(tickets: number): Promise<Figures> {
  const directory = await mkdtemp(join(tmpdir(), "telemaque-bench-"))
  const database = await openEmbeddedPostgres(join(directory, "db"))
  const dovecot = await startDovecot()
  const sink = await startSmtpSink()
  const environment = {
    DATABASE_URL: database.url,
    DATA_DIR: directory,
    MAILBOXES: "mentor",
    MENTOR_IMAP_URL: `imap://${USER}:${encodeURIComponent(dovecot.password)}@127.0.0.1:${dovecot.port}`,
    MENTOR_SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    MENTOR_ADDRESS: "assistance@mentor.example",
    MENTOR_READ_SINCE: "2020-01-01",
    TEAM_MEMBERS: "Nadia Ferrand <nadia@equipe.example> administrator",
    CANARY: "no",
  }
  const bot = await startBot(environment)
  const pool = new pg.Pool({ connectionString: database.url, max: 2 })
  pool.on("error", () => {})
  try {
    if (tickets > 0) await fill(pool, tickets)
    // Those of the bench alone: to count 100,000 others at each look would be most of what is measured.
    const { rows: known } = await pool.query(
      `SELECT coalesce(max(id), 0) AS last FROM "ConsolePost"`,
    )
    const cards = async () => {
      const { rows } = await pool.query(
        `SELECT count(*)::int AS n FROM "ConsolePost" WHERE id > $1`,
        [known[0].last],
      )
      return Number(rows[0].n)
    }
    const perSecond = await burst(dovecot, cards)
    const latencies = await oneByOne(dovecot, cards)
    return {
      ...{ perSecond, memory: await bot.memory() },
      ...{ p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95) },
    }
  } finally {
    await bot.stop()
    await pool.end()
    await sink.close()
    await dovecot.remove()
    await database.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

async function burst(dovecot: Dovecot, cards: () => Promise<number>): Promise<number> {
  const before = await cards()
  const client = await dovecot.client(USER)
  const begun = performance.now()
  for (let i = 0; i < BURST; i += 1) await client.append("INBOX", Buffer.from(another()))
  await eventually("every card", async () => (await cards()) >= before + BURST, 120_000)
  const seconds = (performance.now() - begun) / 1000
  await client.logout()
  return BURST / seconds
}

async function oneByOne(dovecot: Dovecot, cards: () => Promise<number>): Promise<number[]> {
  const client = await dovecot.client(USER)
  const latencies: number[] = []
  for (let i = 0; i < ONE_BY_ONE; i += 1) {
    const before = await cards()
    await client.append("INBOX", Buffer.from(another()))
    const accepted = performance.now()
    await eventually("the card", async () => (await cards()) > before)
    latencies.push(performance.now() - accepted)
  }
  await client.logout()
  return latencies
}

let written = 0

function another(): Uint8Array {
  written += 1
  const from = `Agent ${written} <agent.${written}@vallonie.gouv.example>`
  return source(aMail({ from, subject: `Lien d’activation expiré ${written}` }))
}

/** Old requests, with their mails and messages, as a busy team would have. */
async function fill(pool: pg.Pool, tickets: number): Promise<void> {
  await pool.query(
    `INSERT INTO "Ticket" (mailbox, status, subject, "requesterName", "requesterAddress", "openedAt", "closedAt", category)
     SELECT 'mentor', 'closed', 'Demande ' || n, 'Agent ' || n, 'agent.' || n || '@vallonie.gouv.example',
       now() - interval '1 day' - n * interval '1 minute', now() - interval '1 hour', 'activation'
     FROM generate_series(1, $1::int) n`,
    [tickets],
  )
  await pool.query(
    `INSERT INTO "Mail" (mailbox, folder, "uidValidity", uid, "contentHash", "messageId", "receivedAt", size, state,
       "fromAddress", subject, written, "ticketId")
     SELECT 'mentor', 'inbox', 'old', id, md5(id::text) || md5('x' || id), 'old-' || id || '@agents.example', "openedAt",
       2000, 'ticket', "requesterAddress", subject, repeat('Bonjour, mon lien a expiré. ', 10), id FROM "Ticket"`,
  )
  await pool.query(
    `INSERT INTO "Message" ("ticketId", kind, "mailId", at, text)
     SELECT "ticketId", 'incoming', id, "receivedAt", written FROM "Mail" WHERE "uidValidity" = 'old'`,
  )
  await pool.query(
    `INSERT INTO "ConsolePost" (place, key, "ticketId", card, "updatedAt")
     SELECT 'equipe', 'ticket ' || id, id, '{"title":"","buttons":[],"badges":[],"fields":[],"sections":[]}', now() FROM "Ticket"`,
  )
  await pool.query("VACUUM ANALYZE")
}
