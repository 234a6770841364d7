// Whatever arrives ends in a clear state, and loses nothing: here what is quickly told, in test/long what is large.
import fc from "fast-check"
import { expect, test } from "vitest"
import { messageIdFor, subaddress } from "../src/mail/thread.ts"
import { aMail, lines } from "./setup/builders.ts"
import { hostileMail, hostileReading, noise } from "./setup/hostile-mails.ts"
import { aWorld, MAILBOX, type World } from "./setup/world.ts"

const SECRET = "a secret of the tests"
const CLAIRE = "claire.durand@vallonie.gouv.example"
const HEAD = `From: Claire Durand <${CLAIRE}>`
/** What the database cannot write in its indexes: 2.7 kB, once compressed. */
const TOO_LONG_FOR_AN_INDEX = noise(5_000)

test("bytes that are no mail are stored, and are a request: somebody may have meant something", async () => {
  const world = await aWorld()

  await world.receives(Buffer.from([0xff, 0xfe, 0x00, 0x01, 0x80, 0x0a, 0x3d, 0x3f, 0x00]))

  expect(await states(world)).toEqual(["ticket"])
  expect(world.troubles).toEqual([])
})

test("an empty mail is stored too", async () => {
  const world = await aWorld()

  await world.receives(new Uint8Array())

  expect(await states(world)).toEqual(["ticket"])
  expect(world.troubles).toEqual([])
})

test("NUL in the header, the body and the name of a file changes nothing: it is a ticket, and the file is listed", async () => {
  const world = await aWorld()

  await world.receives(
    lines([
      `From: "Cla\0ire" <${CLAIRE}>`,
      "To: assistance@mentor.example, x\0y@vallonie.gouv.example",
      "Subject: Acc=?utf-8?Q?=00?=\0s perdu",
      "Message-ID: <nu\0l@agents.example>",
      "Reply-To: =?utf-8?Q?a=00b?= <autre\0@vallonie.gouv.example>",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      ...["", "--b", "Content-Type: text/html; charset=utf-8", ""],
      "<p>Bonjour\0, mon lien&#0; est perdu</p>",
      ...["--b", 'Content-Type: text/plain; name="a\0b.txt"', "Content-ID: <i\0d>"],
      ...["Content-Disposition: attachment; filename*=utf-8''a%00b.txt", "", "x\0y", "--b--"],
    ]),
  )

  expect(await states(world)).toEqual(["ticket"])
  const [mail] = await mails(world)
  expect(mail).toMatchObject({ fromAddress: CLAIRE, written: expect.stringContaining("mon lien") })
  expect(mail?.attachments).toHaveLength(1)
  expect(world.troubles).toEqual([])
})

test("halves of characters are written as such, everywhere", async () => {
  const world = await aWorld()
  const half = "=?utf-16be?B?2D0=?="

  await world.receives(
    lines([
      `From: ${half} <${CLAIRE}>`,
      `Subject: Bonjour ${half} x`,
      "Message-ID: <half@agents.example>",
      'Content-Type: multipart/mixed; boundary="b"',
      ...["", "--b", "Content-Type: text/html; charset=utf-8", "", "<p>Voici &#xD83D; et &#xDE00;"],
      "---------- Forwarded message ---------",
      ...["--b", `Content-Type: text/plain; name="${half}.txt"`, "", "x", "--b--"],
    ]),
  )

  expect(await states(world)).toEqual(["ticket"])
  expect(world.troubles).toEqual([])
})

test("a forwarded mail whose sender has half a character in their name is kept with it", async () => {
  const world = await aWorld()
  const bytes = Buffer.from(
    ["Bonjour", "", "---------- Forwarded message ---------", "From: L\0é <lea@x.example>"]
      .concat(["Date: mar. 24 nov. 2026", "Subject: lien\0 perdu", "", "Mon lien\0 est perdu", ""])
      .join("\r\n"),
    "utf8",
  )

  await world.receives(
    Buffer.concat([
      lines([HEAD, "Subject: TR: lien perdu", "Content-Type: text/plain; charset=utf-8", "", ""]),
      bytes,
    ]),
  )

  expect(await states(world)).toEqual(["ticket"])
  expect(world.troubles).toEqual([])
})

test("a note with NUL and half a character, typed or pasted by a member, is kept", async () => {
  const world = await aWorld()
  await world.receives(aMail())

  await world.fills("ticket.note", 1, { text: "Vu\0 avec elle \ud83d ce matin", key: "a key" })

  const note = await world.prisma.message.findFirst({ where: { kind: "note" } })
  expect(note?.text).toMatch(/^Vu.* avec elle . ce matin$/)
  expect(world.troubles).toEqual([])
})

test.each([
  ["a charset that does not exist", "x-inconnu", Buffer.from("Accès perdu, été", "latin1")],
  ["UTF-8 that is latin-1", "utf-8", Buffer.from("Accès perdu, été", "latin1")],
  ["ASCII that is UTF-8", "us-ascii", Buffer.from("Accès perdu, été", "utf8")],
])("%s is read all the same", async (_, charset, bytes) => {
  const world = await aWorld()

  await world.receives(
    Buffer.concat([lines([HEAD, `Content-Type: text/plain; charset=${charset}`, "", ""]), bytes]),
  )

  const [mail] = await mails(world)
  expect(mail).toMatchObject({ state: "ticket", written: "Accès perdu, été" })
})

