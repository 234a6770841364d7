import type { Needs } from "../needs.ts"
import type { Transaction } from "../store.ts"
import type { ReadMail, Unreadable } from "./incoming.ts"
import { locateTicket } from "./locate.ts"
import { attachMembersMail } from "./members-mail.ts"
import type { MailId } from "./store.ts"
import { isCanary, messagesNamedIn } from "./thread.ts"

type Uses = Pick<Needs, "settings" | "clock">
type Kept = { id: MailId; mailbox: string; receivedAt: Date }

/**
 * A mail appeared in *Sent*. Ours are known by their Message-ID; an answer that a member sent from their own mail program
 * is attached to its ticket, and counts as the answer. The others are kept, outside the balance.
 */
export async function placeSentMail(
  needs: Uses,
  tx: Transaction,
  kept: Kept,
  read: ReadMail | Unreadable,
): Promise<void> {
  if (isOurs(needs, read.mail.messageId)) {
    return tx.endMail(kept.id, { state: "routed", reason: "our own copy" })
  }
  await tx.endMail(kept.id, { state: "parked", reason: "sent elsewhere" })
  if ("unreadable" in read || read.understanding.automatic) return
  const { continues } = await locateTicket(needs, tx, withRecipients(read), kept.mailbox)
  if (!continues) return
  const { from } = read.mail
  const member = from ? await tx.memberByAddress(from.address) : null
  await attachMembersMail(needs, tx, kept, read, continues, member)
}

function isOurs({ settings }: Uses, messageId: string | null): boolean {
  return (
    isCanary(settings.secret, messageId) ||
    messagesNamedIn(settings.secret, [messageId ?? ""]).length > 0
  )
}

/** It is from us: who takes part is whom it was written to. */
function withRecipients({ mail }: ReadMail): ReadMail["mail"] {
  return { ...mail, from: mail.to[0] ?? mail.from, to: [], cc: [] }
}
