import type { Needs } from "../needs.ts"
import type { RawMail } from "../ports.ts"
import type { Transaction } from "../store.ts"
import { contentHash } from "./identity.ts"
import type { ReadMail, Unreadable } from "./incoming.ts"
import { placeMail } from "./place.ts"
import type { MailId } from "./store.ts"

type Uses = Pick<Needs, "store" | "reader" | "settings" | "clock" | "log">

/**
 * A mail arrived. It is stored whole, then becomes a ticket, a follow-up, or is parked with its reason; it may arrive
 * twice. Rejects only when the database is away: the mailbox will bring it again.
 */
export async function receiveMail(needs: Uses, raw: RawMail): Promise<void> {
  const read = await readWhole(needs, raw)
  const hash = contentHash(raw.source)
  try {
    await needs.store.transaction((tx) => keepAndPlace(needs, tx, raw, read, hash))
  } catch (error) {
    // A fault of ours must not stop the mails behind this one, nor lose it: it waits, and is tried again.
    await needs.store.transaction((tx) => keepForLater(tx, raw, read, hash))
    needs.log.warn({ error, mailbox: raw.mailbox, uid: raw.uid }, "a mail could not be placed")
  }
}

async function keepAndPlace(
  needs: Uses,
  tx: Transaction,
  raw: RawMail,
  read: ReadMail | Unreadable,
  hash: string,
): Promise<void> {
  const kept = { raw, read, contentHash: hash, state: "parked", reason: "received" } as const
  const id = await tx.keepMail(kept)
  if (!id) return

  const known = await tx.sameMail(hash, id)
  if (known && known.mailbox === raw.mailbox && known.uidValidity !== raw.uidValidity) {
    return tx.relocateMail(known.id, id)
  }
  if (known) {
    const end = { state: "duplicate", reason: `mail ${known.id}` } as const
    return tx.endMail(id, known.ticketId ? { ...end, ticketId: known.ticketId } : end)
  }
  await placeMail(needs, tx, { id, mailbox: raw.mailbox, receivedAt: raw.receivedAt }, read)
}

async function keepForLater(
  tx: Transaction,
  raw: RawMail,
  read: ReadMail | Unreadable,
  hash: string,
): Promise<void> {
  const kept = { raw, read, contentHash: hash, state: "parked", reason: "failed" } as const
  const id = await tx.keepMail(kept)
  if (id) await tx.enqueue("mail.again", { mailId: id }, { startAfter: inAMinute(raw.receivedAt) })
}

/** Parked mails are read again: the program may know better since, or the team asked. */
export async function placeAgain(needs: Uses, mailId: MailId): Promise<void> {
  const raw = await needs.store.rawMail(mailId)
  if (!raw) return
  const read = await readWhole(needs, raw)
  await needs.store.transaction(async (tx) => {
    const mail = await tx.lockMail(mailId)
    if (mail?.state !== "parked") return
    await tx.rereadMail(mailId, read)
    await placeMail(needs, tx, { id: mailId, ...raw }, read)
  })
}

async function readWhole({ reader }: Uses, raw: RawMail): Promise<ReadMail | Unreadable> {
  const read = await reader.read(raw.source)
  if (raw.size <= raw.source.length) return read
  return { unreadable: "too large", mail: read.mail }
}

function inAMinute(at: Date): Date {
  return new Date(at.getTime() + 60_000)
}
