import type { Needs } from "../needs.ts"
import { composeWritten, mailboxOf, readWritten } from "./written-mail.ts"

type Uses = Pick<Needs, "store" | "mailboxes" | "settings">

/**
 * What left is put in *Sent*, where the team looks for it. It is looked for there first: twice is once. When the server
 * cannot be reached, the queue asks again; the mail itself has left.
 */
export async function keepCopy(needs: Uses, messageId: number): Promise<void> {
  const written = await needs.store.transaction(async (tx) => {
    const message = await tx.message(messageId)
    return message?.outgoing ? readWritten(tx, message, message.outgoing) : null
  })
  if (!written) return
  await mailboxOf(needs, written.ticket).keepCopy(composeWritten(needs, written))
}
