import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, onTestFinished, test } from "vitest"
import {
  type BotProcess,
  metricsOf,
  startBot,
  startReadyBot,
  stopEmbeddedDatabase,
} from "./setup/bot-process.ts"
import { session } from "./setup/console.ts"
import { testDatabase } from "./setup/database.ts"
import { freePort } from "./setup/dovecot.ts"
import { eventually } from "./setup/eventually.ts"
import { scratchFolder } from "./setup/scratch.ts"

const READY_WITHIN = 10_000
const READ_WITHIN = 40_000
const SAMPLES = 15

test("on a fresh machine the bot is ready within 10 s, and asks who you are before it tells the demo's story", async () => {
  const data = await aDataDirectory()

  const begun = performance.now()
  const bot = await aReadyBot({ DATA_DIR: data })
  const readyIn = performance.now() - begun
  const stranger = await fetch(`${bot.url}/`, { redirect: "manual" })
  await allSamplesRead(bot)

  expect(readyIn).toBeLessThan(READY_WITHIN)
  expect(stranger.headers.get("location")).toMatch(/^\/qui-etes-vous/)
  const page = await firstPage(bot)
  expect(page).toMatch(/Mentor #12\b/)
  console.log(`ready in ${Math.round(readyIn)} ms; idle: ${await residentMegabytes(bot)} MB RSS`)
})

test("a second start keeps everything and adds nothing", async () => {
  const data = await aDataDirectory()
  const first = await aReadyBot({ DATA_DIR: data })
  await allSamplesRead(first)
  const before = { tickets: ticketsOn(await firstPage(first)), mails: await mailsOf(first) }
  await first.stop()

  const begun = Date.now()
  const second = await aReadyBot({ DATA_DIR: data })
  const readyIn = Date.now() - begun
  await polledSince(second, begun)

  expect(readyIn).toBeLessThan(READY_WITHIN)
  expect(before.tickets.length).toBeGreaterThan(5)
  expect({ tickets: ticketsOn(await firstPage(second)), mails: await mailsOf(second) }).toEqual(
    before,
  )
})

test("a member of TEAM_MEMBERS is there once, whatever copies start together, and is updated by the next start", async () => {
  const { url, pool, close } = await testDatabase()
  onTestFinished(close)
  const start = async (TEAM_MEMBERS: string) => {
    const DATA_DIR = await aDataDirectory()
    const bot = await startReadyBot({ DATABASE_URL: url, DATA_DIR, TEAM_MEMBERS })
    onTestFinished(async () => void (await bot.kill()))
    return bot
  }
  const before = "Claire Durand <Claire@equipe.example> administrator; Paul <paul@equipe.example>"
  const copies = await Promise.all([start(before), start(before)])
  await Promise.all(copies.map((copy) => copy.kill()))

  await start("Claire Martin <claire@EQUIPE.example>; Zoé <zoe@equipe.example> administrator")

  const { rows } = await pool.query(`SELECT name, address, role FROM "Member" ORDER BY address`)
  expect(rows).toEqual([
    { name: "Claire Martin", address: "claire@equipe.example", role: "responder" },
    { name: "Paul", address: "paul@equipe.example", role: "responder" },
    { name: "Zoé", address: "zoe@equipe.example", role: "administrator" },
  ])
})

test("a wrong environment is told whole, each mistake with its cure, and nothing starts", async () => {
  const data = await aDataDirectory()

  const bot = await startBot({
    DATA_DIR: data,
    LOG_LEVEL: "loud",
    MAILBOXES: "mentor",
    MENTOR_IMAP_URL: "imap://mail.example",
    DATABASE_URL: "mysql://db",
  })

  expect(await bot.ended).toMatchObject({ code: 1 })
  for (const variable of [
    ...["LOG_LEVEL", "DATABASE_URL", "MENTOR_IMAP_URL"],
    ...["MENTOR_SMTP_URL", "MENTOR_ADDRESS", "TEAM_MEMBERS"],
  ]) {
    expect(bot.log()).toMatch(new RegExp(`^ {2}${variable} .+\\. .+\\.?$`, "m"))
  }
  expect(bot.log()).not.toContain("    at ")
  expect(existsSync(join(data, "db"))).toBe(false)
})

test("when its port is taken, the bot says so in one line with the cure, and leaves nothing running", async () => {
  const data = await aDataDirectory()
  const port = await freePort()
  const other = createServer().listen(port, "127.0.0.1")
  onTestFinished(() => void other.close())

  const bot = await startBot({ DATA_DIR: data, PORT: `${port}` })

  expect(await bot.ended).toMatchObject({ code: 1 })
  const complaints = bot.log().match(/.*"level":"(warn|error|fatal)".*/g)
  expect(complaints).toEqual([expect.stringMatching(new RegExp(`${port} is taken.*PORT`))])
  expect(existsSync(join(data, "db/postmaster.pid"))).toBe(false)
})

test("the data may lie in a folder that nobody else can enter, were it root's", async () => {
  const data = join(await aDataDirectory(), "private/data")
  await mkdir(join(data, ".."), { recursive: true })
  await chmod(join(data, ".."), 0o700)

  const bot = await aReadyBot({ DATA_DIR: data })
  await allSamplesRead(bot)

  expect(await received(bot)).toBe(SAMPLES)
  await bot.stop()
})

async function aDataDirectory(): Promise<string> {
  const folder = await mkdtemp(join(scratchFolder(), "telemaque-start-"))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, "data")
}

async function aReadyBot(environment: { DATA_DIR: string }): Promise<BotProcess> {
  const bot = await startReadyBot(environment)
  onTestFinished(async () => {
    await bot.kill()
    await stopEmbeddedDatabase(environment.DATA_DIR)
  })
  return bot
}

async function allSamplesRead(bot: BotProcess): Promise<void> {
  await eventually(
    "every sample in the console",
    async () => {
      const isQuiet = (await metricsOf(bot)).telemaque_queue_depth === 0
      return isQuiet && (await received(bot)) >= SAMPLES
    },
    READ_WITHIN,
  )
}

async function polledSince(bot: BotProcess, at: number): Promise<void> {
  await eventually("another look into the mailbox, and no job left", async () => {
    const metrics = await metricsOf(bot)
    const polledAt = metrics['telemaque_last_poll_seconds{mailbox="mentor"}'] ?? 0
    return polledAt * 1000 > at && metrics.telemaque_queue_depth === 0
  })
}

async function mailsOf(bot: BotProcess): Promise<Record<string, number>> {
  const pairs = Object.entries(await metricsOf(bot)).flatMap(([name, value]) => {
    const state = /^telemaque_mails\{state="(\w+)"\}$/.exec(name)?.[1]
    return state ? [[state, value] as const] : []
  })
  return Object.fromEntries(pairs)
}

async function received(bot: BotProcess): Promise<number> {
  return (await mailsOf(bot).catch(() => ({ received: 0 }))).received ?? 0
}

async function firstPage(bot: BotProcess): Promise<string> {
  const member = await session(bot, 1)
  return member.text("/")
}

function ticketsOn(page: string): string[] {
  return [...new Set(page.match(/Mentor #\d+/g))].sort()
}

async function residentMegabytes({ pid }: BotProcess): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", `${pid}`])
  return Math.round(Number(stdout) / 1024)
}
