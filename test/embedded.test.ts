import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import * as fs from "node:fs"
import { basename, dirname, join } from "node:path"
import { createInterface } from "node:readline"
import pg from "pg"
import { afterAll, afterEach, expect, test } from "vitest"
import { openEmbeddedPostgres } from "../adapters/store/embedded.ts"
import { cleanDrafts } from "../adapters/store/embedded-init.ts"
import { serviceUser } from "../adapters/store/postgres-binaries.ts"
import { eventually } from "./setup/eventually.ts"
import { scratchFolder } from "./setup/scratch.ts"

const isRoot = process.getuid?.() === 0
const BOT = join(import.meta.dirname, "setup/embedded-bot.ts")
const home = fs.mkdtempSync(join(scratchFolder(), "telemaque-embedded-"))
let undo: (() => unknown)[] = []
let directories = 0

afterEach(async () => {
  for (const step of undo.reverse()) await step()
  undo = []
})
afterAll(() => fs.rmSync(home, { recursive: true, force: true }))

/** In a folder that only its owner enters: as root, not the server. */
function aDirectory(...under: string[]): string {
  directories += 1
  return join(home, `${directories}`, ...under, "db")
}

async function open(directory: string, settings: Record<string, string> = {}) {
  const server = await openEmbeddedPostgres(directory, settings)
  undo.push(server.stop)
  return server
}

/** A bot in another process: its URL, once it has opened the database. */
async function aBot(directory: string): Promise<{ bot: ChildProcess; url: string }> {
  const args = ["--disable-warning=ExperimentalWarning", BOT, directory]
  const bot = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] })
  undo.push(() => leave(bot))
  const lines = createInterface({ input: bot.stdout })
  const [url] = await Promise.race([once(lines, "line"), once(bot, "exit").then(() => [])])
  return { bot, url: url ?? "" }
}

async function leave(bot: ChildProcess, how?: "SIGKILL"): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return
  if (how) bot.kill(how)
  else bot.stdin?.end()
  await once(bot, "exit")
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on("error", () => {})
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" })
    return rows.flat()
  } finally {
    await client.end().catch(() => {})
  }
}

/** Which server answers: its start is its identity. */
async function serverOf(url: string): Promise<unknown> {
  return (await ask(url, "SELECT pg_postmaster_start_time()::text"))[0]
}

function pidOf(directory: string): number {
  const file = join(directory, "postmaster.pid")
  return fs.existsSync(file) ? Number.parseInt(fs.readFileSync(file, "utf8"), 10) : 0
}

test("a first start makes a durable database for an ordinary role, and a stop leaves nothing running", async () => {
  const directory = aDirectory()

  const server = await openEmbeddedPostgres(directory)

  const settings = ["fsync", "synchronous_commit", "full_page_writes", "data_checksums"]
  const values = settings.map((name) => `current_setting('${name}')`)
  expect(await ask(server.url, `SELECT ${values.join(", ")}`)).toEqual(["on", "on", "on", "on"])
  expect(await ask(server.url, "SELECT current_user, current_database()")).toEqual([
    "telemaque",
    "telemaque",
  ])
  expect(await ask(server.url, "SHOW is_superuser")).toEqual(["off"])
  expect(fs.statSync(directory).mode & 0o777).toBe(0o700)
  const pid = pidOf(directory)
  await server.stop()
  expect(pidOf(directory)).toBe(0)
  // PostgreSQL takes its pid file away as its last act, a moment before it is gone.
  await eventually("the server, gone", () => isGone(pid), 2_000)
})

test("French words are cut where they end", async () => {
  const { url } = await open(aDirectory())

  const words = await ask(url, "SELECT to_tsvector('simple', '« bloquée » l’écran')::text")

  expect(words).toEqual(["'bloquée':1 'l':2 'écran':3"])
})

test("bots that start together share one server, and the last one out stops it", async () => {
  const directory = aDirectory()
  const [first, second, third] = await Promise.all([1, 2, 3].map(() => aBot(directory)))
  const started = await Promise.all([first, second, third].map((b) => serverOf(b?.url ?? "")))
  expect(new Set(started).size).toBe(1)

  if (first) await leave(first.bot)
  if (second) await leave(second.bot)

  expect(await serverOf(third?.url ?? "")).toBe(started[0])
  if (third) await leave(third.bot)
  expect(pidOf(directory)).toBe(0)
})

test("a bot killed loses nothing, and the next one finds its server", async () => {
  const directory = aDirectory()
  const { bot, url } = await aBot(directory)
  const started = await serverOf(url)
  await ask(url, "CREATE TABLE seat AS SELECT generate_series(1, 10) AS number")

  await leave(bot, "SIGKILL")
  const next = await open(directory)

  expect(await serverOf(next.url)).toBe(started)
  expect(await ask(next.url, "SELECT count(*)::int FROM seat")).toEqual([10])
})

test("a bot and its server killed together lose nothing", async () => {
  const directory = aDirectory()
  const { bot, url } = await aBot(directory)
  await ask(url, "CREATE TABLE seat AS SELECT generate_series(1, 10) AS number")

  process.kill(pidOf(directory), "SIGKILL")
  await leave(bot, "SIGKILL")
  const next = await open(directory)

  expect(await ask(next.url, "SELECT count(*)::int FROM seat")).toEqual([10])
})

