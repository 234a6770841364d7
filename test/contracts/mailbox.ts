import PostalMime from "postal-mime"
import { expect, onTestFinished, test } from "vitest"
import { MAX_MAIL_SIZE } from "../../adapters/mail/delivery.ts"
import type { OutgoingMail } from "../../src/mail/outgoing.ts"
import type { Mailbox } from "../../src/ports.ts"
import { eventually } from "../setup/eventually.ts"
import { aReceiver, subjectOf, subjects } from "./mailbox-receiver.ts"

export type MailboxBench = {
  /** A bot that starts: another one on the same mailbox each time. It retries and polls fast. */
  mailbox(): Promise<Mailbox>
  /** Somebody writes to the mailbox. */
  deliver(source: Uint8Array): Promise<void>
  /** What left the mailbox: each with the addresses it went to, when there was an envelope. */
  sent(): Promise<{ raw: Uint8Array; recipients: string[] }[]>
}

/** What every `Mailbox` promises. `bench` gives an empty mailbox, closed by the test's end. */
export function mailboxContract(name: string, bench: () => Promise<MailboxBench>): void {
  const contract = test.extend<{ given: MailboxBench }>({
    // biome-ignore lint/correctness/noEmptyPattern: vitest wants a pattern here
    given: async ({}, use) => use(await bench()),
  })
  const story = (title: string, body: (given: MailboxBench) => Promise<void>) =>
    contract(`${name}: ${title}`, ({ given }) => body(given))

  story("a mail is delivered whole, as it was sent", async (given) => {
    const source = Buffer.concat([
      aMail("Octets"),
      Buffer.from([0xe9, 0xff, 0x80, 0x0d, 0x0a]),
      Buffer.from("..point\r\n.\u00e9\r\n\r\n   fin  \r\n", "latin1"),
    ])
    const { receiver } = await opened(given)

    await given.deliver(source)

    const mail = await eventually("the mail", () => receiver.mails[0])
    const tail = mail.source.subarray(mail.source.length - source.length)
    expect(Buffer.from(tail).equals(source)).toBe(true)
    expect(mail.size).toBe(mail.source.length)
    expect(mail).toMatchObject({ mailbox: "mentor", folder: "inbox" })
    expect(mail.uidValidity).toMatch(/^[1-9]\d*$/)
    expect(Math.abs(mail.receivedAt.getTime() - Date.now())).toBeLessThan(60_000)
  })

  story("a stored mail never comes again to a bot that starts anew", async (given) => {
    await given.deliver(aMail("un"))
    const first = await opened(given)
    await eventually("the position", () => first.receiver.positions.get("inbox"))
    await first.mailbox.close()

    await given.deliver(aMail("deux"))
    first.mailbox = await given.mailbox()
    first.mailbox.open(first.receiver)
    closedAtTheEnd(first.mailbox)

    await eventually("the second", () => first.receiver.mails.length > 1)
    expect(subjects(first.receiver)).toEqual(["un", "deux"])
  })

  story("a mail comes again when the bot dies before it says so", async (given) => {
    await given.deliver(aMail("un"))
    const dying = await opened(given, aReceiver({ isDeaf: true }))
    const lost = await eventually("the mail", () => dying.receiver.mails[0])
    await dying.mailbox.close()

    const { receiver } = await opened(given)

    const again = await eventually("the mail again", () => receiver.mails[0])
    expect(again.uid).toBe(lost.uid)
    expect(again.uidValidity).toBe(lost.uidValidity)
  })

  story("a receiver that cannot store loses nothing", async (given) => {
    const receiver = aReceiver()
    let refusals = 0
    receiver.before = () => {
      if (refusals++ < 4) throw new Error("the database is away")
    }
    for (const subject of ["un", "deux", "trois"]) await given.deliver(aMail(subject))

    await opened(given, receiver)

    await eventually("the three mails", () => receiver.mails.length >= 3)
    expect(subjects(receiver).sort()).toEqual(["deux", "trois", "un"])
    expect(receiver.failures[0]).toContain("the database is away")
  })

  story(
    "a mail that cannot be stored keeps the position before it, and nobody else",
    async (given) => {
      const receiver = aReceiver()
      let isRefused = true
      let attempts = 0
      receiver.before = (mail) => {
        if (subjectOf(mail) !== "deux" || !isRefused) return
        attempts += 1
        throw new Error("not this one")
      }
      for (const subject of ["un", "deux", "trois"]) await given.deliver(aMail(subject))
      await opened(given, receiver)
      await eventually("three attempts", () => attempts >= 3 && receiver.mails.length >= 2)
      const [first] = receiver.mails
      expect(receiver.positions.get("inbox")?.uid).toBe(first?.uid)

      isRefused = false

      await eventually("the second mail", () => receiver.mails.length >= 3)
      expect(subjects(receiver)).toEqual(["un", "trois", "deux"])
      const last = Math.max(...receiver.mails.map((mail) => mail.uid))
      await eventually("the position", () => receiver.positions.get("inbox")?.uid === last)
    },
  )

  story("a position that cannot be kept is no loss: the mails come again", async (given) => {
    const receiver = aReceiver()
    const advance = receiver.advance
    let attempts = 0
    receiver.advance = async (folder, position) => {
      if (folder === "inbox" && ++attempts < 3) throw new Error("the database is away")
      await advance(folder, position)
    }
    await given.deliver(aMail("un"))
    await given.deliver(aMail("deux"))

    await opened(given, receiver)

    await eventually("the position", () => {
      const last = Math.max(...receiver.mails.map(({ uid }) => uid))
      return receiver.positions.get("inbox")?.uid === last && new Set(subjects(receiver)).size === 2
    })
  })

  story("mails are stored several at once, and the position keeps their order", async (given) => {
    const receiver = aReceiver()
    const held: (() => void)[] = []
    let running = 0
    let most = 0
    receiver.before = async () => {
      most = Math.max(most, ++running)
      await new Promise<void>((resolve) => held.push(resolve))
      running -= 1
    }
    for (let n = 0; n < 12; n++) await given.deliver(aMail(`n° ${n}`))
    await opened(given, receiver)
    await eventually("eight at once", () => held.length >= 8)
    expect(receiver.advances).toEqual([])

    await eventually("all of them", () => {
      held.pop()?.()
      return receiver.mails.length >= 12
    })

    expect(most).toBe(8)
    const last = Math.max(...receiver.mails.map((mail) => mail.uid))
    await eventually("the position", () => receiver.positions.get("inbox")?.uid === last)
    const uids = receiver.advances.map((position) => position.uid)
    expect(uids).toEqual([...uids].sort((a, b) => a - b))
  })

  story("a mail too large is cut, and its true size is said", async (given) => {
    const line = `${"Mentor ".repeat(10)}\r\n`
    const body = Buffer.from(line.repeat(Math.ceil((26 * 1024 * 1024) / line.length)))
    const { receiver } = await opened(given)

    await given.deliver(Buffer.concat([aMail("énorme"), body]))

    const mail = await eventually("the mail", () => receiver.mails[0], 15_000)
    expect(mail.source.length).toBe(MAX_MAIL_SIZE)
    expect(mail.size).toBeGreaterThanOrEqual(body.length)
  })

  story("an answer leaves with everything that was decided", async (given) => {
    const { mailbox } = await opened(given)
    const answer = anAnswer()

    await mailbox.send(answer)

    const [sent] = await given.sent()
    const mail = await PostalMime.parse(sent?.raw ?? "")
    expect(mail).toMatchObject({
      messageId: "<ticket-12.x7@assistance.example>",
      inReplyTo: "<question@agents.example>",
      references: "<first@agents.example> <question@agents.example>",
      subject: "Re: Accès à la plateforme, « été » 2026 [Mentor #12]",
      from: { name: "Nadia, assistance Mentor", address: "assistance@ministere.example" },
      to: [{ name: "Élodie MARCHAL", address: "elodie@vallonie.example" }],
      cc: [{ name: "", address: "chef@vallonie.example" }],
      replyTo: [{ name: "", address: "assistance+12@ministere.example" }],
      date: "2026-11-24T09:00:00.000Z",
    })
    expect(mail.text?.trim()).toBe("Bonjour,\n\nVotre accès est rétabli.")
    expect(mail.html).toContain("<p>Votre accès est rétabli.</p>")
    expect(mail.attachments).toMatchObject([{ filename: "guide d’accès.txt" }])
    expect(headers(mail, "auto-submitted")).toEqual([])
  })

  story("a mail sent again is the same, to the byte", async (given) => {
    const { mailbox } = await opened(given)

    await mailbox.send(anAnswer())
    await mailbox.send(anAnswer())

    const [first, ...others] = await given.sent()
    expect(first).toBeDefined()
    for (const { raw } of others)
      expect(Buffer.from(raw).toString()).toBe(Buffer.from(first?.raw ?? "").toString())
  })

  story("a copy in Sent may be asked for again, and sends nothing", async (given) => {
    const { mailbox } = await opened(given)
    await mailbox.send(anAnswer())

    await mailbox.keepCopy(anAnswer())
    await mailbox.keepCopy(anAnswer())

    expect(await given.sent()).toHaveLength(1)
  })

  story("an automatic mail says that it is one", async (given) => {
    const { mailbox } = await opened(given)

    await mailbox.send({ ...anAnswer(), isAutomatic: true })

    const [sent] = await given.sent()
    const mail = await PostalMime.parse(sent?.raw ?? "")
    expect(headers(mail, "auto-submitted")).toEqual(["auto-replied"])
    expect(headers(mail, "x-auto-response-suppress")).toEqual(["All"])
  })

  story("no text of a mail adds a recipient or a header", async (given) => {
    const { mailbox } = await opened(given)
    const injected = "x\r\nBcc: pirate@ailleurs.example\r\nX-Pirate: oui"
    const answer = anAnswer()

    await mailbox.send({
      ...answer,
      subject: injected,
      to: [{ name: injected, address: "elodie@vallonie.example" }],
      inReplyTo: injected,
      references: [injected],
      attachments: [
        { name: injected, type: `text/plain\r\nX-Pirate: oui`, content: Buffer.of(65) },
      ],
    })

    const [sent] = await given.sent()
    const mail = await PostalMime.parse(sent?.raw ?? "")
    expect(mail.bcc ?? []).toEqual([])
    expect(mail.headers.map(({ key }) => key)).not.toContain("x-pirate")
    expect(Buffer.from(sent?.raw ?? "").toString()).not.toMatch(/^(bcc|x-pirate):/im)
    expect(sent?.recipients.join()).not.toContain("pirate")
  })

  story("once it reads no more, it still sends, for what was begun", async (given) => {
    const { mailbox, receiver } = await opened(given)

    await mailbox.stopReading()
    await given.deliver(aMail("trop tard"))
    await mailbox.send(anAnswer())

    expect(await given.sent()).toHaveLength(1)
    expect(subjects(receiver)).toEqual([])
  })

  story("closing waits for what is being stored, and reads nothing more", async (given) => {
    const receiver = aReceiver()
    let store: (() => void) | null = null
    receiver.before = () =>
      new Promise((resolve) => {
        store = resolve
      })
    await given.deliver(aMail("un"))
    const { mailbox } = await opened(given, receiver)
    const finish = await eventually("the delivery", () => store)
    let isClosed = false

    const closing = mailbox.close().then(() => {
      isClosed = true
    })
    expect(isClosed).toBe(false)
    finish()
    await closing

    expect(subjects(receiver)).toEqual(["un"])
    expect(receiver.positions.get("inbox")?.uid).toBe(receiver.mails[0]?.uid)
    await given.deliver(aMail("deux"))
    const other = await opened(given)
    await eventually("the second, elsewhere", () => subjects(other.receiver).includes("deux"))
    expect(subjects(receiver)).toEqual(["un"])
  })
}

