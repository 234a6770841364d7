import { join } from "node:path"
import type { Address } from "../../../src/mail/incoming.ts"
import type { OutgoingMail } from "../../../src/mail/outgoing.ts"
import type { Mailbox, MailboxOccasions, RawMail } from "../../../src/ports.ts"
import { beginDelivery, MAX_MAIL_SIZE } from "../delivery.ts"
import { composeMail } from "../smtp/compose.ts"
import { backOff, pause, waiter } from "../waiting.ts"
import { listen } from "./listener.ts"
import { openOutbox, type SentMail } from "./outbox.ts"
import { sampleMails } from "./samples.ts"
import { openSpool } from "./spool.ts"

const POLL_EVERY = 30_000
const FIRST_RETRY = 1_000
const LONGEST_RETRY = 60_000

export type DemoMailbox = Mailbox & {
  /** Where the SMTP listener is, on 127.0.0.1. */
  port: number
  /** What an agent writes on the console's page. Resolves once the mail is on the disk. */
  write(letter: Letter): Promise<{ messageId: string }>
  /** What the bot sent, oldest first. */
  outbox(): Promise<SentMail[]>
}

export type Letter = {
  from: string
  fromName: string
  subject: string
  text: string
  inReplyTo?: string | null
  references?: string[]
  attachments?: OutgoingMail["attachments"]
}

export type DemoSettings = {
  name: string
  /** The address of the mailbox itself. */
  address: string
  /** Everything is kept here, mails received and mails sent. */
  directory: string
  /** 0: any free port. */
  port: number
  /** Whether a mailbox that was never used receives the sample mails. Yes by default. */
  hasSamples?: boolean
  /** Milliseconds. */
  pollEvery?: number
  firstRetry?: number
  longestRetry?: number
  now?: () => Date
}

/** A mailbox that needs no server: it listens to SMTP on loopback, and what it sends stays on the disk. */
export async function openDemoMailbox(settings: DemoSettings): Promise<DemoMailbox> {
  const { name, address, directory, now = () => new Date() } = settings
  const spool = await openSpool(join(directory, "inbox"))
  const sent = await openOutbox(join(directory, "sent-to-agents"))
  if (settings.hasSamples ?? true) {
    const samples = await sampleMails(now(), address)
    // A first start that was cut short goes on where it was.
    for (const sample of samples.slice(spool.received())) {
      await spool.add(pieces(sample.source), sample.receivedAt)
    }
  }

  const stop = new AbortController()
  const news = waiter()
  const listener = await listen(settings.port, (source) => receive(source))
  let reading = Promise.resolve()

  async function receive(source: AsyncIterable<Uint8Array>): Promise<void> {
    await spool.add(source, now())
    news.wake()
  }

  // The day from which to read is not asked: nothing in this mailbox is older than the bot.
  async function read(occasions: MailboxOccasions): Promise<void> {
    const delay = backOff(
      settings.firstRetry ?? FIRST_RETRY,
      settings.longestRetry ?? LONGEST_RETRY,
    )
    const stored = new Set<number>()
    while (!stop.signal.aborted) {
      try {
        await deliverNew(occasions, stored)
        await occasions.polled()
        delay.reset()
        await news.wait(settings.pollEvery ?? POLL_EVERY, stop.signal)
      } catch (error) {
        // Who cannot even be told will be at the next attempt.
        await occasions.failed(String(error)).catch(() => {})
        await pause(delay.next(), stop.signal)
      }
    }
  }

  async function deliverNew(occasions: MailboxOccasions, stored: Set<number>): Promise<void> {
    const { uidValidity } = spool
    const position = await occasions.position("inbox")
    const uids = await spool.after(position?.uidValidity === uidValidity ? position.uid : 0)
    const delivery = beginDelivery(
      uids,
      stored,
      (mail) => occasions.arrived(mail),
      (uid) => occasions.advance("inbox", { uidValidity, uid }),
    )
    for (const uid of uids) {
      if (stop.signal.aborted || delivery.hasGivenUp()) break
      if (stored.has(uid)) continue
      const mail = await rawMail(uid)
      if (mail) await delivery.give(mail)
      else delivery.skip(uid)
    }
    await delivery.finish()
  }

  async function rawMail(uid: number): Promise<RawMail | null> {
    const found = await spool.read(uid)
    if (!found) return null
    const { source, receivedAt } = found
    return {
      mailbox: name,
      folder: "inbox",
      uidValidity: spool.uidValidity,
      uid,
      receivedAt,
      size: source.length,
      source: source.subarray(0, MAX_MAIL_SIZE),
    }
  }

  async function stopReading(): Promise<void> {
    stop.abort()
    await reading
  }

  return {
    name,
    port: listener.port,
    open(occasions) {
      reading = read(occasions)
    },
    async send(mail) {
      await sent.keep(mail.messageId, await composeMail(mail))
    },
    keepCopy: async () => {}, // what was sent stays here
    async write(letter) {
      const messageId = `${crypto.randomUUID()}@agents.example`
      const to = { name: "Assistance Mentor", address }
      await receive(pieces(await composeMail(letterToMail(letter, messageId, to, now()))))
      return { messageId }
    },
    outbox: () => sent.mails(),
    stopReading,
    async close() {
      await Promise.all([stopReading(), listener.close()])
    },
  }
}

function letterToMail(letter: Letter, messageId: string, to: Address, date: Date): OutgoingMail {
  return {
    messageId,
    date,
    from: { name: letter.fromName, address: letter.from },
    replyTo: null,
    to: [to],
    cc: [],
    subject: letter.subject,
    text: letter.text,
    html: "",
    inReplyTo: letter.inReplyTo ?? null,
    references: letter.references ?? [],
    isAutomatic: false,
    attachments: letter.attachments ?? [],
  }
}

async function* pieces(source: Uint8Array): AsyncGenerator<Uint8Array> {
  yield source
}
