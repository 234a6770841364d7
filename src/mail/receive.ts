import type { Needs } from "../needs.ts"
import type { RawMail } from "../ports.ts"
import type { Transaction } from "../store.ts"
import { contentHash } from "./identity.ts"
import type { ReadMail, Unreadable } from "./incoming.ts"
import { throughOwnList } from "./mailing-list.ts"
import { placeMail } from "./place.ts"
import { placeSentMail } from "./place-sent.ts"
import type { MailId } from "./store.ts"

const A_MINUTE = 60_000

type Uses = Pick<Needs, "store" | "reader" | "settings" | "clock" | "log">

/** What is kept of a mail when even what was read of it cannot be written. */
const NOTHING_READ: Unreadable = {
  unreadable: "parser failed",
  mail: { messageId: null, from: null, subject: "", date: null, inReplyTo: [], references: [] },
}

/**
 * A mail arrived, or was found in *Sent*. It is stored whole, then becomes a ticket, a follow-up, or is parked with its
 * reason; it may arrive twice. Rejects only when the database is away: the mailbox will bring it again.
 */
export async function receiveMail(needs: Uses, raw: RawMail): Promise<void> {
  const read = await readWhole(needs, raw)
  const hash = contentHash(raw.source)
  try {
    await needs.store.transaction((tx) => keepAndPlace(needs, tx, raw, read, hash))
  } catch (error) {
    // A fault of ours must not stop the mails behind this one, nor lose it: it waits, and is tried again.
    await keepForLater(needs, raw, read, hash).catch(() =>
      keepForLater(needs, raw, NOTHING_READ, hash),
    )
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
  if (id) await placeUnlessKnown(needs, tx, { id, ...raw }, read, hash)
}

async function keepForLater(
  { store, clock }: Uses,
  raw: RawMail,
  read: ReadMail | Unreadable,
  hash: string,
): Promise<void> {
  const kept = { raw, read, contentHash: hash, state: "parked", reason: "failed" } as const
  const startAfter = new Date(clock().getTime() + A_MINUTE)
  await store.transaction(async (tx) => {
    const id = await tx.keepMail(kept)
    if (id) await tx.enqueue("mail.again", { mailId: id }, { startAfter })
  })
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
    await placeUnlessKnown(needs, tx, { id: mailId, ...raw }, read, contentHash(raw.source))
  })
}

/** The same content was seen before: at another place, or in the same place under its former number. */
async function placeUnlessKnown(
  needs: Uses,
  tx: Transaction,
  kept: RawMail & { id: MailId },
  read: ReadMail | Unreadable,
  hash: string,
): Promise<void> {
  const { id, mailbox, folder, uidValidity } = kept
  const same = await tx.sameMails(hash, id)
  const renumbered = same.find(
    (mail) =>
      mail.mailbox === mailbox && mail.folder === folder && mail.uidValidity !== uidValidity,
  )
  if (renumbered) return tx.relocateMail(renumbered.id, id)
  // A copy in *Sent* says nothing of what we received, unless it was attached to a ticket.
  const known = same.find((mail) => mail.folder === folder || mail.ticketId)
  if (!known) {
    const place = folder === "sent" ? placeSentMail : placeMail
    return place(needs, tx, kept, read)
  }
  const end = { state: "duplicate", reason: `mail ${known.id}` } as const
  await tx.endMail(id, known.ticketId ? { ...end, ticketId: known.ticketId } : end)
}

async function readWhole({ reader, settings }: Uses, raw: RawMail): Promise<ReadMail | Unreadable> {
  const read = throughOwnList(await reader.read(raw.source), settings.mailboxes)
  if (raw.size <= raw.source.length) return read
  return { unreadable: "too large", mail: read.mail }
}