/** A bot that reads, closed when the test ends. */
export async function opened(given: Pick<MailboxBench, "mailbox">, receiver = aReceiver()) {
  const mailbox = await given.mailbox()
  mailbox.open(receiver)
  closedAtTheEnd(mailbox)
  return { mailbox, receiver }
}

export function closedAtTheEnd(mailbox: Mailbox): void {
  onTestFinished(() => mailbox.close())
}

export function aMail(subject: string, headers: string[] = []): Buffer {
  const head = [
    "From: Agent <agent@vallonie.example>",
    "To: assistance@ministere.example",
    `Subject: ${subject}`,
    `Message-ID: <${crypto.randomUUID()}@vallonie.example>`,
    "Date: Tue, 24 Nov 2026 10:00:00 +0100",
    ...headers,
  ]
  return Buffer.from(`${head.join("\r\n")}\r\n\r\nBonjour\r\n`)
}

export function anAnswer(): OutgoingMail {
  return {
    messageId: "ticket-12.x7@assistance.example",
    date: new Date("2026-11-24T09:00:00Z"),
    from: { name: "Nadia, assistance Mentor", address: "assistance@ministere.example" },
    replyTo: { name: "", address: "assistance+12@ministere.example" },
    to: [{ name: "Élodie MARCHAL", address: "elodie@vallonie.example" }],
    cc: [{ name: "", address: "chef@vallonie.example" }],
    subject: "Re: Accès à la plateforme, « été » 2026 [Mentor #12]",
    text: "Bonjour,\n\nVotre accès est rétabli.",
    html: "<p>Bonjour,</p><p>Votre accès est rétabli.</p>",
    inReplyTo: "question@agents.example",
    references: ["first@agents.example", "question@agents.example"],
    isAutomatic: false,
    attachments: [
      { name: "guide d’accès.txt", type: "text/plain", content: Buffer.from("Étape 1\n") },
    ],
  }
}

function headers(mail: { headers: { key: string; value: string }[] }, key: string): string[] {
  return mail.headers.filter((header) => header.key === key).map((header) => header.value)
}
