import { execFile, spawn } from "node:child_process"
import { once } from "node:events"
import * as fs from "node:fs"
import { createServer } from "node:http"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { promisify } from "node:util"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest"
import { doctor } from "../adapters/cli/doctor.ts"
import {
  clockFinding,
  nodeFinding,
  promptsFindings,
  zoneFinding,
} from "../adapters/cli/doctor-machine.ts"
import { roomFinding } from "../adapters/cli/doctor-server.ts"
import { connectionsOfACopy } from "../adapters/store/connections.ts"
import { openStore } from "../adapters/store/store.ts"
import { openLive } from "../adapters/web/console/live.ts"
import type { Environment } from "../src/config/parse.ts"
import { readConfig } from "../src/config.ts"
import { testDatabase } from "./setup/database.ts"
import { type Dovecot, freePort, hasDovecot, startDovecot } from "./setup/dovecot.ts"
import { eventually } from "./setup/eventually.ts"
import { scratchFolder } from "./setup/scratch.ts"
import { startSmtpSink } from "./setup/smtp-sink.ts"

const ROOT = join(import.meta.dirname, "..")
const USER = "assistance@ministere.example"
const DEMO = { PORT: "0", DEMO_SMTP_PORT: "0" }
const withDovecot = describe.skipIf(!(await hasDovecot()))

test("before the first start, all is well and nothing is made", async () => {
  const directory = join(aFolder(), "data")

  const { isWell, lines } = await visit({ ...DEMO, DATA_DIR: directory })

  expect(faultsIn(lines)).toEqual([])
  expect(isWell).toBe(true)
  expect(lineAbout("database", lines)).toContain("made in")
  expect(lineAbout("members", lines)).toContain("added at the start")
  expect(fs.existsSync(directory)).toBe(false)
})

test("an embedded database that sleeps is woken for the questions only", async () => {
  const directory = aFolder()
  const { leave } = await aBot(directory)
  await leave()

  const { lines } = await visit({ ...DEMO, DATA_DIR: directory })

  expect(lineAbout("database", lines)).toMatch(/^ok {7}database — PostgreSQL 18\S*, embedded/)
  expect(lineAbout("migrations", lines)).toContain("applied at the next start")
  expect(fs.existsSync(join(directory, "db/postmaster.pid"))).toBe(false)
})

test("an embedded database that a bot uses is joined, and stays", async () => {
  const directory = aFolder()
  const { url } = await aBot(directory)
  const server = fs.readFileSync(join(directory, "db/postmaster.pid"), "utf8")

  const { isWell } = await visit({ ...DEMO, DATA_DIR: directory })

  expect(isWell).toBe(true)
  expect(fs.readFileSync(join(directory, "db/postmaster.pid"), "utf8")).toBe(server)
  expect(await askOne(url, "SELECT 1 AS one")).toEqual({ one: 1 })
})

test("a database of the team's is asked for its version, its migrations and its members", async () => {
  const { url, pool, close } = await testDatabase()
  onTestFinished(close)
  await pool.query(`INSERT INTO "Member" (name, service, address, role)
    VALUES ('Nadia', 'Assistance', 'nadia@ministere.example', 'administrator')`)

  const { isWell, lines } = await visit({ ...DEMO, DATABASE_URL: url })

  expect(isWell).toBe(true)
  expect(lineAbout("migrations", lines)).toBe("ok       migrations — all applied")
  expect(lineAbout("members", lines)).toBe("ok       members — 1 administrator")
  expect(lineAbout("clock", lines)).toContain("as the database's")
})

