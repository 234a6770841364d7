// Promise 1: nothing is lost. received = tickets + follow-ups + duplicates + routed + parked.
import fc from "fast-check"
import { expect, test } from "vitest"
import { aBounce, aMail, lines, type MailSource } from "../setup/builders.ts"
import { aWorld, MAILBOX, type World } from "../setup/world.ts"

function sumOf({ received: _, ...states }: Awaited<ReturnType<World["balance"]>>): number {
  return Object.values(states).reduce((sum, count) => sum + count, 0)
}

test("after a mixed morning, every mail is in one place of the balance", async () => {
  const world = await aWorld()
  const request = aMail()

  await world.receives(request)
  await world.receives(request) // the same, copied at another place of the mailbox
  await world.answers(1, "Voici un nouveau lien.")
  await world.receives(aMail({ inReplyTo: world.server.last.messageId, text: "Toujours rien." }))
  await world.receives(aBounce(world.server.last))
  await world.receives(aMail({ headers: { "Auto-Submitted": "auto-replied" } }))
  await world.receives(aMail({ subject: "Autre chose" }))

  expect(await world.balance()).toEqual({
    ...{ received: 6, ticket: 2, followup: 2, duplicate: 1, routed: 0, parked: 1 },
  })
})

type Step =
  | {
      kind: "request" | "machine" | "unreadable" | "from ourselves" | "from a member" | "renumbered"
    }
  | { kind: "reply" | "again" | "same place" | "copy"; which: number }

const step = fc.oneof(
  ...(
    ["request", "machine", "unreadable", "from ourselves", "from a member", "renumbered"] as const
  ).map((kind) => fc.constant<Step>({ kind })),
  ...(["reply", "again", "same place", "copy"] as const).map((kind) =>
    fc.record({ kind: fc.constant(kind), which: fc.nat(30) }),
  ),
)

test("whatever comes, in whatever order, the sum is right and counts what is in the mailbox", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const world = await aWorld()
      const mailbox: { mail: MailSource; uid: number }[] = []
      let uidValidity = 1
      let uid = 0
      const arrives = async (mail: MailSource, at?: { uid: number }) => {
        if (!at) {
          uid += 1
          mailbox.push({ mail, uid })
        }
        const size = mail.subject === "énorme" ? { size: 60_000_000 } : {}
        const place = { uid: at?.uid ?? uid, uidValidity: String(uidValidity), ...size }
        await world.app.mail.arrived(world.onServer(mail, place))
      }

      for (const next of steps) {
        const known = "which" in next ? mailbox[next.which % Math.max(1, mailbox.length)] : null
        if (next.kind === "request") await arrives(aMail())
        if (next.kind === "machine") await arrives(aMail({ headers: { Precedence: "bulk" } }))
        if (next.kind === "unreadable") await arrives(aMail({ subject: "énorme" }))
        if (next.kind === "from ourselves") await arrives(aMail({ from: MAILBOX }))
        if (next.kind === "from a member") await arrives(aMail({ from: "nadia@equipe.example" }))
        if (next.kind === "reply" && known?.mail.messageId)
          await arrives(aMail({ inReplyTo: known.mail.messageId }))
        if (next.kind === "again" && known) await arrives(known.mail, known)
        if (next.kind === "copy" && known) await arrives(known.mail)
        if (next.kind === "renumbered") {
          uidValidity += 1
          for (const { mail, uid: number } of mailbox) await arrives(mail, { uid: number })
        }
      }

      const balance = await world.balance()
      expect(sumOf(balance)).toBe(balance.received)
      expect(balance.received).toBe(mailbox.length)
      expect(await world.prisma.ticket.count()).toBe(balance.ticket)
      expect(await world.prisma.message.count({ where: { kind: "incoming" } })).toBe(
        balance.ticket + balance.followup,
      )
    }),
    { numRuns: 25 },
  )
})

test("the team sees why each mail is parked", async () => {
  const world = await aWorld()

  await world.receives(aMail({ headers: { "List-Id": "<lettre.example>", Precedence: "list" } }))
  await world.receives(aMail({ from: MAILBOX }))
  await world.receives(aMail(), { size: 60_000_000 })

  expect(await world.parked()).toMatchObject([
    { reason: "automatic: list or bulk" },
    { reason: "from ourselves" },
    { reason: "unreadable: too large" },
  ])
})

test("a mail that our own code cannot place is kept, tried again, and becomes its request", async () => {
  const world = await aWorld()
  const { transaction } = world.store
  let faults = 1
  world.needs.store.transaction = (work) =>
    transaction((tx) =>
      work({
        ...tx,
        openTicket(ticket) {
          faults -= 1
          if (faults >= 0) throw new TypeError("a fault of ours")
          return tx.openTicket(ticket)
        },
      }),
    )

  await world.receives(aMail())
  world.needs.store.transaction = transaction

  expect(await world.parked()).toMatchObject([{ reason: "failed" }])
  await world.passes(61)
  expect(await world.parked()).toEqual([])
  expect(await world.ticket(1)).toMatchObject({ status: "new" })
})

