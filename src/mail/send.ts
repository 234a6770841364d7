import { SendRefused, SendUnsure } from "../errors.ts"
import type { Needs } from "../needs.ts"
import { answered, type Outgoing } from "../tickets/ticket.ts"
import { french } from "./french.ts"
import { composeWritten, mailboxOf, readWritten, type Written } from "./written-mail.ts"

const MINUTE = 60_000
const GIVE_UP_AFTER = 3 * 24 * 60 * MINUTE
/** Minutes between attempts; the last one repeats. One falls just after the first hour, when the card says it. */
const BACK_OFF = [1, 2, 5, 15, 40, 60, 120]
/** Attempts that may each have been a copy: after these, only a person has it leave again. */
const MAX_CUT_SHORT = 2

type Uses = Pick<Needs, "store" | "mailboxes" | "settings" | "clock" | "log">

/**
 * Sends at least once, and one copy more at most: an attempt that died between SMTP's yes and ours is made again once, with
 * the same Message-ID. The queue lets one job at a time work on a message; the copy in *Sent* is another job's.
 */
export async function sendMail(needs: Uses, messageId: number): Promise<void> {
  const ready = await begin(needs, messageId)
  if (!ready) return
  const mailbox = mailboxOf(needs, ready.ticket)
  const mail = composeWritten(needs, ready)
  try {
    await mailbox.send(mail)
  } catch (error) {
    return noteFailure(needs, messageId, error)
  }
  await noteSent(needs, messageId, mailbox.name)
}

/** Null when there is nothing to do: taken back, sent already, not yet due, or left to a person. */
async function begin({ store, clock }: Uses, messageId: number): Promise<Written | null> {
  return store.transaction(async (tx) => {
    const message = await tx.lockMessage(messageId)
    const outgoing = message?.outgoing
    if (!message || !outgoing || !["waiting", "sending"].includes(outgoing.delivery)) return null
    const now = clock()
    if (outgoing.sendAt > now) return null
    // Found while it was being sent: that attempt has no end.
    const cutShort = outgoing.cutShort + (outgoing.delivery === "sending" ? 1 : 0)
    if (cutShort >= MAX_CUT_SHORT) {
      const failed = { delivery: "failed", cutShort, lastError: french.mayHaveLeft } as const
      await tx.saveOutgoing(messageId, { ...outgoing, ...failed })
      await tx.enqueue("ticket.announce", { ticketId: message.ticketId })
      return null
    }
    const started: Outgoing = {
      ...outgoing,
      ...{ delivery: "sending", cutShort, attempts: outgoing.attempts + 1 },
      firstAttemptAt: outgoing.firstAttemptAt ?? now,
    }
    await tx.saveOutgoing(messageId, started)
    return readWritten(tx, message, started)
  })
}

async function noteSent({ store, clock }: Uses, messageId: number, mailbox: string): Promise<void> {
  await store.transaction(async (tx) => {
    const known = await tx.message(messageId)
    const ticket = known && (await tx.lockTicket(known.ticketId))
    const message = await tx.lockMessage(messageId)
    if (!ticket || !message?.outgoing || message.outgoing.delivery === "sent") return
    const at = clock()
    await tx.saveOutgoing(messageId, {
      ...message.outgoing,
      delivery: "sent",
      sentAt: at,
      lastError: null,
    })
    if (!message.outgoing.isAutomatic) {
      const wroteSince = (await tx.messages(ticket.id)).some(
        ({ id, kind }) => id > messageId && kind === "incoming",
      )
      const closes = message.outgoing.closesTicket
      await tx.saveTicket(answered(ticket, at, { closes, wroteSince }))
      const line = { ticketId: ticket.id, memberId: message.memberId, at, what: "sent" }
      await tx.record({ ...line, detail: { message: messageId } })
    }
    if (!message.outgoing.isAutomatic && !message.outgoing.isByGate && !message.passingId) {
      await tx.enqueue("ticket.outcome", { ticketId: ticket.id })
    }
    if (message.passingId) await tx.enqueue("passing.told", { messageId })
    await tx.noteSent(mailbox, at)
    await tx.enqueue("mail.copy", { messageId })
    await tx.enqueue("ticket.announce", { ticketId: ticket.id })
  })
}

/** Temporary: again with back-off for three days. Permanent, or in doubt a second time: the card says so at once. */
async function noteFailure(needs: Uses, messageId: number, error: unknown): Promise<void> {
  const { store, clock, log } = needs
  log.warn({ message: messageId, error }, "a mail could not be sent")
  await store.transaction(async (tx) => {
    const message = await tx.lockMessage(messageId)
    if (message?.outgoing?.delivery !== "sending") return
    const cutShort = message.outgoing.cutShort + (error instanceof SendUnsure ? 1 : 0)
    const tried = { ...message.outgoing, cutShort }
    await tx.saveOutgoing(messageId, afterFailure(tried, error, clock()))
    if (error instanceof SendRefused && error.hasLeft) await tx.enqueue("mail.copy", { messageId })
    await tx.enqueue("ticket.announce", { ticketId: message.ticketId })
  })
}

function afterFailure(tried: Outgoing, error: unknown, now: Date): Outgoing {
  const { firstAttemptAt, attempts, cutShort } = tried
  const reason = error instanceof Error ? error.message : String(error)
  const failed = (lastError: string): Outgoing => ({ ...tried, delivery: "failed", lastError })
  if (error instanceof SendRefused && error.isPermanent) return failed(reason)
  if (cutShort >= MAX_CUT_SHORT) return failed(`${french.mayHaveLeft} (${reason})`)
  if (now.getTime() - (firstAttemptAt ?? now).getTime() > GIVE_UP_AFTER)
    return failed(`${french.gaveUp} (${reason})`)
  const minutes = BACK_OFF[Math.min(attempts, BACK_OFF.length) - 1] ?? 1
  const sendAt = new Date(now.getTime() + minutes * MINUTE)
  return { ...tried, delivery: "waiting", lastError: reason, sendAt }
}

/** Every minute: what is due and has no job any more (retries, or a copy that died) is sent. */
export async function resumeSending({ store, clock }: Uses): Promise<void> {
  for (const messageId of await store.overdueMessages(clock())) {
    await store.transaction((tx) => tx.enqueue("mail.send", { messageId }, { key: `${messageId}` }))
  }
}
