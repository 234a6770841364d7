import type { ImapFlow } from "imapflow"
import type { Folder, MailboxOccasions, RawMail } from "../../../src/ports.ts"
import { beginDelivery, type Delivery, MAX_MAIL_SIZE } from "../delivery.ts"
import { moveTo } from "./folders.ts"

const MAILS_AT_ONCE = 32
const SIZES_AT_ONCE = 500
const DAY = 24 * 60 * 60 * 1000

export type FolderReading = {
  client: ImapFlow
  mailbox: string
  folder: Folder
  path: string
  /** Mails the server received before are left alone. */
  since: Date
  /** Where a mail goes once it is stored; null: it stays. */
  handledFolder: string | null
  occasions: Pick<MailboxOccasions, "arrived" | "position" | "advance">
  /** Told what is a pity but no failure. */
  warn: (sentence: string) => void
  /** UIDs stored beyond the position, by UIDVALIDITY: kept from one reading to the next. */
  stored: Map<string, Set<number>>
  /** No more mails; what runs is finished. */
  stop: AbortSignal
  /** Somebody else reads now: nothing more may be said of the position. */
  lost: AbortSignal
}

type Known = { uid: number; size: number; receivedAt: Date }

/** Hands over what came into the folder after the position. Throws what went wrong, and loses nothing. */
export async function readFolder(reading: FolderReading): Promise<void> {
  const { client, folder, occasions, path } = reading
  // Opened anew each time: what the server announced before may be stale. Read-only leaves every flag.
  const opened = await client.mailboxOpen(path, { readOnly: reading.handledFolder === null })
  const uidValidity = String(opened.uidValidity)
  const position = await occasions.position(folder)
  // What was sent before the bot came is not its business; what came in is, from the day it was told.
  if (folder === "sent" && position === null && opened.uidNext > 0) {
    return occasions.advance(folder, { uidValidity, uid: opened.uidNext - 1 })
  }

  const after = position?.uidValidity === uidValidity ? position.uid : 0
  const uids = await newUids(client, after, reading.since)
  const stored = reading.stored.get(uidValidity) ?? new Set()
  reading.stored.clear()
  reading.stored.set(uidValidity, stored)
  const wanted = uids.filter((uid) => !stored.has(uid))
  let handled: number[] = []
  const delivery = beginDelivery(uids, stored, arrived, advance)

  async function arrived(mail: RawMail): Promise<void> {
    await occasions.arrived(mail)
    handled.push(mail.uid)
  }

  async function advance(uid: number): Promise<void> {
    if (reading.lost.aborted) throw new Error("Another copy of the bot reads this mailbox now")
    await occasions.advance(folder, { uidValidity, uid })
  }

  async function moveHandled(): Promise<void> {
    const moved = handled
    handled = []
    if (reading.handledFolder === null || reading.lost.aborted) return
    // The mails are stored: where they lie then is a convenience.
    const isMoved = await moveTo(client, moved, reading.handledFolder).catch(() => false)
    if (!isMoved) reading.warn(`Stored mails could not be moved to ${reading.handledFolder}`)
  }

  try {
    for await (const mails of batches(reading, wanted, delivery)) {
      if (reading.stop.aborted || reading.lost.aborted || delivery.hasGivenUp()) break
      await deliverBatch(reading, uidValidity, mails, delivery)
      await moveHandled()
    }
  } finally {
    await delivery.finish()
    await moveHandled()
  }
}

async function newUids(client: ImapFlow, after: number, since: Date): Promise<number[]> {
  // SINCE compares days in a time zone that is the server's: a day more, and `known` looks closer.
  const found = await client.search(
    { uid: `${after + 1}:*`, since: new Date(since.getTime() - DAY) },
    { uid: true },
  )
  // « n:* » always gives the last mail, even below n.
  return answered(client, found).filter((uid) => uid > after)
}