test("a server killed under its bot is started again", async () => {
  const directory = aDirectory()
  const { url } = await open(directory)
  const killed = pidOf(directory)

  process.kill(killed, "SIGKILL")

  await expect.poll(() => ask(url, "SELECT 1").catch(() => []), { timeout: 10_000 }).toEqual([1])
  expect(pidOf(directory)).not.toBe(killed)
})

test("lock files left by a power cut, whose number is now another program's, are forgotten", async () => {
  const directory = aDirectory()
  await (await openEmbeddedPostgres(directory)).stop()
  const other = spawn("sleep", ["60"], { ...serviceUser(directory) })
  undo.push(() => other.kill())
  for (const file of ["postmaster.pid", ".s.PGSQL.5432.lock"]) {
    fs.writeFileSync(join(directory, file), `${other.pid}\n${directory}\n0\n5432\n`)
  }

  const { url } = await open(directory)

  expect(await ask(url, "SELECT 1")).toEqual([1])
  expect(other.exitCode ?? other.signalCode).toBeNull()
})

test.skipIf(!isRoot)(
  "as root, the server runs unprivileged in a folder that only root enters",
  async () => {
    const directory = aDirectory()
    fs.mkdirSync(dirname(directory), { mode: 0o700 })

    const { url } = await open(directory)

    expect(await ask(url, "SELECT 1")).toEqual([1])
    expect(fs.statSync(`/proc/${pidOf(directory)}`).uid).toBeGreaterThan(0)
  },
)

test("a path too long for a socket, with spaces and accents, is no obstacle", async () => {
  const directory = aDirectory("dossier partagé ".repeat(6), "base de données ".repeat(6))

  const { url } = await open(directory)

  expect(await ask(url, "SELECT 1")).toEqual([1])
})

test("drafts of starts that were killed are removed once they are old", () => {
  const directory = aDirectory()
  for (const name of ["db.123.new", "db.456.new", "other.123.new"]) {
    fs.mkdirSync(join(dirname(directory), name), { recursive: true })
  }
  const anHourAgo = new Date(Date.now() - 3_600_000)
  fs.utimesSync(join(dirname(directory), "db.123.new"), anHourAgo, anHourAgo)

  cleanDrafts(directory)

  expect(fs.readdirSync(dirname(directory)).sort()).toEqual(["db.456.new", "other.123.new"])
})

test("the data of another major version are refused with the cure", async () => {
  const directory = aDirectory()
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 })
  fs.writeFileSync(join(directory, "PG_VERSION"), "17\n")

  await expect(openEmbeddedPostgres(directory)).rejects.toThrow(
    /made by PostgreSQL 17, this is PostgreSQL 18\.\nDump it.*\n.*DATABASE_URL/,
  )
})

test("a server that does not start says why and what to do", async () => {
  const directory = aDirectory()
  await (await openEmbeddedPostgres(directory)).stop()
  fs.chmodSync(directory, 0o755)

  await expect(openEmbeddedPostgres(directory)).rejects.toThrow(
    /invalid permissions[\s\S]*mode 0700/,
  )
})

test("neither errors nor a crash write people's data in the log of the server", async () => {
  const directory = aDirectory()
  const { url } = await open(directory)
  const admin = url.replace("telemaque@", "postgres@")
  await expect(ask(url, "SELECT 'claire.durand'::int")).rejects.toThrow("claire.durand")
  const work = ask(url, "SELECT pg_sleep(60), 'claire.durand'").catch(() => "cut")
  const backend = "SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%, ''claire%'"
  await expect.poll(() => ask(admin, backend)).toHaveLength(1)
  const [pid] = await ask(admin, backend)

  process.kill(Number(pid), "SIGKILL")

  expect(await work).toBe("cut")
  await expect.poll(() => ask(url, "SELECT 1").catch(() => []), { timeout: 10_000 }).toEqual([1])
  const log = () => fs.readFileSync(join(directory, "server.log"), "utf8")
  await expect.poll(log).toContain("was terminated by signal 9")
  expect(log()).not.toContain("claire")
})

const canMount = isRoot && mount(fs.mkdtempSync(join(home, "try-")), "1m", true)

test.skipIf(!canMount)(
  "a full disk is told with its cure, at the first start and at a later one",
  async () => {
    const directory = aDirectory()
    const disk = dirname(directory)
    fs.mkdirSync(disk)
    mount(disk, "20m")
    undo.push(() => spawnSync("umount", [disk]))

    await expect(openEmbeddedPostgres(directory)).rejects.toThrow(
      /disk is full: free at least 100 MB/,
    )

    expect(fs.readdirSync(disk)).toEqual([])
    spawnSync("mount", ["-o", "remount,size=200m", disk])
    await (await openEmbeddedPostgres(directory)).stop()
    spawnSync("sh", ["-c", `cat /dev/zero > ${join(disk, "zeros")}`])
    await expect(openEmbeddedPostgres(directory)).rejects.toThrow(
      /disk is full: free at least 100 MB/,
    )
  },
)

function mount(on: string, size: string, isTrial = false): boolean {
  const isDone =
    spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, basename(on), on]).status === 0
  if (isTrial && isDone) spawnSync("umount", [on])
  return isDone
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH"
  }
}
