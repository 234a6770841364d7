import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest"
import { checkImap } from "../adapters/mail/imap/check.ts"
import { type ImapSettings, openImapMailbox } from "../adapters/mail/imap/mailbox.ts"
import { composeMail } from "../adapters/mail/smtp/compose.ts"
import type { MailServer } from "../src/config/mail-server.ts"
import type { Lease, Leases, Mailbox } from "../src/ports.ts"
import { aMail, anAnswer, mailboxContract, opened } from "./contracts/mailbox.ts"
import { aReceiver, subjects } from "./contracts/mailbox-receiver.ts"
import { type Dovecot, freePort, hasDovecot, startDovecot } from "./setup/dovecot.ts"
import { eventually } from "./setup/eventually.ts"
import { startSmtpSink } from "./setup/smtp-sink.ts"
import { startTokenServer, type TokenServer } from "./setup/token-server.ts"

const isAbsent = !(await hasDovecot())
const TOKEN = "access-token-of-the-day"
const DAY = 24 * 60 * 60 * 1000

if (isAbsent && process.env.CI) {
  test("Dovecot is installed where the tests must be whole", () => {
    expect.fail("Install dovecot-imapd")
  })
}

describe.skipIf(isAbsent)("with a real Dovecot (dovecot-imapd)", () => {
  let dovecot: Dovecot
  let tokens: TokenServer

  beforeAll(async () => {
    tokens = await startTokenServer(TOKEN, "token-user")
    dovecot = await startDovecot({ tokenInfoPort: tokens.port })
  })

  afterAll(async () => {
    tokens.close()
    await dovecot.remove()
  })

  mailboxContract("IMAP mailbox", () => bench())

  test("what the team has not read stays unread", async () => {
    const given = await bench()
    await given.deliver(aMail("non lu"))

    const { receiver } = await opened(given)

    await eventually("the mail", () => receiver.mails[0])
    expect(await given.flags("INBOX")).toEqual([[]])
  })

  test("nothing is read, nor passed, until the day from which to read is known", async () => {
    const given = await bench()
    await given.deliver(aMail("un"))
    const receiver = aReceiver({ since: null })
    await opened(given, receiver)
    await eventually("some polls", () => receiver.polls >= 3)
    expect(receiver.mails).toEqual([])
    expect(receiver.positions.size).toBe(0)

    receiver.since = new Date(Date.now() - DAY)

    await eventually("the mail", () => receiver.mails[0])
  })

  test("mails received before that day are left alone", async () => {
    const given = await bench()
    const since = new Date("2026-03-10T23:00:00Z")
    for (const [subject, receivedAt] of [
      ["bien avant", "2026-03-01T10:00:00Z"],
      ["une heure avant", "2026-03-10T22:00:00Z"],
      ["au début", "2026-03-10T23:00:00Z"],
      ["après", "2026-03-12T10:00:00Z"],
    ] as const) {
      await given.deliver(aMail(subject), new Date(receivedAt))
    }

    const { receiver } = await opened(given, aReceiver({ since }))

    await eventually("the position", () => receiver.positions.get("inbox")?.uid === 4)
    expect(subjects(receiver)).toEqual(["au début", "après"])
  })

  test("a connection killed in the middle of reading loses nothing", async () => {
    const given = await bench()
    const big = Buffer.concat([aMail("gros"), Buffer.alloc(3_000_000, "Mentor et compagnie\r\n")])
    for (let n = 0; n < 12; n++) await given.deliver(n % 2 ? big : aMail(`n° ${n}`))
    const receiver = aReceiver()
    let hold: Promise<void> | null = null
    let release = () => {}
    receiver.before = () => {
      hold ??= new Promise((resolve) => {
        release = resolve
      })
      return hold
    }
    await opened(given, receiver)
    await eventually("the first delivery", () => hold !== null)

    expect(await dovecot.killSessions(given.user)).toBeGreaterThan(0)
    release()

    await eventually("the position", () => receiver.positions.get("inbox")?.uid === 12)
    expect(new Set(receiver.mails.map(({ uid }) => uid)).size).toBe(12)
    for (const { size, source } of receiver.mails) expect(source.length).toBe(size)
    expect(receiver.failures.length).toBeGreaterThan(0)
  })

  test("a connection killed while it waits for news is made again", async () => {
    const given = await bench()
    const { receiver } = await opened(given)
    await eventually("a poll", () => receiver.polls > 0)

    expect(await dovecot.killSessions(given.user)).toBeGreaterThan(0)
    await given.deliver(aMail("après"))

    await eventually("the mail", () => receiver.mails[0])
  })

  test("a server that says nothing any more is left for another connection", async () => {
    const given = await bench()
    const imap = { ...given.settings.imap, silentAtMost: 500 }
    const { receiver } = await opened({ mailbox: () => given.mailbox({ imap }) })
    await eventually("a poll", () => receiver.polls > 0)

    expect(await dovecot.silenceSessions(given.user)).toBeGreaterThan(0)
    await given.deliver(aMail("après"))

    await eventually("the mail", () => receiver.mails[0])
    expect(receiver.failures.length).toBeGreaterThan(0)
  })

  test("closing takes less than five seconds, even when the server says nothing", async () => {
    const given = await bench()
    const { mailbox, receiver } = await opened(given)
    await mailbox.keepCopy(anAnswer())
    await eventually("a poll", () => receiver.polls > 0)
    expect(await dovecot.silenceSessions(given.user)).toBeGreaterThan(1)
    const copying = mailbox
      .keepCopy({ ...anAnswer(), messageId: "other@assistance.example" })
      .catch((error) => error)
    const start = Date.now()

    await mailbox.close()

    expect(Date.now() - start).toBeLessThan(5_000)
    await copying
  })

  test("a server that restarts is found again", async () => {
    const given = await bench()
    const { receiver } = await opened(given)
    await eventually("a poll", () => receiver.polls > 0)

    await dovecot.stop()
    await eventually("a failure", () => receiver.failures.length > 1)
    await dovecot.start()

    await given.deliver(aMail("après"))
    await eventually("the mail", () => receiver.mails[0])
  })

  test("when the server gives other identities, everything is handed over again", async () => {
    const given = await bench()
    await given.deliver(aMail("un"))
    await given.deliver(aMail("deux"))
    const { receiver } = await opened(given)
    await eventually("the position", () => receiver.positions.get("inbox")?.uid === 2)
    const before = receiver.positions.get("inbox")?.uidValidity

    await dovecot.changeUidValidity(given.user)

    await eventually("the same mails again", () => receiver.mails.length >= 4)
    expect(subjects(receiver).sort()).toEqual(["deux", "deux", "un", "un"])
    expect(receiver.mails[3]?.uidValidity).not.toBe(before)
    await eventually("the position", () => receiver.positions.get("inbox")?.uidValidity !== before)
  })

  test("a mail deleted under our feet holds nobody back", async () => {
    const given = await bench()
    for (let n = 1; n <= 40; n++) await given.deliver(aMail(`n° ${n}`))
    const receiver = aReceiver()
    let removal: Promise<void> | null = null
    receiver.before = () => {
      // The sizes are known by now; these two are of the batch that follows.
      removal ??= given.remove("35,38")
      return removal
    }

    await opened(given, receiver)

    await eventually("the position", () => receiver.positions.get("inbox")?.uid === 40)
    expect(receiver.mails).toHaveLength(38)
    expect(subjects(receiver)).not.toContain("n° 35")
  })

  test("stored mails are moved, to a folder that is made for them", async () => {
    const given = await bench()
    await given.deliver(aMail("un"))
    await given.deliver(aMail("refusé"))
    const receiver = aReceiver()
    receiver.before = ({ uid }) => {
      if (uid === 2) throw new Error("not this one")
    }

    await opened({ mailbox: () => given.mailbox({ handledFolder: "Traités/Mentor" }) }, receiver)

    await eventually("the move", async () => (await given.flags("Traités/Mentor")).length === 1)
    expect(await given.flags("Traités/Mentor")).toEqual([[]])
    expect(await given.flags("INBOX")).toHaveLength(1)
  })

  test("an answer sent from a mail program is seen in Sent, and nothing older", async () => {
    const given = await bench()
    await given.deliver(aMail("vieille réponse"), new Date(), "Sent")
    const { receiver } = await opened(given)
    await eventually("the position in Sent", () => receiver.positions.get("sent")?.uid === 1)

    await given.deliver(aMail("réponse de Thunderbird"), new Date(), "Sent")

    await eventually("the answer", () => subjects(receiver, "sent").length > 0)
    expect(subjects(receiver, "sent")).toEqual(["réponse de Thunderbird"])
    expect(receiver.positions.get("sent")?.uid).toBe(2)
  })

  test("the copy in Sent is what left, to the byte, once and read", async () => {
    const given = await bench()
    const { mailbox } = await opened(given)
    await mailbox.send(anAnswer())
    expect(await given.flags("Sent")).toEqual([])

    await mailbox.keepCopy(anAnswer())
    await mailbox.keepCopy(anAnswer())

    expect(await given.flags("Sent")).toEqual([["\\Seen"]])
    const [left] = await given.sent()
    expect(await given.source("Sent")).toBe(Buffer.from(left?.raw ?? "").toString())
  })

  test("a copy that a mail program made, or the server, is not made again", async () => {
    const given = await bench()
    const { mailbox } = await opened(given)
    await given.deliver(await composeMail(anAnswer()), anAnswer().date, "Sent")

    await mailbox.keepCopy(anAnswer())

    expect(await given.flags("Sent")).toHaveLength(1)
  })

  test("a server that keeps a copy of what it sends is asked for none", async () => {
    const given = await bench()
    const { mailbox } = await opened({ mailbox: () => given.mailbox({ appendSent: false }) })

    await mailbox.keepCopy(anAnswer())

    expect(await given.flags("Sent")).toEqual([])
  })

  test("a copy that cannot be made is an error, and the mail has left", async () => {
    const given = await bench()
    const mailbox = await given.mailbox({ sentFolder: "Nulle part" })
    await mailbox.send(anAnswer())

    await expect(mailbox.keepCopy(anAnswer())).rejects.toThrow("No copy in Sent")

    expect(await given.sent()).toHaveLength(1)
    await mailbox.close()
  })

  test("one copy of the bot reads, and another takes over when it goes", async () => {
    const given = await bench()
    const leases = inMemoryLeases()
    const first = await opened({ mailbox: () => given.mailbox({ leases }) })
    await eventually("a poll of the first", () => first.receiver.polls > 0)
    const second = await opened({ mailbox: () => given.mailbox({ leases }) })
    await given.deliver(aMail("un"))
    await eventually("the mail", () => first.receiver.mails[0])
    expect(second.receiver.polls).toBe(0)
    second.receiver.positions = first.receiver.positions

    await first.mailbox.close()
    await given.deliver(aMail("deux"))

    await eventually("the second mail", () => second.receiver.mails[0])
    expect(subjects(first.receiver)).toEqual(["un"])
    expect(subjects(second.receiver)).toEqual(["deux"])
  })

  test("who loses the lease stops at once, and takes it again when it can", async () => {
    const given = await bench()
    const leases = inMemoryLeases()
    const receiver = aReceiver()
    let release: (() => void) | null = null
    receiver.before = () =>
      new Promise((resolve) => {
        release = resolve
      })
    await given.deliver(aMail("un"))
    await opened({ mailbox: () => given.mailbox({ leases }) }, receiver)
    const storeNow = await eventually("the delivery", () => release)
    expect(await given.sessions()).toBe(1)

    leases.loseAll()
    await eventually("no session", async () => (await given.sessions()) === 0)
    receiver.before = () => {}
    storeNow()

    await eventually("the lease again", () => leases.taken === 2)
    await eventually("the position", () => receiver.positions.get("inbox")?.uid === 1)
    // Once by the copy that had lost the lease, and must not say so; once by the one that has it.
    expect(subjects(receiver)).toEqual(["un", "un"])
  })

  test("closing logs out", async () => {
    const given = await bench()
    const { mailbox, receiver } = await opened(given)
    await mailbox.keepCopy(anAnswer())
    await eventually("a poll", () => receiver.polls > 0)
    expect(await given.sessions()).toBe(2)

    await mailbox.close()

    await eventually("no session", async () => (await given.sessions()) === 0)
  })

  test("a wrong password is said, and never shown", async () => {
    const given = await bench()
    const password = "pas-le-bon-mot"
    const imap = { ...given.settings.imap, login: { user: given.user, password } }

    const { receiver } = await opened({ mailbox: () => given.mailbox({ imap }) })

    const failure = await eventually("a failure", () => receiver.failures[0])
    expect(failure).toMatch(/refuses to let .* in: check the user and the password/)
    expect(receiver.failures.join()).not.toContain(password)
    expect(receiver.polls).toBe(0)
  })

  test("an access token opens the mailbox too", async () => {
    const given = await bench("token-user")
    const login = { user: "token-user", oauth: tokens.oauth }
    const imap = { ...given.settings.imap, login }
    await given.deliver(aMail("par jeton"))

    const { receiver } = await opened({ mailbox: () => given.mailbox({ imap }) })

    await eventually("the mail", () => receiver.mails[0])
  })

  test("TLS from the start is used with the authority that was given", async () => {
    const given = await bench()
    const place = { host: "localhost", port: dovecot.securePort, security: "tls" } as const
    const imap = { ...given.settings.imap, ...place }
    await given.deliver(aMail("chiffré"))
    const distrustful = await opened({ mailbox: () => given.mailbox({ imap }) })
    const trusting = await opened({
      mailbox: () => given.mailbox({ imap: { ...imap, ca: dovecot.ca } }),
    })

    await eventually("the mail", () => trusting.receiver.mails[0])
    const failure = await eventually("a failure", () => distrustful.receiver.failures[0])
    expect(failure).toContain("a certificate that is not trusted")
  })

  test("IDLE brings a mail at once when polls are rare", async () => {
    const given = await bench()
    const { receiver } = await opened({ mailbox: () => given.mailbox({ pollEvery: 600_000 }) })
    await eventually("the first poll", () => receiver.polls === 1)

    await given.deliver(aMail("tout de suite"))

    await eventually("the mail", () => receiver.mails[0], 2_000)
    await eventually("its poll", () => receiver.polls > 1)
    expect(receiver.polls).toBeLessThan(4)
  })

  test("the doctor says what the mailbox offers", async () => {
    const given = await bench()

    const checks = await checkImap(given.settings.imap, { handledFolder: "Traités" })

    expect(checks.filter(({ ok }) => !ok)).toEqual([])
    expect(checks.map(({ name }) => name)).toEqual([
      "IMAP login",
      "IMAP folders",
      "IMAP IDLE",
      "Sent folder",
      "Folder of handled mails",
      "Sub-addressing",
    ])
  })

  async function bench(user = `user-${crypto.randomUUID().slice(0, 8)}`) {
    const sink = await startSmtpSink()
    const settings: ImapSettings = {
      name: "mentor",
      imap: { ...here(dovecot.port), login: { user, password: dovecot.password } },
      smtp: here(sink.port),
      leases: freeLeases,
      pollEvery: 200,
      askEvery: 20,
      firstRetry: 20,
      longestRetry: 100,
    }
    const mailboxes: Mailbox[] = []
    onTestFinished(async () => {
      for (const mailbox of mailboxes) await mailbox.close()
      await sink.close()
    })
    const aside = async <T>(
      use: (client: Awaited<ReturnType<Dovecot["client"]>>) => Promise<T>,
    ) => {
      const client = await dovecot.client(user)
      try {
        return await use(client)
      } finally {
        await client.logout()
      }
    }
    return {
      user,
      settings,
      async mailbox(changes: Partial<ImapSettings> = {}) {
        const mailbox = openImapMailbox({ ...settings, ...changes })
        mailboxes.push(mailbox)
        return mailbox
      },
      deliver: (source: Uint8Array, receivedAt = new Date(), folder = "INBOX") =>
        aside(async (client) => {
          await client.append(folder, Buffer.from(source), [], receivedAt)
        }),
      flags: (folder: string) =>
        aside(async (client) => {
          await client.mailboxOpen(folder, { readOnly: true })
          const mails = await client.fetchAll("1:*", { flags: true })
          return mails.map(({ flags }) => [...(flags ?? [])].filter((flag) => flag !== "\\Recent"))
        }).catch(() => []),
      source: (folder: string) =>
        aside(async (client) => {
          await client.mailboxOpen(folder, { readOnly: true })
          const mail = await client.fetchOne("1", { source: true })
          return mail ? mail.source?.toString() : null
        }),
      remove: (uids: string) =>
        aside(async (client) => {
          await client.mailboxOpen("INBOX")
          await client.messageDelete(uids, { uid: true })
        }),
      sessions: () => dovecot.sessions(user),
      sent: async () => sink.mails.map(({ raw, recipients }) => ({ raw, recipients })),
    }
  }
})