/** Small enough to be fetched at once. A batch is looked up when its turn comes. */
async function* batches(
  reading: FolderReading,
  uids: number[],
  delivery: Delivery,
): AsyncGenerator<Known[]> {
  for (let from = 0; from < uids.length; from += SIZES_AT_ONCE) {
    let batch: Known[] = []
    let size = 0
    for (const mail of await known(reading, uids.slice(from, from + SIZES_AT_ONCE), delivery)) {
      const read = Math.min(mail.size, MAX_MAIL_SIZE)
      if (batch.length > 0 && (batch.length >= MAILS_AT_ONCE || size + read > MAX_MAIL_SIZE)) {
        yield batch
        batch = []
        size = 0
      }
      batch.push(mail)
      size += read
    }
    if (batch.length > 0) yield batch
  }
}

/** Sizes are asked first, so that what is read fits in memory. */
async function known(
  { client, since }: FolderReading,
  uids: number[],
  delivery: Delivery,
): Promise<Known[]> {
  const query = { uid: true, size: true, internalDate: true }
  const found = await client.fetchAll(uids.join(","), query, { uid: true })
  const mails: Known[] = []
  for (const { uid, size = 0, internalDate } of found) {
    const receivedAt = new Date(internalDate ?? Date.now())
    if (receivedAt < since) delivery.skip(uid)
    else mails.push({ uid, size, receivedAt })
  }
  const given = new Set(found.map(({ uid }) => uid))
  const left = await leftOf(
    client,
    uids.filter((uid) => !given.has(uid)),
    delivery,
  )
  if (left.size > 0) throw refused(left)
  return mails.sort((a, b) => a.uid - b.uid)
}

async function deliverBatch(
  reading: FolderReading,
  uidValidity: string,
  batch: Known[],
  delivery: Delivery,
): Promise<void> {
  const { client, mailbox, folder, stop, lost } = reading
  const missing = new Map(batch.map((mail) => [mail.uid, mail]))
  const range = [...missing.keys()].join(",")
  const query = { uid: true, source: { maxLength: MAX_MAIL_SIZE } }
  let fault: unknown
  try {
    // No command may be given inside this loop: it would wait for the fetch, and the fetch for it.
    for await (const { uid, source } of client.fetch(range, query, { uid: true })) {
      const mail = missing.get(uid)
      if (!mail || !source || (source.length === 0 && mail.size > 0)) continue
      if (stop.aborted || lost.aborted || delivery.hasGivenUp()) return
      missing.delete(uid)
      await delivery.give({ ...mail, mailbox, folder, uidValidity, source })
    }
  } catch (error) {
    fault = error
  }
  if (!client.usable) throw fault ?? new Error("The connection to the IMAP server was lost")
  const left = await leftOf(client, [...missing.keys()], delivery)
  if (left.size === 0) return
  if (batch.length === 1) throw fault ?? refused(left)
  // One mail that the server cannot give does not hold the others back.
  const faults: unknown[] = []
  for (const mail of batch.filter(({ uid }) => left.has(uid))) {
    await deliverBatch(reading, uidValidity, [mail], delivery).catch((error) => faults.push(error))
  }
  if (faults.length > 0) throw faults[0]
}

/** Which of the mails that were not given are still there. Those that are gone are passed. */
async function leftOf(
  client: ImapFlow,
  missing: number[],
  delivery: Delivery,
): Promise<Set<number>> {
  if (missing.length === 0) return new Set()
  const found = await client.search({ uid: missing.join(",") }, { uid: true })
  const left = new Set(answered(client, found))
  for (const uid of missing) if (!left.has(uid)) delivery.skip(uid)
  return left
}

function refused(uids: Set<number>): Error {
  return new Error(`The IMAP server does not give the mail ${[...uids].join(", ")}`)
}

/** On a connection that is lost, a search answers nothing rather than failing. */
function answered(client: ImapFlow, found: unknown): number[] {
  if (!Array.isArray(found) || !client.usable) {
    throw new Error("The IMAP server does not answer a search")
  }
  return found
}
