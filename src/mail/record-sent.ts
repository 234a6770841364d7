import type { Needs } from "../needs.ts"
import type { RawMail } from "../ports.ts"
import type { Transaction } from "../store.ts"
import { answered, type Ticket } from "../tickets/ticket.ts"
import { contentHash } from "./identity.ts"
import type { ReadMail } from "./incoming.ts"
import { locateTicket } from "./locate.ts"
import type { MailId } from "./store.ts"
import { messagesNamedIn } from "./thread.ts"
import { textForTeam } from "./words.ts"

type Uses = Pick<Needs, "store" | "reader" | "settings" | "clock">

/**
 * A mail appeared in *Sent*. Ours are known by their Message-ID; an answer that a member sent from their own mail program
 * is attached to its ticket, and counts as the answer.
 */
export async function recordSentMail(needs: Uses, raw: RawMail): Promise<void> {
  const read = await needs.reader.read(raw.source)
  await needs.store.transaction(async (tx) => {
    const hash = contentHash(raw.source)
    const kept = {
      raw,
      read,
      contentHash: hash,
      state: "parked",
      reason: "sent elsewhere",
    } as const
    const id = await tx.keepMail(kept)
    if (!id) return
    const isOurs = messagesNamedIn(needs.settings.secret, [`${read.mail.messageId}`]).length > 0
    if (isOurs) return tx.endMail(id, { state: "routed", reason: "our own copy" })
    const same = await tx.sameMails(hash, id)
    // A copy that the mailbox received is another matter, unless it was attached to a ticket.
    const isKnown = same.some(({ folder, ticketId }) => folder === raw.folder || ticketId)
    if (isKnown) return tx.endMail(id, { state: "duplicate" })
    if ("unreadable" in read || read.understanding.automatic) return
    const { continues } = await locateTicket(needs, tx, withRecipients(read), raw.mailbox)
    if (continues) await attachAnswer(needs, tx, { id, at: raw.receivedAt }, read, continues)
  })
}

/** It is from us: who takes part is whom it was written to. */
function withRecipients({ mail }: ReadMail): ReadMail["mail"] {
  return { ...mail, from: mail.to[0] ?? mail.from, to: [], cc: [] }
}

async function attachAnswer(
  { clock }: Uses,
  tx: Transaction,
  kept: { id: MailId; at: Date },
  read: ReadMail,
  ticket: Ticket,
): Promise<void> {
  const { mail } = read
  const member = mail.from ? await tx.memberByAddress(mail.from.address) : null
  await tx.addMessage({
    ...{ ticketId: ticket.id, kind: "outgoing", memberId: member?.id ?? null, mailId: kept.id },
    ...{ at: kept.at, text: textForTeam(read), key: null },
    outgoing: {
      ...{ isAutomatic: false, closesTicket: false, messageId: null, subject: mail.subject },
      ...{ to: addresses(mail.to), cc: addresses(mail.cc), sendAt: kept.at, sentAt: kept.at },
      ...{ inReplyTo: null, references: [], delivery: "sent", attempts: 0 },
      ...{ firstAttemptAt: null, lastError: null },
    },
  })
  await tx.endMail(kept.id, { state: "followup", ticketId: ticket.id })
  await tx.saveTicket(answered(ticket, kept.at, ticket.status === "closed"))
  const line = { ticketId: ticket.id, memberId: member?.id ?? null, at: clock() }
  await tx.record({ ...line, what: "answered elsewhere", detail: { mail: kept.id } })
  await tx.enqueue("ticket.announce", { ticketId: ticket.id })
}

function addresses(list: { address: string }[]): string[] {
  return list.map(({ address }) => address.toLowerCase())
}
