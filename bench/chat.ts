import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { openEmbeddedPostgres } from "../adapters/store/embedded.ts"
import { startFakeDiscord } from "../test/setup/discord/fake.ts"
import { eventually } from "../test/setup/eventually.ts"
import { BOT_TOKEN } from "../test/setup/slack-emulator.ts"
import { APP_TOKEN, type Json, openSlackPeer, type SlackPeer } from "../test/setup/slack-peer.ts"
import { pressablesOf } from "../test/setup/slack-reading.ts"
import { startBot } from "./bot.ts"
import { line, percentile } from "./figures.ts"

const OPEN_TICKETS = 10_000
const CLICKS = 60
const WARM_UP = 10
const NADIA = "Nadia Ferrand"

/** *Je prends* and *Rendre* on Slack, among 10,000 open requests: acknowledged, then redrawn on Slack, Discord and the console. */
export async function benchChat(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "telemaque-bench-"))
  const database = await openEmbeddedPostgres(join(directory, "db"))
  const [slack, discord] = [await openSlackPeer(), await startFakeDiscord()]
  const bot = await startBot({
    DATABASE_URL: database.url,
    DATA_DIR: directory,
    TEAM_MEMBERS: `${NADIA} <nadia@equipe.example> administrator`,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_TEAM_CHANNEL: slack.workspace.channel,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_TEAM_CHANNEL: discord.channel,
    DISCORD_API_URL: discord.api,
  })
  const pool = new pg.Pool({ connectionString: database.url, max: 2 })
  pool.on("error", () => {})
  try {
    const ticket = await oneOnEveryChat(pool, slack)
    await pool.query(FILL, [OPEN_TICKETS])
    await pool.query("VACUUM ANALYZE")
    const acknowledged: number[] = []
    const redrawn: number[] = []
    for (let i = 0; i < WARM_UP + CLICKS; i += 1) {
      const figures = await click(pool, slack, discord, ticket, i % 2 === 0)
      if (i < WARM_UP) continue
      acknowledged.push(figures.acknowledged)
      redrawn.push(figures.redrawn)
    }
    const told = (values: number[]) =>
      `p50 ${Math.round(percentile(values, 0.5))} ms, p95 ${Math.round(percentile(values, 0.95))} ms`
    const p95 = (values: number[]) => percentile(values, 0.95)
    line("click -> acknowledged", told(acknowledged), "p95 300 ms", p95(acknowledged) < 300)
    line("click -> redrawn on three chats", told(redrawn), "p95 1000 ms", p95(redrawn) < 1_000)
    line("memory with Slack and Discord", `${await bot.memory()} MB RSS`, "(reported)", true)
  } finally {
    await bot.stop()
    await pool.end()
    await slack.close()
    await discord.close()
    await database.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

type OnEveryChat = { id: number; slack: string; discord: string }

/** A request of the demonstration that nobody has, once every chat shows it; Nadia's account on Slack is hers. */
async function oneOnEveryChat(pool: pg.Pool, slack: SlackPeer): Promise<OnEveryChat> {
  const found = await eventually(
    "a request on every chat",
    async () => {
      const { rows } = await pool.query(
        `SELECT t.id, s.ref AS slack, d.ref AS discord FROM "Ticket" t
         JOIN "Posting" s ON s."ticketId" = t.id AND s.chat = 'slack' AND s.ref <> ''
         JOIN "Posting" d ON d."ticketId" = t.id AND d.chat = 'discord' AND d.ref <> ''
         WHERE t.status = 'new' ORDER BY t.id LIMIT 1`,
      )
      return rows[0] as OnEveryChat | undefined
    },
    60_000,
  )
  await pool.query(
    `INSERT INTO "Identity" (chat, "externalId", "memberId") SELECT 'slack', $1, id FROM "Member" LIMIT 1`,
    [slack.workspace.people.nadia],
  )
  await eventually(
    "no job left",
    async () => {
      const { rows } = await pool.query(
        `SELECT count(*)::int AS n FROM pgboss.job WHERE state < 'completed'`,
      )
      return rows[0].n === 0
    },
    120_000,
  ).catch(() => null)
  return found
}

async function click(
  pool: pg.Pool,
  slack: SlackPeer,
  discord: Awaited<ReturnType<typeof startFakeDiscord>>,
  ticket: OnEveryChat,
  takes: boolean,
): Promise<{ acknowledged: number; redrawn: number }> {
  const [channel = "", ts] = ticket.slack.split(":")
  const message = (await slack.history(channel)).find((one) => one.ts === ts)
  const label = takes ? "Je prends" : "Rendre"
  const button = pressablesOf(message?.blocks).find((one) => one.label === label)
  if (!button) throw new Error(`no button « ${label} »`)
  const known = slack.calls.length
  const isRight = (shown: unknown) => JSON.stringify(shown).includes(NADIA) === takes
  const begun = performance.now()
  await slack.click(slack.workspace.people.nadia, { channel, message }, button)
  const acknowledged = performance.now() - begun
  await eventually("the card, on Slack", () =>
    slack.calls
      .slice(known)
      .some(({ method, args }) => method === "chat.update" && args.ts === ts && isRight(args)),
  )
  await eventually("the card, on Discord", () => {
    const shown = discord.state.messages.get(ticket.discord.split("/")[1] ?? "") as Json | undefined
    return shown !== undefined && isRight(shown)
  })
  await eventually("the card, on the console", async () => {
    const { rows } = await pool.query(`SELECT card FROM "ConsolePost" WHERE "ticketId" = $1`, [
      ticket.id,
    ])
    return isRight(rows[0].card)
  })
  return { acknowledged, redrawn: performance.now() - begun }
}

const FILL = `
  INSERT INTO "Ticket" (mailbox, status, subject, "requesterName", "requesterAddress", "openedAt", "waitingSince", category)
  SELECT 'mentor', 'open', 'Demande ' || n, 'Agent ' || n, 'agent.' || n || '@vallonie.gouv.example',
    now() - n * interval '1 minute', now() - n * interval '1 minute', 'activation'
  FROM generate_series(1, $1::int) n`
