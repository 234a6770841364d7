import type { ImapFlow } from "imapflow"
import type { Folder, Leases, Mailbox, MailboxOccasions } from "../../../src/ports.ts"
import { NotStored } from "../delivery.ts"
import { type ServerToReach, withoutSecrets } from "../server.ts"
import { composeMail } from "../smtp/compose.ts"
import { openSmtp } from "../smtp/transport.ts"
import { type BackOff, backOff, pause, waiter } from "../waiting.ts"
import { connectImap, leave } from "./connection.ts"
import { sentFolder } from "./folders.ts"
import { readFolder } from "./read-folder.ts"
import { sentCopies } from "./sent-copies.ts"

const POLL_EVERY = 30_000
const ASK_EVERY = 5_000
const FIRST_RETRY = 1_000
const LONGEST_RETRY = 60_000
const CLOSE_WITHIN = 4_000
const FAULTS_BEFORE_LEAVING = 3

export type ImapSettings = {
  name: string
  imap: ServerToReach
  smtp: ServerToReach
  leases: Leases
  /** Where mails go once they are stored; null: they stay. */
  handledFolder?: string | null | undefined
  /** Null: the one that the server marks. */
  sentFolder?: string | null | undefined
  /** Off for servers that keep a copy of what they send. */
  appendSent?: boolean | undefined
  /** Milliseconds. */
  pollEvery?: number | undefined
  /** How often the day from which to read is asked, while nobody said it. */
  askEvery?: number | undefined
  firstRetry?: number | undefined
  longestRetry?: number | undefined
  /** Told what is a pity but no failure: a stored mail that could not be moved. */
  warn?: ((sentence: string) => void) | undefined
}

/** A mailbox read over IMAP by one copy of the bot at a time, and answered over SMTP. */
export function openImapMailbox(settings: ImapSettings): Mailbox {
  const { name, imap, leases } = settings
  const smtp = openSmtp(settings.smtp)
  const copies = sentCopies(imap, settings.sentFolder ?? null)
  const stop = new AbortController()
  const abandon = new AbortController()
  const news = waiter()
  const retry = () =>
    backOff(settings.firstRetry ?? FIRST_RETRY, settings.longestRetry ?? LONGEST_RETRY)
  const warn = settings.warn ?? (() => {})
  let reading = Promise.resolve()

  async function keepReading(occasions: MailboxOccasions): Promise<void> {
    const delay = retry()
    while (!stop.signal.aborted) {
      try {
        const lease = await leases.take(`mailbox:${name}`, stop.signal)
        try {
          await readWhile(AbortSignal.any([lease.lost, abandon.signal]), occasions)
        } finally {
          await lease.release()
        }
        delay.reset()
      } catch (error) {
        if (stop.signal.aborted) return
        await tell(occasions, error)
        await pause(delay.next(), stop.signal)
      }
    }
  }

  /** The lease is ours: connects again and again, each time with another client. */
  async function readWhile(lost: AbortSignal, occasions: MailboxOccasions): Promise<void> {
    const ended = AbortSignal.any([lost, stop.signal])
    const delay = retry()
    const stored: StoredUids = { inbox: new Map(), sent: new Map() }
    while (!ended.aborted) {
      let client: ImapFlow | null = null
      const cut = () => client?.close()
      lost.addEventListener("abort", cut)
      try {
        client = await connectImap(imap)
        client.on("exists", news.wake)
        client.on("close", news.wake)
        await readFrom(client, lost, occasions, delay, stored)
      } catch (error) {
        if (!lost.aborted) await tell(occasions, error)
      } finally {
        lost.removeEventListener("abort", cut)
        if (client) await leave(client)
      }
      await pause(delay.next(), ended)
    }
  }

  /** Until the connection is lost, too many things went wrong on it, or we are to stop. */
  async function readFrom(
    client: ImapFlow,
    lost: AbortSignal,
    occasions: MailboxOccasions,
    delay: BackOff,
    stored: StoredUids,
  ): Promise<void> {
    const ended = AbortSignal.any([lost, stop.signal])
    const sent = await sentFolder(client, settings.sentFolder ?? null)
    const pollEvery = settings.pollEvery ?? POLL_EVERY
    let faults = 0
    let sentAt = 0
    while (!ended.aborted) {
      try {
        const since = await occasions.readSince()
        if (since === null) {
          await client.noop()
        } else {
          // INBOX comes last: it is the one open while we wait for news.
          if (sent !== null && Date.now() - sentAt >= pollEvery) {
            await readOne(client, "sent", sent, since, lost, occasions, stored)
            sentAt = Date.now()
          }
          if (ended.aborted) return
          await readOne(client, "inbox", "INBOX", since, lost, occasions, stored)
        }
        if (!client.usable) throw new Error("The connection to the IMAP server was lost")
        await occasions.polled()
        faults = 0
        delay.reset()
        await waitForNews(
          client,
          since === null ? (settings.askEvery ?? ASK_EVERY) : pollEvery,
          ended,
        )
      } catch (error) {
        if (!(error instanceof NotStored)) faults += 1
        if (ended.aborted || !client.usable || faults >= FAULTS_BEFORE_LEAVING) throw error
        await tell(occasions, error)
        await waitForNews(client, delay.next(), ended)
      }
    }
  }

  function readOne(
    client: ImapFlow,
    folder: Folder,
    path: string,
    since: Date,
    lost: AbortSignal,
    occasions: MailboxOccasions,
    stored: StoredUids,
  ): Promise<void> {
    const handledFolder = folder === "inbox" ? (settings.handledFolder ?? null) : null
    return readFolder({
      client,
      mailbox: name,
      folder,
      path,
      since,
      handledFolder,
      occasions,
      stored: stored[folder],
      warn,
      stop: stop.signal,
      lost,
    })
  }

  /** IDLE shortens the wait, and is not trusted for more. The next command ends it. */
  async function waitForNews(client: ImapFlow, atMost: number, ended: AbortSignal): Promise<void> {
    void client.idle().catch(() => {})
    await news.wait(atMost, ended)
  }

  // Who cannot even be told will be at the next attempt.
  function tell(occasions: MailboxOccasions, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error)
    return occasions.failed(withoutSecrets(reason, imap)).catch(() => {})
  }

  async function stopReading(): Promise<void> {
    stop.abort()
    await atMost(CLOSE_WITHIN, reading)
    abandon.abort()
  }

  return {
    name,
    open(occasions) {
      reading = keepReading(occasions)
    },
    send: async (mail) => smtp.send(mail, await composeMail(mail)),
    async keepCopy(mail) {
      if (settings.appendSent === false) return
      const raw = await composeMail(mail)
      await copies.keep(mail.messageId, raw, mail.date).catch((error) => {
        throw new Error(withoutSecrets(`No copy in Sent: ${error.message}`, imap))
      })
    },
    stopReading,
    async close() {
      await Promise.all([stopReading(), atMost(CLOSE_WITHIN, copies.close())])
      copies.cut()
      smtp.close()
    },
  }
}

async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const over = new AbortController()
  await Promise.race([work, pause(milliseconds, over.signal)])
  over.abort()
}

type StoredUids = Record<Folder, Map<string, Set<number>>>