test("without From, Date, Subject or Message-ID, it is a request still", async () => {
  const world = await aWorld()

  await world.receives(lines(["To: assistance@mentor.example", "", "Je ne peux plus entrer"]))

  expect(await world.ticket(1)).toMatchObject({ requesterAddress: "", status: "new" })
  expect(world.card(1).sections.at(-1)?.text).toBe("Je ne peux plus entrer")
  expect(world.server.sent).toEqual([])
  expect(world.troubles).toEqual([])
})

test.each([
  ["1970", "Thu, 01 Jan 1970 00:00:00 +0000"],
  ["2099", "Thu, 31 Dec 2099 23:59:59 +0100"],
  ["no calendar", "Mon, 99 Foo 12345 99:99:99 +9999"],
])("a sender’s clock in %s decides nothing: the ticket is of the day it came", async (_, date) => {
  const world = await aWorld()

  await world.receives(aMail({ date }))

  expect(await world.ticket(1)).toMatchObject({
    openedAt: world.now(),
    waitingSince: world.now(),
  })
  expect(world.acknowledgements()).toHaveLength(1)
  expect(world.troubles).toEqual([])
})

test("headers hidden in a subject, a name or a Message-ID add no recipient to the answer, nor a line", async () => {
  const world = await aWorld()
  const hidden = Buffer.from("x\r\nBcc: pirate@ailleurs.example").toString("base64")

  await world.receives(
    lines([
      `From: =?utf-8?B?${hidden}?= <${CLAIRE}>`,
      `Subject: =?utf-8?B?${hidden}?=`,
      `Message-ID: <=?utf-8?B?${hidden}?=@agents.example>`,
      ...["", "Bonjour"],
    ]),
  )
  await world.answers(1, "Voici.")

  expect(world.server.last).toMatchObject({ to: [{ address: CLAIRE }], cc: [] })
  for (const { to, cc, subject, inReplyTo, references } of world.server.sent) {
    expect(to.concat(cc).map(({ address }) => address)).toEqual([CLAIRE])
    expect([subject, inReplyTo, ...references, ...to.map(({ name }) => name)].join("")).not.toMatch(
      /[\r\n]/,
    )
  }
})

test("a true answer to a ticket that was deleted opens another one", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.answers(1, "Voici.")
  const { messageId } = world.server.last
  await deleteTickets(world)

  await world.receives(aMail({ inReplyTo: messageId, text: "Cela ne marche pas." }))

  expect(await states(world)).toEqual(["ticket"])
  expect(await world.ticket(2)).toMatchObject({ status: "new", requesterAddress: CLAIRE })
  expect(world.troubles).toEqual([])
})

test("a true token and a true sub-address of what never was open a ticket", async () => {
  const world = await aWorld()

  await world.receives(
    aMail({
      inReplyTo: messageIdFor(SECRET, 4_242, "mentor.example"),
      to: subaddress(SECRET, { kind: "ticket", id: 4_242 }, MAILBOX),
      subject: "RE: [Mentor #999999999]",
    }),
  )

  expect(await states(world)).toEqual(["ticket"])
  expect(world.troubles).toEqual([])
})

test("a token that somebody made up joins no ticket", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const [at] = world.acknowledgements()
  const forged = at?.messageId.replace(/\.[0-9a-f]{16}@/, ".0123456789abcdef@") ?? ""

  await world.receives(
    aMail({
      from: "pirate@ailleurs.example",
      inReplyTo: forged,
      to: MAILBOX.replace("@", "+t1.0123456789abcdef@"),
      subject: "RE: Lien d’activation expiré [Mentor #1]",
    }),
  )

  expect(forged).toMatch(/^tm\.\d+\.0123456789abcdef@/)
  expect(await states(world)).toEqual(["ticket", "ticket"])
  expect(await world.ticket(2)).toMatchObject({ requesterAddress: "pirate@ailleurs.example" })
})

test("a Reply-To elsewhere gets nothing: who wrote is answered", async () => {
  const world = await aWorld()

  await world.receives(aMail({ headers: { "Reply-To": "pirate@ailleurs.example" } }))
  await world.answers(1, "Voici.")

  expect(JSON.stringify(world.server.sent)).not.toContain("ailleurs")
  expect(await mails(world)).toMatchObject([{ replyTo: "pirate@ailleurs.example" }])
})

test("of HTML with scripts, the words are read", async () => {
  const world = await aWorld()

  await world.receives(
    aMail({
      headers: { "Content-Type": "text/html; charset=utf-8" },
      text: `Bonjour <script>alert(1)</script><img src=x onerror="alert(2)"><a href="javascript:alert(3)">mon lien</a> est perdu<style>p{}</style>`,
    }),
  )

  const shown = JSON.stringify(world.card(1))
  expect(shown).toContain("est perdu")
  expect(shown).not.toMatch(/alert|script|onerror/)
})

