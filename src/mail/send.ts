import { SendRefused } from "../errors.ts"
import { mailboxSettings, type Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { senderName } from "../tickets/preview.ts"
import { answered, type Message, type Outgoing, type Ticket } from "../tickets/ticket.ts"
import { french } from "./french.ts"
import { htmlOf } from "./html.ts"
import type { OutgoingAttachment, OutgoingMail } from "./outgoing.ts"
import { subaddress } from "./thread.ts"

const MINUTE = 60_000
const GIVE_UP_AFTER = 3 * 24 * 60 * MINUTE
/** Minutes between attempts; the last one repeats. One falls just after the first hour, when the card says it. */
const BACK_OFF = [1, 2, 5, 15, 40, 60, 120]

type Uses = Pick<Needs, "store" | "mailboxes" | "settings" | "clock" | "log">

/**
 * Sends at least once: a copy that died between SMTP's yes and ours sends again, with the same Message-ID. The queue
 * lets one job at a time work on a message.
 */
export async function sendMail(needs: Uses, messageId: number): Promise<void> {
  const ready = await begin(needs, messageId)
  if (!ready) return
  const mailbox =
    needs.mailboxes.find(({ name }) => name === ready.ticket.mailbox) ?? needs.mailboxes[0]
  if (!mailbox) throw new Error("no mailbox is configured")
  try {
    await mailbox.send(compose(needs, ready))
  } catch (error) {
    return noteFailure(needs, messageId, error)
  }
  await noteSent(needs, messageId, mailbox.name)
}

type Ready = {
  message: Message
  outgoing: Outgoing
  ticket: Ticket
  member: Member | null
  files: OutgoingAttachment[]
}

/** Null when there is nothing to do: taken back, sent already, or not yet due. */
async function begin({ store, clock }: Uses, messageId: number): Promise<Ready | null> {
  return store.transaction(async (tx) => {
    const message = await tx.lockMessage(messageId)
    const outgoing = message?.outgoing
    if (!message || !outgoing || !["waiting", "sending"].includes(outgoing.delivery)) return null
    const now = clock()
    if (outgoing.sendAt > now) return null
    const ticket = await tx.ticket(message.ticketId)
    if (!ticket) return null
    const started = { delivery: "sending", firstAttemptAt: outgoing.firstAttemptAt ?? now } as const
    await tx.saveOutgoing(messageId, { ...outgoing, ...started, attempts: outgoing.attempts + 1 })
    const member = message.memberId ? await tx.member(message.memberId) : null
    return { message, outgoing, ticket, member, files: await tx.attachmentsToSend(messageId) }
  })
}

function compose(
  { settings }: Uses,
  { message, outgoing, ticket, member, files }: Ready,
): OutgoingMail {
  const mailbox = mailboxSettings(settings, ticket.mailbox)
  const address = (to: string) => ({
    name: to === ticket.requester.address ? ticket.requester.name : "",
    address: to,
  })
  const sub = mailbox.hasSubaddresses
    ? subaddress(settings.secret, ticket.id, mailbox.address)
    : null
  return {
    messageId: outgoing.messageId ?? "",
    from: {
      name: member ? senderName(member, mailbox) : `Assistance ${mailbox.label}`,
      address: mailbox.address,
    },
    replyTo: sub ? { name: `Assistance ${mailbox.label}`, address: sub } : null,
    to: outgoing.to.map(address),
    cc: outgoing.cc.map(address),
    subject: outgoing.subject,
    text: message.text,
    html: htmlOf(message.text),
    inReplyTo: outgoing.inReplyTo,
    references: outgoing.references,
    isAutomatic: outgoing.isAutomatic,
    attachments: files,
  }
}

async function noteSent({ store, clock }: Uses, messageId: number, mailbox: string): Promise<void> {
  await store.transaction(async (tx) => {
    const known = await tx.message(messageId)
    const ticket = known && (await tx.lockTicket(known.ticketId))
    const message = await tx.lockMessage(messageId)
    if (!ticket || !message?.outgoing || message.outgoing.delivery !== "sending") return
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
    await tx.noteSent(mailbox, at)
    await tx.enqueue("ticket.announce", { ticketId: ticket.id })
  })
}

/** Temporary: again with back-off for three days. Permanent: the card says so at once. */
async function noteFailure(needs: Uses, messageId: number, error: unknown): Promise<void> {
  const { store, clock, log } = needs
  const reason = error instanceof Error ? error.message : String(error)
  const isPermanent = error instanceof SendRefused && error.isPermanent
  log.warn({ message: messageId, isPermanent, error }, "a mail could not be sent")
  await store.transaction(async (tx) => {
    const message = await tx.lockMessage(messageId)
    if (!message?.outgoing) return
    const now = clock()
    const { firstAttemptAt, attempts } = message.outgoing
    const isOver = now.getTime() - (firstAttemptAt ?? now).getTime() > GIVE_UP_AFTER
    const minutes = BACK_OFF[Math.min(attempts, BACK_OFF.length) - 1] ?? 1
    const lastError = isOver ? `${french.gaveUp} (${reason})` : reason
    await tx.saveOutgoing(messageId, {
      ...message.outgoing,
      ...(isPermanent || isOver
        ? { delivery: "failed", lastError }
        : { delivery: "waiting", lastError, sendAt: new Date(now.getTime() + minutes * MINUTE) }),
    })
    await tx.enqueue("ticket.announce", { ticketId: message.ticketId })
  })
}

/** Every minute: what is due and has no job any more (retries, or a copy that died) is sent. */
export async function resumeSending({ store, clock }: Uses): Promise<void> {
  for (const messageId of await store.overdueMessages(clock())) {
    await store.transaction((tx) => tx.enqueue("mail.send", { messageId }, { key: `${messageId}` }))
  }
}
