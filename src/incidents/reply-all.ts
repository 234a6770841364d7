// *Répondre à tous*: one text, previewed with who receives it; each is written to alone, 30 seconds later.

import type { Answer, Card } from "../card.ts"
import { UserError } from "../errors.ts"
import { marksLeft } from "../faq/entry.ts"
import { fill } from "../mail/template.ts"
import { mailboxSettings, type Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { french as tickets } from "../tickets/french.ts"
import { senderName } from "../tickets/preview.ts"
import type { Ticket } from "../tickets/ticket.ts"
import { refuseReaders } from "./edit.ts"
import { french } from "./french.ts"
import { mailFor, unknownIn } from "./group-text.ts"
import type { GroupReplyState, Incident } from "./store.ts"

const UNDO_DELAY = { seconds: 30 }
const MAX_REPLY = 20_000
const MAX_LISTED = 30

type Uses = Pick<Needs, "store" | "clock" | "settings" | "templates">

export async function askReplyAll(needs: Uses, id: number, member: Member): Promise<Answer> {
  await refuseReaders(needs, member)
  const incident = await known(needs, id)
  const people = await needs.store.answerable(id)
  if (people.length === 0) throw new UserError(french.nobody)
  const { text } = fill(needs.templates.reply, {
    ...{ objet: "", prenom: " {{prenom}}", reponse: "", membre: member.name },
    service: member.service || needs.settings.service,
  })
  const blank = { text, closesTickets: false }
  return { kind: "form", form: french.replyForm(incident, people.length, blank) }
}

/** *Modifier*, *Reprendre le texte*. */
export async function reworkReplyAll(
  needs: Uses,
  replyId: number,
  member: Member,
): Promise<Answer> {
  const reply = await ownReply(needs, replyId, member)
  const incident = await known(needs, reply.incidentId)
  const people = await needs.store.answerable(reply.incidentId)
  return { kind: "form", form: french.replyForm(incident, people.length, reply) }
}

export async function previewReplyAll(
  needs: Uses,
  id: number,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  await refuseReaders(needs, member)
  const incident = await known(needs, id)
  const text = (values.text ?? "").replace(/\r\n/g, "\n").trim()
  if (!text) throw new UserError(tickets.emptyReply)
  if (text.length > MAX_REPLY) throw new UserError(tickets.tooLong(MAX_REPLY))
  const marks = marksLeft(text)
  if (marks.length > 0) throw new UserError(tickets.stillToValidate(marks))
  const unknown = unknownIn(text)
  if (unknown.length > 0) throw new UserError(french.unknownWords(unknown))
  const recipients = await needs.store.answerable(id)
  const [first] = recipients
  const example = first && (await needs.store.ticket(first.ticketId))
  if (!first || !example) throw new UserError(french.nobody)
  const closesTickets = (values.close ?? "") !== ""
  const typed = { incidentId: id, memberId: member.id, text, closesTickets }
  const replyId = await needs.store.transaction((tx) => tx.keepGroupReply(typed, recipients))
  const to = recipients.map(({ ticketId, address }) => `#${ticketId} ${address}`)
  const card = previewCard(
    needs,
    incident,
    { ...typed, id: replyId },
    to,
    { ...first, ticket: example },
    member,
  )
  return { kind: "whisper", card }
}

/** *Envoyer (12)*: once. */
export async function sendToAll(needs: Uses, replyId: number, member: Member): Promise<Answer> {
  await refuseReaders(needs, member)
  const { recipients } = await ownReply(needs, replyId, member)
  const sendAt = new Date(needs.clock().getTime() + UNDO_DELAY.seconds * 1000)
  const isNew = await needs.store.transaction(async (tx) => {
    const reply = await tx.lockGroupReply(replyId)
    if (!reply || reply.sendAt) return false
    const { incidentId } = reply
    await tx.saveGroupReply({ ...reply, sendAt })
    const incident = await tx.lockIncident(incidentId)
    if (incident) await tx.saveIncident(incident)
    const line = { ticketId: null, memberId: member.id, at: needs.clock(), what: "answered all" }
    await tx.record({ ...line, detail: { incident: incidentId, people: recipients.length } })
    await tx.enqueue("incident.write", { replyId }, { startAfter: sendAt })
    await tx.enqueue("incident.announce", { incidentId })
    return true
  })
  if (!isNew) return { kind: "done", text: french.alreadySent }
  return {
    kind: "done",
    text: french.leaves(recipients.length, UNDO_DELAY.seconds),
    undo: french.buttons.undo(replyId),
  }
}

/** For all of them, while nothing was written. */
export async function undoReplyAll(needs: Uses, replyId: number, member: Member): Promise<Answer> {
  await refuseReaders(needs, member)
  const isAuthor = await needs.store.transaction(async (tx) => {
    const reply = await tx.lockGroupReply(replyId)
    if (!reply?.sendAt) throw new UserError(french.noSuchReply)
    if (reply.startedAt) throw new UserError(french.leftAlready)
    if (reply.cancelledAt) return reply.memberId === member.id
    await tx.saveGroupReply({ ...reply, cancelledAt: needs.clock() })
    const incident = await tx.lockIncident(reply.incidentId)
    if (incident) await tx.saveIncident(incident)
    const line = { ticketId: null, memberId: member.id, at: needs.clock() }
    await tx.record({ ...line, what: "took the answer back", detail: { reply: replyId } })
    await tx.enqueue("incident.announce", { incidentId: reply.incidentId })
    return reply.memberId === member.id
  })
  const undo = isAuthor ? { undo: french.buttons.again(replyId) } : {}
  return { kind: "done", text: french.takenBack, ...undo }
}

function previewCard(
  { settings, clock }: Uses,
  { id, title }: Incident,
  { id: replyId, text, closesTickets }: { id: number; text: string; closesTickets: boolean },
  to: string[],
  { ticket: example, lastMessageId }: { ticket: Ticket; lastMessageId: number },
  member: Member,
): Card {
  const { preview } = french
  const mailbox = mailboxSettings(settings, example.mailbox)
  const closing = closesTickets ? { lastMessageId, author: member, now: clock() } : null
  const mail = mailFor(settings, text, example, closing)
  const more = to.length - MAX_LISTED
  const listed = [...to.slice(0, MAX_LISTED), ...(more > 0 ? [french.more(more)] : [])]
  const sender = `${senderName(member, mailbox)} <${mailbox.address}>`
  return {
    ...{ fallback: preview.title, title: preview.title, ticket: null, tone: "info" },
    badges: [
      { text: french.name({ id, title }), tone: "neutral" },
      { text: preview.people(to.length), tone: "warning" },
      ...(closesTickets ? [{ text: tickets.preview.closes, tone: "info" as const }] : []),
    ],
    fields: [
      { label: tickets.preview.from, text: sender },
      { label: preview.to, text: listed.join("\n") },
      { label: preview.subject, text: preview.subjectOfEach(mail.subject) },
    ],
    sections: [{ heading: preview.first(example.id), text: mail.text }],
    buttons: [french.buttons.send(replyId, to.length), french.buttons.rework(replyId)],
  }
}

/** Only its author sends it: it is signed. */
async function ownReply(
  { store }: Uses,
  replyId: number,
  member: Member,
): Promise<GroupReplyState> {
  const reply = await store.groupReply(replyId)
  if (reply?.memberId !== member.id) throw new UserError(french.noSuchReply)
  return reply
}

async function known({ store }: Uses, id: number): Promise<Incident> {
  const incident = await store.incident(id)
  if (!incident) throw new UserError(french.noSuchIncident)
  return incident
}
