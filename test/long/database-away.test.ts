// The database goes away under a bot that runs, and comes back: the bot goes on by itself.
import { join } from "node:path"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest"
import { type EmbeddedPostgres, openEmbeddedPostgres } from "../../adapters/store/embedded.ts"
import { type Dovecot, hasDovecot, startDovecot } from "../setup/dovecot.ts"
import { eventually } from "../setup/eventually.ts"
import { aBotReading, aFolder, hasEnded } from "../setup/reading-bot.ts"

const isAbsent = !(await hasDovecot())
const A_MINUTE = 60_000

if (isAbsent && process.env.CI) {
  test("Dovecot is installed where the tests must be whole", () => {
    expect.fail("Install dovecot-imapd and dovecot-lmtpd")
  })
}

describe.skipIf(isAbsent)("with a real Dovecot (dovecot-imapd, dovecot-lmtpd)", () => {
  let dovecot: Dovecot

  beforeAll(async () => {
    dovecot = await startDovecot({ hasLmtp: true })
  })

  afterAll(() => dovecot?.remove())

  test("gone for a minute while mails arrive on Dovecot: nothing is lost, everybody is answered once", async () => {
    const database = await aServer()
    const given = await aBotReading(dovecot, database)
    await given.deliver({ subject: "Avant" })
    await eventually("the acknowledgement", async () => (await given.counts()).sent === 1)

    await database.stop()
    const goneAt = Date.now()
    for (let n = 1; n <= 20; n++) await given.deliver({ subject: `Pendant ${n}` })
    await eventually("a minute", () => Date.now() - goneAt > A_MINUTE, 2 * A_MINUTE)
    const [isAlive, isReady] = [!(await hasEnded(given.bot)), await given.bot.isReady()]
    await database.start()
    const backAt = Date.now()

    expect({ isAlive, isReady }).toEqual({ isAlive: true, isReady: false })
    await eventually("every mail", async () => (await given.tickets()) === 21, 2 * A_MINUTE)
    const allThere = Date.now() - backAt
    await given.deliver({ subject: "Après" })
    await eventually("the next one", async () => (await given.tickets()) === 22)
    await eventually("the answers", async () => (await given.counts()).sent === 22, A_MINUTE)
    await given.atRest()
    expect(given.sink.mails.length).toBe(22)
    expect(await given.mails()).toHaveLength(22)
    expect(await given.bot.isReady()).toBe(true)
    expect(await hasEnded(given.bot)).toBe(false)
    console.log(
      `all there ${allThere} ms after the database, all answered in ${Date.now() - backAt}`,
    )
  })

  test("gone at the moment when an answer has just left: it is noted as sent, with at most one copy more", async () => {
    const database = await aServer()
    const given = await aBotReading(dovecot, database)
    await given.deliver({ subject: "Lien perdu" })
    await eventually("the acknowledgement", () => given.sink.mails.length === 1)

    await database.stop()
    await eventually("not to be ready", async () => !(await given.bot.isReady()))
    await database.start()

    await eventually("to be sent", async () => (await given.counts()).sent === 1, 2 * A_MINUTE)
    await given.atRest()
    expect(given.sink.mails.length).toBeLessThanOrEqual(2)
    expect(new Set(given.sink.mails.map(({ mail }) => mail.messageId)).size).toBe(1)
    console.log(`${given.sink.mails.length} copies`)
  })
})

/** A PostgreSQL that is not the bot's own: it can be stopped and started under it. */
async function aServer() {
  const folder = join(await aFolder(), "server")
  let server: EmbeddedPostgres = await openEmbeddedPostgres(folder)
  const { url } = server
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on("error", () => {})
  const database = {
    ...{ url, pool },
    stop: () => server.stop(),
    async start() {
      server = await openEmbeddedPostgres(folder)
      expect(server.url).toBe(url)
    },
  }
  onTestFinished(() => database.stop())
  return database
}
