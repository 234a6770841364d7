import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import { marksLeft } from "../faq/entry.ts"
import { referencesOf } from "../mail/references.ts"
import { messageIdFor } from "../mail/thread.ts"
import { mailboxSettings, type Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { domainOf } from "../people/requester.ts"
import type { Transaction } from "../store.ts"
import { refuseReaders } from "./change.ts"
import { french } from "./french.ts"
import type { Draft } from "./message-store.ts"
import { tellNews } from "./news.ts"
import { outgoing } from "./outgoing.ts"
import { knownDraft } from "./reply.ts"
import { newsSince } from "./since.ts"
import { take } from "./ticket.ts"

const UNDO_DELAY = { seconds: 30 }

type Uses = Pick<Needs, "store" | "clock" | "settings">

/** *Envoyer*: the answer leaves in 30 seconds, unless somebody takes it back. A stale preview is refused. */
export async function sendReply(needs: Uses, draftId: number, member: Member): Promise<Answer> {
  const draft = await knownDraft(needs, draftId, member)
  await refuseReaders(needs, member, draft.ticketId)
  const marks = marksLeft(`${draft.subject}\n${draft.text}`)
  if (marks.length > 0) throw new UserError(french.stillToValidate(marks))
  const sendAt = new Date(needs.clock().getTime() + UNDO_DELAY.seconds * 1000)
  const messageId = await needs.store.transaction((tx) =>
    queueReply(needs, tx, draft, member, sendAt),
  )
  if (!messageId) return { kind: "done", text: french.alreadySent }
  return {
    kind: "done",
    text: french.leavesIn(UNDO_DELAY.seconds),
    undo: french.undoButton(messageId),
  }
}

async function queueReply(
  needs: Uses,
  tx: Transaction,
  draft: Draft,
  member: Member,
  sendAt: Date,
): Promise<number | null> {
  const ticket = await tx.lockTicket(draft.ticketId)
  if (!ticket) throw new UserError(french.noSuchTicket(draft.ticketId))
  if (ticket.mergedInto) throw new UserError(french.mergedMeanwhile(ticket.id, ticket.mergedInto))
  const messages = await tx.messages(ticket.id)
  const key = `draft ${draft.id}`
  const passingId = draft.passingId ?? null
  // To a service, it begins a thread of its own.
  const references = passingId ? [] : referencesOf(await tx.mailsOfTicket(ticket.id))
  const added = await tx.addMessage({
    ...{ ticketId: ticket.id, kind: "outgoing", memberId: member.id, mailId: null },
    ...{ at: needs.clock(), text: draft.text, key, passingId },
    outgoing: outgoing(draft, sendAt, references),
  })
  if (!added) return null
  const news = newsSince(messages, draft.lastMessageId)
  if (news.length > 0) throw new UserError(french.stale(await tellNews(tx, news, false)))

  const { address } = mailboxSettings(needs.settings, ticket.mailbox)
  const messageId = messageIdFor(needs.settings.secret, added.id, domainOf(address))
  if (added.outgoing) await tx.saveOutgoing(added.id, { ...added.outgoing, messageId })
  await tx.sendFiles(draft.id, added.id)
  await tx.saveTicket(ticket.assigneeId ? ticket : take(ticket, member.id))
  const line = { ticketId: ticket.id, memberId: member.id, at: needs.clock() }
  await tx.record({
    ...line,
    what: passingId ? "passed on" : "answered",
    detail: { message: added.id },
  })
  await tx.enqueue("mail.send", { messageId: added.id }, { startAfter: sendAt, key: `${added.id}` })
  await tx.enqueue("ticket.announce", { ticketId: ticket.id })
  return added.id
}

/** *Annuler l’envoi*, while it has not left. */
export async function undoReply(needs: Uses, messageId: number, member: Member): Promise<Answer> {
  await refuseReadersOf(needs, messageId, member)
  const draftId = await needs.store.transaction(async (tx) => {
    const message = await tx.lockMessage(messageId)
    if (!message?.outgoing) throw new UserError(french.noSuchDraft)
    if (message.outgoing.delivery === "cancelled") return null
    if (message.outgoing.delivery !== "waiting") throw new UserError(french.leftAlready)
    await tx.saveOutgoing(messageId, { ...message.outgoing, delivery: "cancelled" })
    const line = { ticketId: message.ticketId, memberId: member.id, at: needs.clock() }
    await tx.record({ ...line, what: "took the answer back", detail: { message: messageId } })
    await tx.enqueue("ticket.announce", { ticketId: message.ticketId })
    // What was typed is not lost: it waits in a new draft.
    const { to, cc, subject, closesTicket } = message.outgoing
    const draft = { ticketId: message.ticketId, memberId: member.id, lastMessageId: messageId }
    const passingId = message.passingId ?? null
    const again = { ...draft, to, cc, subject, text: message.text, closesTicket, passingId }
    const kept = await tx.keepDraft(again)
    await tx.takeFilesBack(messageId, kept.id)
    return kept.id
  })
  return {
    kind: "done",
    text: french.takenBack,
    ...(draftId ? { undo: french.editButton(draftId) } : {}),
  }
}

/** *Réessayer l’envoi* of what failed for good. */
export async function retryReply(needs: Uses, messageId: number, member: Member): Promise<Answer> {
  await refuseReadersOf(needs, messageId, member)
  await needs.store.transaction(async (tx) => {
    const message = await tx.lockMessage(messageId)
    if (message?.outgoing?.delivery !== "failed") throw new UserError(french.notFailed)
    const again = {
      delivery: "waiting",
      sendAt: needs.clock(),
      firstAttemptAt: null,
      attempts: 0,
      cutShort: 0,
    } as const
    await tx.saveOutgoing(messageId, { ...message.outgoing, ...again })
    const line = { ticketId: message.ticketId, memberId: member.id, at: needs.clock() }
    await tx.record({ ...line, what: "retried", detail: { message: messageId } })
    await tx.enqueue("mail.send", { messageId }, { key: `${messageId}` })
    await tx.enqueue("ticket.announce", { ticketId: message.ticketId })
  })
  return { kind: "done", text: french.retrying }
}

async function refuseReadersOf(needs: Uses, messageId: number, member: Member): Promise<void> {
  const message = await needs.store.message(messageId)
  if (!message) throw new UserError(french.noSuchDraft)
  await refuseReaders(needs, member, message.ticketId)
}