test.each(["starttls", "none"] as const)(
  "a password never travels in clear to another machine (%s)",
  async (security) => {
    const port = await freePort()
    const { createServer: listen } = await import("node:net")
    const said: string[] = []
    const bare = listen((socket) => {
      socket.write("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n")
      socket.on("error", () => {})
      socket.on("data", (data) => {
        said.push(data.toString())
        const [tag] = data.toString().split(" ")
        socket.write(`* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n${tag} OK done\r\n`)
      })
    })
    await new Promise<void>((resolve) => bare.listen(port, "127.0.0.1", resolve))
    onTestFinished(() => void bare.close())
    // Another writing of 127.0.0.1, which is not known for loopback.
    const login = { user: "nadia", password: "secret-de-nadia" }

    const [check] = await checkImap({ ...here(port), host: "2130706433", security, login })

    expect(check).toMatchObject({ ok: false, detail: expect.stringContaining("no STARTTLS") })
    expect(check?.cure).toContain("imaps://")
    expect(said.join()).not.toMatch(/LOGIN|AUTHENTICATE/i)
  },
)

function here(port: number): MailServer {
  return { host: "127.0.0.1", port, security: "none", login: null }
}

const freeLeases: Leases = {
  take: async () => ({ lost: new AbortController().signal, release: async () => {} }),
}

/** One holder at a time, first come, first served. */
function inMemoryLeases() {
  let turn = Promise.resolve()
  let held: AbortController | null = null
  const leases = {
    taken: 0,
    loseAll: () => held?.abort(),
    async take(_name: string, signal: AbortSignal): Promise<Lease> {
      const before = turn
      let release = () => {}
      turn = new Promise<void>((resolve) => {
        release = resolve
      })
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason))
      })
      await Promise.race([before, aborted]).catch((error) => {
        void before.then(release)
        throw error
      })
      const lost = new AbortController()
      held = lost
      leases.taken += 1
      return { lost: lost.signal, release: async () => release() }
    },
  }
  return leases
}