test("260 kB of tables are read", async () => {
  const world = await aWorld()

  await world.receives(
    aMail({ text: "", html: `<p>Mon lien est perdu</p>${"<table><tr><td>".repeat(17_500)}` }),
  )

  expect(await states(world)).toEqual(["ticket"])
  expect(world.troubles).toEqual([])
})

test("a mail from ourselves is set aside, and answered by nobody", async () => {
  const world = await aWorld()

  await world.receives(aMail({ from: `Assistance <${MAILBOX.toUpperCase()}>` }))

  expect(await world.parked()).toMatchObject([{ reason: "from ourselves" }])
  expect(world.server.sent).toEqual([])
})

test("the same mail in two mailboxes is one request", async () => {
  const autre = { name: "autre", label: "Autre", address: "autre@mentor.example" }
  const mentor = { name: "mentor", label: "Mentor", address: MAILBOX }
  const world = await aWorld({
    mailboxes: [mentor, autre].map((mailbox) => ({ ...mailbox, hasSubaddresses: false })),
  })
  const mail = aMail({ to: `${MAILBOX}, autre@mentor.example` })

  await world.receives(mail)
  await world.receives(mail, { mailbox: "autre" })

  expect(await states(world)).toEqual(["duplicate", "ticket"])
  expect(world.acknowledgements()).toHaveLength(1)
})

test("a Message-ID of 5 kB is kept, and its mail is known again by it", async () => {
  const world = await aWorld()
  const messageId = `${TOO_LONG_FOR_AN_INDEX}@agents.example`

  await world.receives(aMail({ messageId }))
  await world.receives(aMail({ references: `<${messageId}>`, subject: "RE: suite" }))

  expect(await states(world)).toEqual(["followup", "ticket"])
  expect(world.troubles).toEqual([])
})

test.each([
  ["a local part", `${TOO_LONG_FOR_AN_INDEX}@vallonie.gouv.example`],
  ["a domain", `claire@${TOO_LONG_FOR_AN_INDEX}.example`],
])(
  "of an address of 5 kB (%s) nothing is kept: a piece of it would be somebody else’s",
  async (_, address) => {
    const world = await aWorld()

    await world.receives(aMail({ from: `Claire <${address}>`, to: address, cc: address }))

    expect(await mails(world)).toMatchObject([{ state: "ticket", fromAddress: "", to: [], cc: [] }])
    expect(world.troubles).toEqual([])
  },
)

test("a subject of 100 kB is kept, its card is short, and its answer leaves", async () => {
  const world = await aWorld()

  await world.receives(aMail({ subject: noise(99_000) }))
  await world.answers(1, "Voici.")

  expect(await states(world)).toEqual(["ticket"])
  expect(world.answersSent()).toHaveLength(1)
  expect(world.troubles).toEqual([])
})

test("a mail that says it is larger than any number of the database is set aside", async () => {
  const world = await aWorld()

  await world.receives(aMail(), { size: 5_000_000_000, uid: 4_294_967_295 })

  expect(await world.parked()).toMatchObject([{ reason: "unreadable: too large" }])
  expect(world.troubles).toEqual([])
})

test("any bytes end in one state of the balance, and are stored as they came", async () => {
  const world = await aWorld()
  let received = 0

  await fc.assert(
    fc.asyncProperty(hostileMail(), async (bytes) => {
      await world.receives(bytes)

      received += 1
      await expectOneEnd(world, received, bytes)
    }),
    { numRuns: 30 },
  )
})

test("whatever a mail was read as, it ends in one state of the balance", async () => {
  const world = await aWorld()
  let received = 0

  await fc.assert(
    fc.asyncProperty(hostileReading(), async (read) => {
      const bytes = Buffer.from(`mail ${received}`)
      world.needs.reader = { read: async () => read, close: async () => {} }
      await world.receives(bytes)

      received += 1
      await expectOneEnd(world, received, bytes)
    }),
    { numRuns: 30 },
  )
})

async function expectOneEnd(world: World, received: number, bytes: Uint8Array): Promise<void> {
  const { received: counted, ...ends } = await world.balance()
  expect(counted).toBe(received)
  expect(Object.values(ends).reduce((sum, count) => sum + count)).toBe(received)
  const last = await world.prisma.mail.findFirstOrThrow({ orderBy: { id: "desc" } })
  expect(last.reason).not.toBe("failed")
  const raw = await world.store.rawMail(last.id)
  expect(Buffer.compare(raw?.source ?? Buffer.of(), bytes)).toBe(0)
  expect(world.troubles).toEqual([])
}

async function deleteTickets({ prisma }: World): Promise<void> {
  await prisma.message.deleteMany()
  await prisma.draft.deleteMany()
  await prisma.$executeRaw`TRUNCATE "JournalEntry"` // a line alone cannot be removed
  await prisma.posting.deleteMany()
  await prisma.mail.deleteMany()
  await prisma.ticket.deleteMany()
}

function mails({ prisma }: World) {
  return prisma.mail.findMany({ include: { attachments: true }, orderBy: { id: "asc" } })
}

async function states(world: World): Promise<string[]> {
  return (await mails(world)).map(({ state }) => state).sort()
}
