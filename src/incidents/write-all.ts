import { referencesOf } from "../mail/references.ts"
import { messageIdFor } from "../mail/thread.ts"
import { mailboxSettings, type Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { domainOf } from "../people/requester.ts"
import type { Transaction } from "../store.ts"
import { outgoing } from "../tickets/outgoing.ts"
import { newsSince } from "../tickets/since.ts"
import { take } from "../tickets/ticket.ts"
import { mailFor } from "./group-text.ts"
import type { GroupReply, Outcome, Recipient } from "./store.ts"

const DRAWN_EVERY = 25

type Uses = Pick<Needs, "store" | "clock" | "settings">

/** After the 30 seconds: a mail in each thread; those that changed since the preview are left out. Goes on where it was cut. */
export async function writeToAll(needs: Uses, replyId: number): Promise<void> {
  const begun = await begin(needs, replyId)
  if (!begun) return
  const [state, author] = [
    await needs.store.groupReply(replyId),
    await needs.store.member(begun.memberId),
  ]
  const waiting = (state?.recipients ?? []).filter(({ outcome }) => outcome === "waiting")
  for (const [n, recipient] of waiting.entries()) {
    await needs.store.transaction(async (tx) => {
      const outcome = await write(needs, tx, { ...begun, author }, recipient)
      await tx.noteOutcome(replyId, recipient.ticketId, outcome)
      if (n % DRAWN_EVERY === DRAWN_EVERY - 1) await redraw(tx, begun.incidentId)
    })
  }
  await needs.store.transaction((tx) => redraw(tx, begun.incidentId))
}

async function begin({ store, clock }: Uses, replyId: number): Promise<GroupReply | null> {
  return store.transaction(async (tx) => {
    const reply = await tx.lockGroupReply(replyId)
    if (!reply?.sendAt || reply.cancelledAt || reply.sendAt > clock()) return null
    const started = { ...reply, startedAt: reply.startedAt ?? clock() }
    await tx.saveGroupReply(started)
    return started
  })
}

async function write(
  { clock, settings }: Uses,
  tx: Transaction,
  { id, memberId, text, closesTickets, author }: GroupReply & { author: Member | null },
  { ticketId, lastMessageId }: Recipient,
): Promise<Outcome> {
  const ticket = await tx.lockTicket(ticketId)
  if (!ticket || ticket.mergedInto || ticket.status === "closed") return "closed"
  const messages = await tx.messages(ticketId)
  const key = `reply ${id} to ${ticketId}`
  if (newsSince(messages, lastMessageId).length > 0) return "changed"
  const at = clock()
  const closing = closesTickets && author ? { lastMessageId, author, now: at } : null
  const mail = mailFor(settings, text, ticket, closing)
  const { subject } = mail
  const written = { to: [ticket.requester.address], cc: [], subject, closesTicket: closesTickets }
  const added = await tx.addMessage({
    ...{ ticketId, kind: "outgoing", memberId, mailId: null, at, text: mail.text, key },
    outgoing: outgoing(written, at, referencesOf(await tx.mailsOfTicket(ticketId))),
  })
  if (!added?.outgoing) return "written"
  const { address } = mailboxSettings(settings, ticket.mailbox)
  const messageId = messageIdFor(settings.secret, added.id, domainOf(address))
  await tx.saveOutgoing(added.id, { ...added.outgoing, messageId })
  await tx.saveTicket(ticket.assigneeId ? ticket : take(ticket, memberId))
  await tx.record({ ticketId, memberId, at, what: "answered", detail: { message: added.id } })
  await tx.enqueue("mail.send", { messageId: added.id }, { key: `${added.id}` })
  await tx.enqueue("ticket.announce", { ticketId })
  return "written"
}

async function redraw(tx: Transaction, incidentId: number): Promise<void> {
  const incident = await tx.lockIncident(incidentId)
  if (!incident) return
  await tx.saveIncident(incident)
  await tx.enqueue("incident.announce", { incidentId })
}