test("a database that a later release has changed is told, with the cure", async () => {
  const { url, pool, close } = await testDatabase()
  onTestFinished(close)
  await pool.query(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
    VALUES ('1', 'x', '20991231_later', now())`)

  const { isWell, lines } = await visit({ ...DEMO, DATABASE_URL: url })

  expect(isWell).toBe(false)
  expect(lineAbout("migrations", lines)).toMatch(/^fault .*20991231_later.* — Start a release/)
})

test("the port of the public pages is looked at, where there are some", async () => {
  const port = await freePort()
  const taken = createServer().listen(port, "127.0.0.1")
  onTestFinished(() => void taken.close())

  const given = { PUBLIC_URL: "https://aide.example", PUBLIC_PORT: `${port}` }
  const { lines } = await visit({ ...DEMO, ...given, DATABASE_URL: "postgresql://a@127.0.0.1:1/a" })

  expect(lineAbout("public port", lines)).toMatch(/^fault .*taken.*PUBLIC_PORT/)
})

test("a database that is down is told with its cure, and the rest is looked at all the same", async () => {
  const port = await freePort()
  const url = `postgresql://telemaque:tres-secret@127.0.0.1:${port}/telemaque`

  const { isWell, lines } = await visit({ ...DEMO, DATABASE_URL: url })

  expect(isWell).toBe(false)
  expect(faultsIn(lines)).toEqual([expect.stringMatching(/database — .*refused.* — start it/i)])
  expect(lineAbout("demo SMTP port", lines)).toMatch(/^ok/)
  expect(lines.join("\n")).not.toContain("tres-secret")
})

test.each([
  { copies: 0, others: 0, level: "ok", room: "room for 4, none is running" },
  { copies: 4, others: 17, level: "ok", room: "room for 4, 4 running" },
  { copies: 4, others: 18, level: "warning", room: "room for 3, 4 running" },
  { copies: 5, others: 0, level: "warning", room: "room for 4, 5 running" },
  { copies: 0, others: 90, level: "warning", room: "room for 0, none is running" },
])("a server of 100 connections with $copies copies and $others others: $level", (known) => {
  const { copies, others, level, room } = known

  const finding = roomFinding({ limit: 100, kept: 3, others, copies }, 20)

  expect(finding.level).toBe(level)
  expect(finding.detail).toContain(room)
  const enough = finding.cure?.match(/max_connections to (\d+)/)?.[1]
  if (enough)
    expect(roomFinding({ limit: Number(enough), kept: 3, others, copies }, 20).level).toBe("ok")
})

test("copies are counted, and each opens no more connections than the doctor counts", async () => {
  const { url, pool, close } = await testDatabase()
  const database = await openStore(url, () => {})
  const lives = [openLive(url, console), openLive(url, console)]
  onTestFinished(async () => {
    for (const live of lives) await live.close()
    await database.stopWork()
    await database.close()
    await close()
  })
  const opened = async () => {
    const { rows } = await pool.query(`SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`)
    return rows[0].count - lives.length
  }
  let finish = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const busy = Array.from({ length: 40 }, () => database.store.transaction(() => finished))
  await eventually("every connection of the store, in use", async () => (await opened()) >= 12)

  const { lines } = await visit({ ...DEMO, DATABASE_URL: url })

  expect(lineAbout("connections", lines)).toMatch(/^ok .*room for \d+, 2 running$/)
  expect(await opened()).toBeLessThanOrEqual(connectionsOfACopy(0, false))
  finish()
  await Promise.all(busy)
})

test("a journal that somebody changed is a fault that names the first request", async () => {
  const { url, pool, close } = await testDatabase()
  const database = await openStore(url, () => {})
  onTestFinished(async () => {
    await database.stopWork()
    await database.close()
    await close()
  })
  const { store } = database
  const opened = { mailbox: "mentor", subject: "", mayContinue: null, openedAt: new Date() }
  for (const what of ["opened", "closed"]) {
    const { id } = await store.openTicket({ ...opened, requester: { name: "", address: "" } })
    await store.record({ ticketId: id, memberId: null, at: new Date(), what, detail: {} })
  }
  const before = await visit({ ...DEMO, DATABASE_URL: url })

  await pool.query(`ALTER TABLE "JournalEntry" DISABLE TRIGGER USER`)
  await pool.query(`UPDATE "JournalEntry" SET what = 'answered' WHERE "ticketId" = 2`)
  const after = await visit({ ...DEMO, DATABASE_URL: url })

  expect(lineAbout("journal", before.lines)).toBe(
    "ok       journal — 2 lines, each chained to the one before",
  )
  expect(after.isWell).toBe(false)
  expect(lineAbout("journal", after.lines)).toMatch(/^fault .*history of request 2 was changed/)
})

test("every mistake of the configuration is a fault with its cure", async () => {
  const { isWell, lines } = await visit({ PORT: "much", LOG_LEVEL: "loud" })

  expect(isWell).toBe(false)
  expect(faultsIn(lines)).toEqual([
    expect.stringMatching(/PORT — is not a whole number.* — Write one/),
    expect.stringMatching(/LOG_LEVEL — .* — /),
  ])
  expect(lineAbout("prompts/lexicon.yaml", lines)).toMatch(/^ok/)
  expect(lineAbout("prompts/faq", lines)).toMatch(/^ok .* answer cards$/)
})

test("a lexicon that cannot be read is told with its line", async () => {
  const file = join(aFolder(), "lexicon.yaml")
  fs.writeFileSync(file, "categories:\n  - id: autre\n    label: Autre\n    phrases: oubli\n")

  const { isWell, lines } = await visit(aDemo(), new URL(`file://${file}`))

  expect(isWell).toBe(false)
  expect(faultsIn(lines)[0]).toMatch(
    /prompts\/lexicon\.yaml — prompts\/lexicon\.yaml, line 4: phrases: .* — correct/,
  )
})

test("an answer card that cannot be read is told with its file, its line and the cure", () => {
  const folder = aFolder()
  fs.mkdirSync(join(folder, "faq"))
  for (const name of ["unanswered.md", "synonyms.md"]) fs.writeFileSync(join(folder, name), "")
  fs.writeFileSync(join(folder, "faq", "badge.md"), "---\nid: badge\ntitre\n---\n\nUn texte.\n")

  const findings = promptsFindings(undefined, new URL(`file://${folder}/`))

  const told = findings.filter(({ what }) => what === "prompts/faq").map(({ detail }) => detail)
  expect(told[0]).toMatch(/^prompts\/faq\/badge\.md, line 3: « titre »: write « name: value »/)
})

test("a port that another program has taken is a fault", async () => {
  const port = await aServer((_request, response) => response.end("Something else"))

  const { lines } = await visit({ ...aDemo(), PORT: `${port}` })

  expect(faultsIn(lines)).toEqual([
    expect.stringContaining(`console port ${port} — taken by another program — set PORT`),
  ])
})

test("a port that the bot itself has taken is well, and so is the demo's", async () => {
  const port = await aServer((request, response) =>
    response.end(request.url === "/readyz" ? "ready\n" : ""),
  )

  const { lines } = await visit({ ...aDemo(), PORT: `${port}`, DEMO_SMTP_PORT: `${port}` })

  expect(faultsIn(lines)).toEqual([])
  expect(lineAbout("console port", lines)).toContain("the bot is running there")
})

test.each([
  { says: "2026-11-24T10:00:05Z", level: "ok" },
  { says: "2026-11-24T10:00:06Z", level: "warning" },
  { says: "2026-11-24T09:59:50Z", level: "warning" },
])("a database that says $says at ten o’clock: $level", ({ says, level }) => {
  const here = new Date("2026-11-24T10:00:00Z")

  expect(clockFinding(here, new Date(says)).level).toBe(level)
})

test("a clock that forgot the year is a fault, whatever the database says", () => {
  const here = new Date("1970-01-01T00:00:12Z")

  expect(clockFinding(here, here)).toMatchObject({ level: "fault", cure: expect.any(String) })
})

test("Paris has its summer and its winter; without them, or without Paris, it is a fault", () => {
  const unknown = () => {
    throw new RangeError("Invalid time zone")
  }

  expect(zoneFinding().level).toBe("ok")
  expect(zoneFinding(() => "+01:00")).toMatchObject({ level: "fault" })
  expect(zoneFinding(unknown)).toMatchObject({ level: "fault" })
})

test("another Node than the one that npm installed is a warning", () => {
  expect(nodeFinding("24.1.0").level).toBe("ok")
  expect(nodeFinding("22.18.0")).toMatchObject({ level: "warning" })
})

test("the command prints to the terminal, reads .env, and exits with 1 on a fault", async () => {
  const folder = aFolder()
  fs.writeFileSync(join(folder, ".env"), "PORT=much\n")
  const args = ["--disable-warning=ExperimentalWarning", join(ROOT, "src/cli.ts"), "doctor"]

  const { PORT: _, ...env } = process.env
  const exit = promisify(execFile)(process.execPath, args, { cwd: folder, env })

  await expect(exit).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^fault {4}PORT/),
  })
})