test("a mail whose server date is far away is tried again in a minute all the same", async () => {
  const world = await aWorld()
  const { transaction } = world.store
  world.needs.store.transaction = (work) =>
    transaction((tx) => work({ ...tx, openTicket: () => Promise.reject(new TypeError("ours")) }))

  await world.receives(aMail(), { receivedAt: new Date("2099-01-01T00:00:00Z") })
  world.needs.store.transaction = transaction
  await world.passes(61)

  expect(await world.parked()).toEqual([])
})

test("a copy of a known mail that could not be placed is a duplicate once it is tried again", async () => {
  const world = await aWorld()
  const request = aMail()
  await world.receives(request)
  const { transaction } = world.store
  world.needs.store.transaction = (work) =>
    transaction((tx) => work({ ...tx, endMail: () => Promise.reject(new TypeError("ours")) }))

  await world.receives(request)
  world.needs.store.transaction = transaction
  await world.passes(61)

  expect(await world.balance()).toMatchObject({ received: 2, ticket: 1, duplicate: 1, parked: 0 })
})

test("a mail that cannot even be written as it was read is kept, with what is left of it", async () => {
  const world = await aWorld()
  const { read } = world.needs.reader
  const broken = new Date(Number.NaN)
  world.needs.reader.read = async (bytes) => {
    const whole = await read(bytes)
    return "unreadable" in whole ? whole : { ...whole, mail: { ...whole.mail, date: broken } }
  }

  await world.receives(aMail())
  world.needs.reader.read = read

  expect(await world.balance()).toMatchObject({ received: 1, parked: 1 })
  await world.passes(61)
  expect(await world.balance()).toMatchObject({ received: 1, ticket: 1 })
})

test("the database is gone for a minute: the mail is refused, then taken, and nothing is half written", async () => {
  const world = await aWorld()
  const mail = world.onServer(aMail())
  const allow = (allowed: boolean) => world.database.allowConnections(allowed)

  await allow(false)
  await expect(world.app.mail.arrived(mail)).rejects.toThrow()
  await allow(true)

  expect(await world.balance()).toMatchObject({ received: 0 })
  await world.app.mail.arrived(mail)
  await world.settles()
  expect(await world.balance()).toMatchObject({ received: 1, ticket: 1 })
  expect(world.card(1).title).toBe("Mentor #1 — Lien d’activation expiré")
})

test.for([
  ["no From", "Subject: Perdu\r\n\r\nJe n’ai plus accès."],
  ["no Date, no Message-ID", "From: luc@vallonie.gouv.example\r\nSubject: Perdu\r\n\r\nBonjour"],
  ["a date in 1970", "From: luc@a.example\r\nDate: Thu, 1 Jan 1970 00:00:00 +0000\r\n\r\nBonjour"],
  ["a date in 2099", "From: luc@a.example\r\nDate: Thu, 1 Jan 2099 00:00:00 +0000\r\n\r\nBonjour"],
  [
    "a date in 99999",
    "From: luc@a.example\r\nDate: Thu, 1 Jan 99999 00:00:00 +0000\r\n\r\nBonjour",
  ],
  ["NUL bytes", "From: l\0uc@a.example\r\nSubject: a\0b\r\nMessage-ID: <a\0b@c>\r\n\r\nBon\0jour"],
  [
    "NUL bytes that were encoded",
    "From: =?utf-8?Q?L=00uc?= <luc@a.example>\r\nSubject: =?utf-8?Q?a=00b?=\r\n\r\nBonjour",
  ],
  [
    "a NUL in what was passed on",
    "From: luc@a.example\r\nSubject: =?utf-8?Q?TR:_a=00b?=\r\n\r\n-----Message d'origine-----\r\nDe : Zo\0é <zoe@b.example>\r\nObjet : x\0y\r\n\r\nBon\0jour",
  ],
  ["nothing at all", ""],
  ["nothing but a body", "\r\n\r\nBonjour, je ne peux plus me connecter"],
  [
    "Latin-1 said to be UTF-8",
    "From: luc@a.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\xe9t\xe9",
  ],
] as const)("a mail with %s is a request, whole, or is parked: never refused", async ([, text]) => {
  const world = await aWorld()

  await world.receives(Buffer.from(text, "latin1"))

  const balance = await world.balance()
  expect(balance.received).toBe(1)
  expect(balance.ticket + balance.parked).toBe(1)
  expect(await world.parked()).not.toMatchObject([{ reason: "failed" }])
  expect(world.troubles).toEqual([])
})

test("the raw mail is kept byte for byte", async () => {
  const world = await aWorld()
  const bytes = lines(["From: luc@a.example", "Subject: =?utf-8?B?4pyT?=", "", "caf\xe9 \0 fin"])

  await world.receives(bytes)

  expect((await world.store.rawMail(1))?.source).toEqual(bytes)
})
