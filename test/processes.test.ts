// Two copies of the bot on one PostgreSQL and one mailbox, each a process of its own.
import { mkdtemp, rm } from "node:fs/promises"
import { join } from "node:path"
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFailed,
  onTestFinished,
  test,
} from "vitest"
import { type BotProcess, startReadyBot } from "./setup/bot-process.ts"
import { aMail, type MailSource, source } from "./setup/builders.ts"
import { session } from "./setup/console.ts"
import { click, preview, words } from "./setup/console-clicks.ts"
import { type TestDatabase, testDatabase } from "./setup/database.ts"
import { type Dovecot, hasDovecot, startDovecot } from "./setup/dovecot.ts"
import { eventually } from "./setup/eventually.ts"
import { lmtpTo } from "./setup/kill-mails.ts"
import { scratchFolder } from "./setup/scratch.ts"
import { type SmtpSink, startSmtpSink } from "./setup/smtp-sink.ts"

const isAbsent = !(await hasDovecot())
const TAKEN_OVER_WITHIN = 10_000
const STOPPED_WITHIN = 20_000

if (isAbsent && process.env.CI) {
  test("Dovecot is installed where the tests must be whole", () => {
    expect.fail("Install dovecot-imapd and dovecot-lmtpd")
  })
}

describe.skipIf(isAbsent)(
  "several copies, with a real Dovecot (dovecot-imapd, dovecot-lmtpd)",
  () => {
    let dovecot: Dovecot
    let database: TestDatabase
    let data: string
    let made = 0

    beforeAll(async () => {
      dovecot = await startDovecot({ hasLmtp: true })
      data = await mkdtemp(join(scratchFolder(), "telemaque-processes-"))
    })

    beforeEach(async () => {
      database = await testDatabase()
    })

    afterAll(async () => {
      await dovecot.remove()
      await rm(data, { recursive: true, force: true })
    })

    test("one copy reads the mailbox; when it dies, the other does within 10 s, and nobody is answered twice", async () => {
      const given = await mailboxWithSink()
      const [first, second] = [await given.start(), await given.start()]
      await given.deliver({ subject: "Avant" })
      await eventually("the acknowledgement", () => given.sink.mails.length === 1)
      await noJobLeft()
      const sessions = await dovecot.sessions(given.user)

      await first.kill()
      const died = performance.now()
      await given.deliver({ subject: "Après", from: "Paul Petit <paul@vallonie.gouv.example>" })
      await eventually("the second mail", async () => (await subjects()).length === 2)
      const tookOverIn = performance.now() - died
      await eventually("its acknowledgement", () => given.sink.mails.length >= 2)
      await noJobLeft()

      expect(sessions).toBeLessThanOrEqual(2) // one reads, one keeps copies in Sent
      expect(tookOverIn).toBeLessThan(TAKEN_OVER_WITHIN)
      expect(await second.isReady()).toBe(true)
      expect(await subjects()).toEqual(["Avant", "Après"])
      expect(given.sink.mails.map(({ recipients }) => recipients[0])).toEqual([
        "claire.durand@vallonie.gouv.example",
        "paul@vallonie.gouv.example",
      ])
      console.log(`taken over in ${Math.round(tookOverIn)} ms`)
    })

    test("what is clicked on one copy shows on an open page of the other, and the answer leaves once", async () => {
      const given = await mailboxWithSink()
      const [here, there] = [await given.start(), await given.start()]
      await given.deliver({ subject: "Compte bloqué" })
      await card()
      const [nadia = 0, karim = 0] = await members()
      const page = await openPage(there, karim)

      await click(here, nadia, "ticket.take:1:0")
      await eventually("the change, on the page", () => page.changes() > 1)
      await eventually("the name, on the other copy", async () =>
        words(await (await session(there, karim)).text("/demandes/1")).includes("Nadia Ferrand"),
      )
      const action = await preview(here, nadia, 1, "Voici un nouveau lien.")
      const clicks = await Promise.all([click(here, nadia, action), click(there, nadia, action)])
      await passUndoDelay()
      await eventually("the answer", () => answersIn(given.sink).length > 0)
      await noJobLeft()

      expect(clicks.map(({ isDone }) => isDone)).toEqual([true, true])
      expect(answersIn(given.sink)).toHaveLength(1)
    })

    test("two members take the same request at the same moment on two copies: one gets it, the other is told who did", async () => {
      const given = await mailboxWithSink()
      const [here, there] = [await given.start(), await given.start()]
      await given.deliver({ subject: "À qui ?" })
      await card()
      const [nadia = 0, karim = 0] = await members()

      const clicks = await Promise.all([
        click(here, nadia, "ticket.take:1:1"),
        click(there, karim, "ticket.take:1:1"),
      ])

      const isNadias = clicks[0]?.isDone
      expect(clicks.filter(({ isDone }) => isDone)).toHaveLength(1)
      const refusal = words(clicks.find(({ isDone }) => !isDone)?.page ?? "")
      expect(refusal).toContain(isNadias ? "Nadia Ferrand" : "Karim Lenoir")
      const { rows } = await database.pool.query(`SELECT "assigneeId" AS id FROM "Ticket"`)
      expect(rows).toEqual([{ id: isNadias ? nadia : karim }])
    })

    test("asked to stop, a copy stops reading first, finishes what it began, and says that all went well", async () => {
      const given = await mailboxWithSink()
      const bot = await given.start()
      const asked = new Promise<number>((resolve) => {
        given.sink.onTaken = () => {
          given.sink.onTaken = () => {}
          void bot.stop()
          resolve(performance.now())
        }
      })

      for (let i = 1; i <= 12; i += 1) {
        await given.deliver({ subject: `Demande ${i}`, from: `agent${i}@vallonie.gouv.example` })
      }
      const end = await bot.ended
      const stoppedIn = performance.now() - (await asked)

      expect(end).toEqual({ code: 0, signal: null })
      expect(stoppedIn).toBeLessThan(STOPPED_WITHIN)
      expect(await dovecot.sessions(given.user)).toBe(0)
      expect(await countJobs("state = 'active'")).toBe(0)
      expect(bot.log()).not.toMatch(/"level":"(warn|error)"/)
      const { rows } = await database.pool.query(
        `SELECT "messageId" AS id FROM "Message" WHERE delivery IN ('sending', 'sent')`,
      )
      expect(given.sink.mails.length).toBeGreaterThan(0)
      expect(given.sink.mails.map(({ mail }) => `${mail.messageId}`).sort()).toEqual(
        rows.map(({ id }) => `<${id}>`).sort(),
      )
      console.log(`stopped in ${Math.round(stoppedIn)} ms`)
    })

    async function mailboxWithSink() {
      made += 1
      const user = `assistance-${made}`
      const sink = await startSmtpSink()
      onTestFinished(async () => {
        await sink.close()
        await database.close()
      })
      const lmtp = lmtpTo(dovecot, user)
      onTestFinished(() => lmtp.close())
      return {
        user,
        sink,
        async start(): Promise<BotProcess> {
          const bot = await startReadyBot({
            DATA_DIR: data,
            DATABASE_URL: database.url,
            MAILBOXES: "mentor",
            MENTOR_IMAP_URL: `imap://${user}:${encodeURIComponent(dovecot.password)}@127.0.0.1:${dovecot.port}`,
            MENTOR_SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
            MENTOR_ADDRESS: "assistance@mentor.example",
            MENTOR_READ_SINCE: "2020-01-01",
            TEAM_MEMBERS:
              "Nadia Ferrand <nadia@equipe.example> administrator; Karim Lenoir <karim@equipe.example>",
            CANARY: "no",
          })
          onTestFinished(async () => void (await bot.kill()))
          onTestFailed(() => console.log(bot.log()))
          return bot
        },
        deliver: (mail: MailSource) => lmtp.deliver(source(aMail(mail))),
      }
    }

    async function subjects(): Promise<string[]> {
      const { rows } = await database.pool.query(
        `SELECT subject FROM "Mail" WHERE folder = 'inbox' ORDER BY id`,
      )
      return rows.map(({ subject }) => subject)
    }

    async function members(): Promise<number[]> {
      const { rows } = await database.pool.query(`SELECT id FROM "Member" ORDER BY id`)
      return rows.map(({ id }) => id)
    }

    function card(): Promise<unknown> {
      return eventually("the card", async () => {
        const { rows } = await database.pool.query(`SELECT 1 FROM "ConsolePost"`)
        return rows.length > 0
      })
    }

    async function countJobs(where: string): Promise<number> {
      const { rows } = await database.pool.query(
        `SELECT count(*)::int AS count FROM pgboss.job WHERE ${where}`,
      )
      return rows[0].count
    }

    function noJobLeft(): Promise<unknown> {
      return eventually(
        "no job left",
        async () => (await countJobs("state < 'completed' AND name NOT LIKE '%.dead'")) === 0,
        40_000,
      )
    }

    async function passUndoDelay(): Promise<void> {
      await database.pool.query(
        `WITH due AS (UPDATE "Message" SET "sendAt" = now() WHERE delivery = 'waiting' RETURNING id)
       UPDATE pgboss.job SET start_after = now() FROM due
         WHERE name = 'mail.send' AND singleton_key = due.id::text`,
      )
    }
  },
)

/** A page left open: it hears of changes. */
async function openPage(bot: BotProcess, memberId: number) {
  const member = await session(bot, memberId)
  const leaving = new AbortController()
  onTestFinished(() => leaving.abort())
  const { body } = await member.ask("/evenements", { signal: leaving.signal })
  let heard = ""
  const listen = async () => {
    for await (const chunk of body ?? []) heard += Buffer.from(chunk).toString()
  }
  listen().catch(() => {}) // left
  await eventually("the stream, open", () => heard.includes("event: change"))
  return { changes: () => heard.match(/^event: change/gm)?.length ?? 0 }
}

function answersIn({ mails }: SmtpSink): string[] {
  return mails.flatMap(({ mail }) => (mail.text?.includes("nouveau lien") ? [`${mail.text}`] : []))
}