withDovecot("with a real mailbox (dovecot-imapd)", () => {
  let dovecot: Dovecot
  beforeAll(async () => {
    dovecot = await startDovecot()
  })
  afterAll(() => dovecot?.remove())

  test("login, folders, IDLE, sending and alignment are looked at, and all is well", async () => {
    const { isWell, lines } = await visit(await aMailbox({ MENTOR_SUBADDRESSING: "yes" }))

    expect(faultsIn(lines)).toEqual([])
    expect(isWell).toBe(true)
    const names = ["IMAP login", "IMAP folders", "IMAP IDLE", "Sent folder", "SMTP login"]
    for (const name of [...names, "From alignment", "Folder of handled mails"]) {
      expect(lineAbout(`mentor: ${name}`, lines)).toMatch(/^ok/)
    }
    expect(lineAbout("mentor: Sub-addressing", lines)).toContain(
      "write to assistance+test@ministere.example",
    )
    expect(lines.join("\n")).not.toContain("secret")
  })

  test("a wrong password is a fault of IMAP and of SMTP, and is not printed", async () => {
    const { isWell, lines } = await visit(await aMailbox({}, "pas-le-bon"))

    expect(isWell).toBe(false)
    expect(faultsIn(lines)).toEqual([
      expect.stringMatching(/mentor: IMAP login — .* — check the user and the password/),
      expect.stringMatching(/mentor: SMTP login — .* — check the user and the password/),
    ])
    expect(lines.join("\n")).not.toContain("pas-le-bon")
  })

  test("a folder of sent mails that was named and is not there is a fault", async () => {
    const { lines } = await visit(await aMailbox({ MENTOR_SENT_FOLDER: "Envoyés" }))

    expect(faultsIn(lines)).toEqual([
      expect.stringMatching(/mentor: Sent folder — not found.* — name it; the server shows .*Sent/),
    ])
  })

  test("an address of another domain than the login’s is a warning", async () => {
    const { isWell, lines } = await visit(await aMailbox({ MENTOR_ADDRESS: "aide@autre.example" }))

    expect(isWell).toBe(true)
    expect(lineAbout("mentor: From alignment", lines)).toMatch(/^warning .*autre\.example/)
  })

  test("nobody to hear of alarms is a warning", async () => {
    const { lines } = await visit(await aMailbox({ ADMIN_EMAILS: "" }))

    expect(lineAbout("alarms", lines)).toMatch(/^warning .* — set ADMIN_EMAILS/)
  })

  async function aMailbox(changes: Environment, password = dovecot.password) {
    const secret = dovecot.password
    const sink = await startSmtpSink({ login: { user: USER, secret } })
    onTestFinished(() => sink.close())
    const login = `${encodeURIComponent(USER)}:${encodeURIComponent(password)}`
    return {
      ...{ PORT: "0", DATA_DIR: join(aFolder(), "data"), MAILBOXES: "mentor" },
      MENTOR_IMAP_URL: `imap://${login}@127.0.0.1:${dovecot.port}`,
      MENTOR_SMTP_URL: `smtp://${login}@127.0.0.1:${sink.port}`,
      MENTOR_ADDRESS: USER,
      MENTOR_MOVE_TO: "Traités",
      TEAM_MEMBERS: "Nadia <nadia@ministere.example> administrator",
      ADMIN_EMAILS: "nadia@ministere.example",
      ...changes,
    }
  }
})

