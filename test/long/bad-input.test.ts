// Whatever arrives, and however mail servers behave, nothing is lost: what is large, and what needs the real process.
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { aMail, source } from "../setup/builders.ts"
import { testDatabase } from "../setup/database.ts"
import { type Dovecot, hasDovecot, startDovecot } from "../setup/dovecot.ts"
import { eventually } from "../setup/eventually.ts"
import { hostileMail, noise } from "../setup/hostile-mails.ts"
import { aBotReading, agent, hasEnded } from "../setup/reading-bot.ts"
import type { SmtpSink } from "../setup/smtp-sink.ts"
import { aWorld } from "../setup/world.ts"

const MB = 1024 * 1024
const HEAD = "From: Claire Durand <claire.durand@vallonie.gouv.example>\r\nSubject: Lien perdu\r\n"
const A_MINUTE = 60_000
const READ_WITHIN = 15_000

describe("large mails, on a real database", () => {
  test.each([
    ["10,000 parts", parts(10_000)],
    ["300 levels", levels(300)],
    ["100,000 addresses", `To: ${addresses(100_000)}\r\n${HEAD}\r\nMon lien est perdu`],
    ["100,000 addresses in Cc", `${HEAD}Cc: ${addresses(100_000)}\r\n\r\nMon lien est perdu`],
    ["10 MB of NUL", `${HEAD}\r\nMon lien est perdu\r\n${"\0".repeat(10 * MB)}`],
    ["one line of 10 MB", `${HEAD}\r\nMon lien est perdu\r\n${noise(10 * MB)}`],
    ["a header of 10 MB", `${HEAD}X-Trace: ${noise(10 * MB)}\r\n\r\nMon lien est perdu`],
    ["1,000,000 quoted lines", `${HEAD}\r\nMon lien est perdu\r\n${"> oui\r\n".repeat(1_000_000)}`],
    ["20,000 references", `${HEAD}References: ${references(20_000)}\r\n\r\nMon lien est perdu`],
    ["8 MB of tables", html(`<p>Mon lien est perdu${"<table><tr><td>".repeat(550_000)}`)],
  ])("%s are a request like another, soon read", async (_, mail) => {
    const world = await aWorld()
    const startedAt = performance.now()

    await world.receives(Buffer.from(mail, "latin1"))

    expect(performance.now() - startedAt).toBeLessThan(READ_WITHIN)
    expect(await world.balance()).toMatchObject({ received: 1, ticket: 1 })
    expect(JSON.stringify(world.card(1))).toContain("lien")
    expect(world.troubles).toEqual([])
  })

  test("any of many mails made to harm ends in one state of the balance", async () => {
    const world = await aWorld()
    let received = 0

    await fc.assert(
      fc.asyncProperty(hostileMail(), async (bytes) => {
        await world.receives(bytes)

        received += 1
        const { received: counted, ...ends } = await world.balance()
        expect(counted).toBe(received)
        expect(Object.values(ends).reduce((sum, count) => sum + count)).toBe(received)
        expect(world.troubles).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })
})

const isAbsent = !(await hasDovecot())

if (isAbsent && process.env.CI) {
  test("Dovecot is installed where the tests must be whole", () => {
    expect.fail("Install dovecot-imapd and dovecot-lmtpd")
  })
}

describe.skipIf(isAbsent)(
  "the real process, with a real Dovecot (dovecot-imapd, dovecot-lmtpd)",
  () => {
    let dovecot: Dovecot

    beforeAll(async () => {
      dovecot = await startDovecot({ hasLmtp: true })
    })

    afterAll(() => dovecot?.remove())

    test("a mail of 50 MB is set aside with its heading, and those around it are requests", async () => {
      const given = await aBotReading(dovecot, await testDatabase())
      await given.deliver({ subject: "Avant" })
      await given.append(Buffer.concat([Buffer.from(`${HEAD}\r\n`), lines(50 * MB)]))
      await given.deliver({ subject: "Après" })

      await eventually("three mails", async () => (await given.mails()).length === 3, A_MINUTE)

      expect(await given.mails()).toEqual([
        { subject: "Avant", state: "ticket", reason: null },
        { subject: "Lien perdu", state: "parked", reason: "unreadable: too large" },
        { subject: "Après", state: "ticket", reason: null },
      ])
      expect(await hasEnded(given.bot)).toBe(false)
    })

    test("IMAP is killed in mid-fetch again and again: every mail is once in the bot", async () => {
      const given = await aBotReading(dovecot, await testDatabase())
      for (let n = 1; n <= 30; n++) {
        await given.append(
          Buffer.concat([source(aMail({ subject: `n° ${n}`, from: agent(n) })), lines(2 * MB)]),
        )
        if (n % 5 === 0) await dovecot.killSessions(given.user)
      }
      for (const some of [4, 9, 14, 19, 24]) {
        await eventually("some more", async () => (await given.mails()).length >= some, A_MINUTE)
        await dovecot.killSessions(given.user)
      }
      await eventually("every mail", async () => (await given.mails()).length === 30, A_MINUTE)

      await given.atRest()
      expect(await given.tickets()).toBe(30)
      expect(new Set((await given.mails()).map(({ subject }) => subject)).size).toBe(30)
      expect(await hasEnded(given.bot)).toBe(false)
    })

    test.each([
      ["refuses for now (452)", { afterData: 452 } as const],
      ["takes the mail and hangs up", "hangs up" as const],
    ])(
      "an SMTP server that %s after the data: sent again with the same Message-ID",
      async (_, fault) => {
        const given = await aBotReading(dovecot, await testDatabase())
        misbehave(given.sink, fault)
        await given.deliver({ subject: "Lien perdu" })
        await eventually("a first fault", async () => (await given.counts()).faults === 1)

        misbehave(given.sink, null)
        await given.passBackOff()
        await eventually("to be sent", async () => (await given.counts()).sent === 1, 2 * A_MINUTE)

        const copies = given.sink.mails.map(({ mail }) => mail.messageId)
        expect(new Set(copies).size).toBe(1)
        expect(copies.length).toBe(fault === "hangs up" ? 2 : 1)
        await eventually("its copy in Sent", async () => (await given.copiesInSent()) === 1)
        expect(await hasEnded(given.bot)).toBe(false)
      },
    )

    test("an SMTP server that refuses for good (554) after the data is not asked again, and the ticket says so", async () => {
      const given = await aBotReading(dovecot, await testDatabase())
      misbehave(given.sink, { afterData: 554 })
      await given.deliver({ subject: "Lien perdu" })
      await eventually("the refusal", async () => (await given.counts()).failed === 1)
      await given.atRest()

      misbehave(given.sink, null)
      await given.passBackOff()
      await given.deliver({ subject: "Autre lien", from: agent(2) })
      await eventually("the next one, sent", async () => (await given.counts()).sent === 1)

      expect(given.sink.mails.map(({ recipients }) => recipients)).toEqual([
        ["agent.2@vallonie.gouv.example"],
      ])
      expect(await given.counts()).toMatchObject({ failed: 1 })
      expect(await given.page("/demandes/1")).toMatch(/échec : .*No, thank you/)
    })
  },
)

function misbehave(sink: SmtpSink, fault: { afterData: number } | "hangs up" | null): void {
  sink.isHangingUp = fault === "hangs up"
  sink.refusing = fault === "hangs up" ? null : fault
}

function parts(count: number): string {
  const part = "--b\r\nContent-Type: image/png\r\n\r\nx\r\n"
  return `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nMon lien est perdu\r\n${part.repeat(count)}`
}

function levels(count: number): string {
  const opening = Array.from(
    { length: count },
    (_, level) =>
      `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n\r\nMon lien est perdu\r\n--b${level}\r\n`,
  )
  return `${HEAD}${opening.join("")}\r\nau fond`
}

function html(body: string): string {
  return `${HEAD}Content-Type: text/html\r\n\r\n${body}`
}

function addresses(count: number): string {
  return Array.from({ length: count }, (_, n) => `p${n}@vallonie.gouv.example`).join(", ")
}

function references(count: number): string {
  return Array.from({ length: count }, (_, n) => `<${n}@vallonie.gouv.example>`).join("\r\n ")
}

function lines(bytes: number): Buffer {
  return Buffer.alloc(bytes, "Mon lien est perdu, et voici tout ce que je sais.\r\n")
}
