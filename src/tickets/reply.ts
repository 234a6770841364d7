import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { OutgoingAttachment } from "../mail/outgoing.ts"
import { fill } from "../mail/template.ts"
import { answerSubject } from "../mail/thread.ts"
import { mailboxSettings, type Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { firstName, isAddress } from "../people/requester.ts"
import { refuseReaders } from "./change.ts"
import { closingLinks } from "./closing.ts"
import { withoutQuestion, withQuestion } from "./closing-question.ts"
import { french } from "./french.ts"
import type { Draft } from "./message-store.ts"
import { tellNews } from "./news.ts"
import { previewCard } from "./preview.ts"
import { type Recipients, recipientsOf } from "./recipients.ts"
import { refuseTooMuch } from "./reply-files.ts"
import { newsSince } from "./since.ts"
import type { Message, Ticket, TicketId } from "./ticket.ts"

const MAX_REPLY = 50_000

type Uses = Pick<Needs, "store" | "clock" | "settings" | "templates">

/**
 * *Modifier*: the form again, as it was previewed, above it what happened since. Whoever sends it then has read that;
 * in a request that was merged meanwhile, the text goes on in the other one.
 */
export async function editReply(needs: Uses, draftId: number, member: Member): Promise<Answer> {
  const draft = await knownDraft(needs, draftId, member)
  const known = await needs.store.ticket(draft.ticketId)
  const ticketId = known?.mergedInto ?? draft.ticketId
  const { recipients, messages, lastMessageId } = await seenBy(needs, ticketId)
  const news = await tellNews(needs.store, newsSince(messages, draft.lastMessageId), true)
  const again = { ...draft, text: withoutQuestion(draft.text), ticketId, lastMessageId }
  const files = await needs.store.filesOfDraft(draftId)
  return { kind: "form", form: french.replyForm(again, recipients, news, files) }
}

/** What was typed, as the agent will read it. Nothing leaves yet. */
export async function previewReply(
  needs: Uses,
  { id, lastMessageId }: { id: TicketId; lastMessageId: number },
  values: Record<string, string>,
  member: Member,
  added: OutgoingAttachment[],
): Promise<Answer> {
  await refuseReaders(needs, member, id)
  const { ticket } = await seenBy(needs, id)
  const addresses = (field: string) => lines(values[field] ?? "")
  const files = { kept: lines(values.kept ?? "").map(Number), added }
  const typed = {
    ...newDraft(ticket, member, lastMessageId),
    to: addresses("to"),
    cc: addresses("cc"),
    subject: (values.subject ?? "").replace(/\s+/g, " ").trim(),
    text: (values.text ?? "").replace(/\r\n/g, "\n").trim(),
    closesTicket: (values.close ?? "") !== "",
  }
  return preview(
    needs,
    member,
    { ...typed, text: askedIfSolved(needs, ticket, typed, member) },
    files,
  )
}

/** An answer that closes asks the requester, and nobody else, where there are pages to answer on. */
function askedIfSolved(
  { settings, clock }: Uses,
  ticket: Ticket,
  { text, to, closesTicket, lastMessageId }: Omit<Draft, "id">,
  member: Member,
): string {
  const bare = withoutQuestion(text)
  const closing = { ticketId: ticket.id, after: lastMessageId }
  const isAsked = bare && closesTicket && to.includes(ticket.requester.address)
  const links = isAsked && closingLinks(settings, closing, clock())
  return links ? withQuestion(bare, links, member) : bare
}

/** The closing mail is an answer like another: previewed, and it closes once it has left. */
export async function previewClosing(needs: Uses, id: TicketId, member: Member): Promise<Answer> {
  await refuseReaders(needs, member, id)
  const { ticket, lastMessageId } = await seenBy(needs, id)
  const { settings, clock } = needs
  const links = closingLinks(settings, { ticketId: id, after: lastMessageId }, clock())
  const { subject, text } = links
    ? fillFor(needs, "closingLinks", ticket, member, links)
    : fillFor(needs, "closing", ticket, member)
  const draft = { ...newDraft(ticket, member, lastMessageId), subject, text, closesTicket: true }
  return preview(needs, member, draft)
}

type Files = { kept: number[]; added: OutgoingAttachment[] }

/** Of an answer, or of what goes to another service (`typed.passingId`). */
export async function preview(
  needs: Uses,
  member: Member,
  typed: Omit<Draft, "id">,
  { kept, added }: Files = { kept: [], added: [] },
): Promise<Answer> {
  const [first] = typed.to
  if (!first) throw new UserError(french.noRecipient)
  const wrong = [...typed.to, ...typed.cc].find((address) => !isAddress(address))
  if (wrong) throw new UserError(french.notAnAddress(wrong))
  if (!typed.text) throw new UserError(french.emptyReply)
  if (typed.text.length > MAX_REPLY) throw new UserError(french.tooLong(MAX_REPLY))
  if (!typed.subject) throw new UserError(french.emptySubject)
  const ticket = await needs.store.ticket(typed.ticketId)
  if (!ticket) throw new UserError(french.noSuchTicket(typed.ticketId))
  const passing = typed.passingId ? await needs.store.passing(typed.passingId) : null
  const { draft, files } = await needs.store.transaction(async (tx) => {
    const draft = await tx.keepDraft(typed)
    await tx.copyFiles(kept, draft, draft.id)
    await tx.attachFiles(draft.id, added)
    const files = await tx.filesOfDraft(draft.id)
    refuseTooMuch(files)
    return { draft, files }
  })
  const mailbox = mailboxSettings(needs.settings, ticket.mailbox)
  return { kind: "whisper", card: previewCard(draft, mailbox, member, ticket, files, passing) }
}

/** Only its author sends a draft: the preview shows who signs. */
export async function knownDraft(
  { store }: Pick<Needs, "store">,
  id: number,
  member: Member,
): Promise<Draft> {
  const draft = await store.draft(id)
  if (draft?.memberId !== member.id) throw new UserError(french.noSuchDraft)
  return draft
}

type Seen = { ticket: Ticket; recipients: Recipients; messages: Message[]; lastMessageId: number }

/** The ticket and its last message, as the person who opens the form sees them. */
export async function seenBy({ store, settings }: Uses, id: TicketId): Promise<Seen> {
  const ticket = await store.ticket(id)
  if (!ticket) throw new UserError(french.noSuchTicket(id))
  if (ticket.mergedInto) throw new UserError(french.mergedAlready(id, ticket.mergedInto))
  const [messages, mails] = [await store.messages(id), await store.mailsOfTicket(id)]
  const own = settings.mailboxes.map(({ address }) => address.toLowerCase())
  const lastMessageId = messages.at(-1)?.id ?? 0
  return { ticket, recipients: recipientsOf(ticket, mails, own), messages, lastMessageId }
}

export function newDraft(ticket: Ticket, member: Member, lastMessageId: number): Omit<Draft, "id"> {
  return {
    ticketId: ticket.id,
    memberId: member.id,
    lastMessageId,
    to: [ticket.requester.address],
    cc: [], // nobody but the requester, unless a person ticks them
    subject: "",
    text: "",
    closesTicket: false,
  }
}

/** `more`: the values that the requester, the ticket and the member do not give. */
export function fillFor(
  needs: Pick<Needs, "settings" | "templates">,
  name: "reply" | "closing" | "closingLinks",
  ticket: Ticket,
  member: Member,
  more: Record<string, string> = {},
) {
  const { label } = mailboxSettings(needs.settings, ticket.mailbox)
  const first = firstName(ticket.requester.name)
  return fill(needs.templates[name], {
    objet: answerSubject(ticket.subject, label, ticket.id),
    prenom: first ? ` ${first}` : "",
    numero: `${label} #${ticket.id}`,
    membre: member.name,
    service: member.service || needs.settings.service,
    ...more,
  })
}

function lines(value: string): string[] {
  return value
    .split(/[\n,;]/)
    .map((line) => line.trim().toLowerCase())
    .filter(Boolean)
}
