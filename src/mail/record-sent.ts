import type { Needs } from "../needs.ts"
import type { RawMail } from "../ports.ts"
import { contentHash } from "./identity.ts"
import type { ReadMail } from "./incoming.ts"
import { locateTicket } from "./locate.ts"
import { attachMembersMail } from "./members-mail.ts"
import { messagesNamedIn } from "./thread.ts"

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
    if (!continues) return
    const { from } = read.mail
    const member = from ? await tx.memberByAddress(from.address) : null
    await attachMembersMail(needs, tx, { id, receivedAt: raw.receivedAt }, read, continues, member)
  })
}

/** It is from us: who takes part is whom it was written to. */
function withRecipients({ mail }: ReadMail): ReadMail["mail"] {
  return { ...mail, from: mail.to[0] ?? mail.from, to: [], cc: [] }
}