async function visit(environment: Environment, lexicon?: URL) {
  const lines: string[] = []
  const print = (line: string) => void lines.push(line)
  const configure = () => readConfig(environment)
  const isWell = await doctor({ configure, print, ...(lexicon && { lexicon }) })
  return { isWell, lines }
}

function aDemo(): Environment {
  return { ...DEMO, DATA_DIR: join(aFolder(), "data") }
}

function faultsIn(lines: string[]): string[] {
  return lines.filter((line) => line.startsWith("fault"))
}

function lineAbout(what: string, lines: string[]): string {
  return lines.find((line) => line.slice("warning  ".length).startsWith(what)) ?? ""
}

function aFolder(): string {
  const folder = fs.mkdtempSync(join(scratchFolder(), "telemaque-doctor-"))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function aServer(answer: Parameters<typeof createServer>[1]): Promise<number> {
  const server = createServer(answer).listen(0, "127.0.0.1")
  onTestFinished(() => void server.close())
  await once(server, "listening")
  const address = server.address()
  return address !== null && typeof address === "object" ? address.port : 0
}

/** A bot in another process, which has the embedded database. */
async function aBot(directory: string) {
  const program = join(import.meta.dirname, "setup/embedded-bot.ts")
  const args = ["--disable-warning=ExperimentalWarning", program, join(directory, "db")]
  const bot = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] })
  const leave = async () => {
    if (bot.exitCode !== null) return
    bot.stdin.end()
    await once(bot, "exit")
  }
  onTestFinished(leave)
  const [url] = await once(createInterface({ input: bot.stdout }), "line")
  return { url: String(url), leave }
}

async function askOne(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows[0]
}
