// *Rediriger vers un service*: the requester is told whom to write to, or the request is passed on to that service.

import { dayAndTime } from "../calendar/french.ts"
import type { Answer, Option } from "../card.ts"
import { UserError } from "../errors.ts"
import type { OutgoingAttachment } from "../mail/outgoing.ts"
import type { ReceivedFile } from "../mail/store.ts"
import { fill } from "../mail/template.ts"
import { answerSubject } from "../mail/thread.ts"
import { mailboxSettings, type Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { firstName } from "../people/requester.ts"
import { likeliest, type Office, redirectionText } from "../redirections/office.ts"
import type { Passing } from "../redirections/store.ts"
import { refuseReaders } from "./change.ts"
import { french } from "./french.ts"
import type { Draft } from "./message-store.ts"
import { tellNews } from "./news.ts"
import { requestText } from "./prefill.ts"
import { fillFor, knownDraft, newDraft, preview, seenBy } from "./reply.ts"
import { newsSince } from "./since.ts"
import type { Message, Ticket, TicketId } from "./ticket.ts"

const words = french.passing

type Uses = Pick<Needs, "store" | "clock" | "settings" | "templates" | "redirections" | "reader">

export async function askRedirection(needs: Uses, id: TicketId, member: Member): Promise<Answer> {
  await refuseReaders(needs, member, id)
  const { ticket, messages, lastMessageId } = await seenBy(needs, id)
  const offices = await needs.store.offices()
  if (offices.length === 0) throw new UserError(words.noOffice)
  const likely = likeliest(offices, needs.redirections, requestText(ticket, messages))
  const files = fileOptions(await needs.store.receivedFiles(id))
  return { kind: "form", form: words.form({ id, lastMessageId }, likely, files) }
}

/** To the ordinary preview: of an answer, or of the mail to the service with what the requester is told. */
export async function redirect(
  needs: Uses,
  { id, lastMessageId }: { id: TicketId; lastMessageId: number },
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  await refuseReaders(needs, member, id)
  const { ticket, messages } = await seenBy(needs, id)
  const office = (await needs.store.offices()).find(
    ({ id: known }) => String(known) === values.office,
  )
  if (!office) throw new UserError(words.chooseOffice)
  const draft = newDraft(ticket, member, lastMessageId)
  if (values.how !== "pass") {
    const text = redirectionText(office, needs.redirections)
    return preview(needs, member, {
      ...draft,
      ...fillFor(needs, "reply", ticket, member, { reponse: text }),
    })
  }
  if (!office.address) throw new UserError(words.noAddress(office.name))
  const shared = (values.shared ?? "").split("\n")
  const added = await readFiles(needs, id, shared)
  const request = shared.includes("text") ? messages : []
  const mail = mailToOffice(needs, ticket, request, values.word ?? "", member)
  const passingId = await needs.store.keepPassing({
    ...{ officeId: office.id, name: office.name, address: office.address },
    toRequester: toldTo(needs, ticket, office, member),
  })
  const to = [office.address]
  return preview(needs, member, { ...draft, ...mail, to, passingId }, { kept: [], added })
}

/** *Modifier* of such a preview; null: it is an answer's. */
export async function editPassing(
  needs: Uses,
  draftId: number,
  member: Member,
): Promise<Answer | null> {
  const draft = await knownDraft(needs, draftId, member)
  const passing = draft.passingId ? await needs.store.passing(draft.passingId) : null
  if (!passing) return null
  const { messages, lastMessageId } = await seenBy(needs, draft.ticketId)
  const news = await tellNews(needs.store, newsSince(messages, draft.lastMessageId), true)
  const files = await needs.store.filesOfDraft(draftId)
  return { kind: "form", form: words.editForm({ ...draft, lastMessageId }, passing, files, news) }
}

export async function previewPassing(
  needs: Uses,
  { draftId, lastMessageId }: { draftId: number; lastMessageId: number },
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  const draft = await knownDraft(needs, draftId, member)
  await refuseReaders(needs, member, draft.ticketId)
  const passing = draft.passingId ? await needs.store.passing(draft.passingId) : null
  if (!passing) throw new UserError(french.noSuchDraft)
  const passingId = await needs.store.keepPassing({
    ...{ officeId: passing.officeId, name: passing.name, address: passing.address },
    toRequester: (values.toRequester ?? "").trim(),
  })
  const { id: _, ...before } = draft
  const typed: Omit<Draft, "id"> = {
    ...{ ...before, passingId, lastMessageId, to: [passing.address] },
    subject: (values.subject ?? "").replace(/\s+/g, " ").trim(),
    text: (values.text ?? "").trim(),
  }
  const kept = (values.kept ?? "").split("\n").map(Number).filter(Boolean)
  return preview(needs, member, typed, { kept, added: [] })
}

function mailToOffice(
  { settings, templates }: Uses,
  ticket: Ticket,
  messages: Message[],
  word: string,
  member: Member,
) {
  const { label } = mailboxSettings(settings, ticket.mailbox)
  const { name, address } = ticket.requester
  // Secrets were masked when the mail was stored.
  const request = messages.filter(({ kind, passingId }) => kind === "incoming" && !passingId)
  const { text } = fill(templates.passing, {
    ...{ objet: "", boite: label, mot: word.trim(), date: dayAndTime(ticket.openedAt) },
    demandeur: words.sender(name, address),
    demande: request.map((message) => words.quoted(message.text)).join("\n\n"),
    ...{ membre: member.name, service: member.service || settings.service },
  })
  const subject = fill(templates.passing, {
    objet: words.subject(ticket.subject, label, ticket.id),
  })
  return { subject: subject.subject, text: text.replace(/\n{3,}/g, "\n\n") }
}

/** What the requester is told, for the preview to show. */
function toldTo(
  { settings, templates }: Uses,
  ticket: Ticket,
  office: Pick<Office, "name">,
  member: Member,
): Passing["toRequester"] {
  if (!ticket.requester.address) return ""
  const { label } = mailboxSettings(settings, ticket.mailbox)
  const first = firstName(ticket.requester.name)
  return fill(templates.passed, {
    objet: answerSubject(ticket.subject, label, ticket.id),
    ...{ prenom: first ? ` ${first}` : "", numero: `${label} #${ticket.id}` },
    ...{ destinataire: office.name, membre: member.name },
    service: member.service || settings.service,
  }).text
}

/** « mail-position » of each file of the requester's mails. */
function fileOptions(files: ReceivedFile[]): Option[] {
  return files.map(({ mailId, position, name }) => ({
    label: name || "fichier",
    value: `${mailId}-${position}`,
  }))
}

/** Read again from the mails as they were received. */
async function readFiles(
  { store, reader }: Uses,
  id: TicketId,
  chosen: string[],
): Promise<OutgoingAttachment[]> {
  const own = fileOptions(await store.receivedFiles(id)).filter(({ value }) =>
    chosen.includes(value),
  )
  const files: OutgoingAttachment[] = []
  for (const { value } of own) {
    const [mailId = 0, position = 0] = value.split("-").map(Number)
    const raw = await store.rawMail(mailId)
    const read = raw && (await reader.read(raw.source))
    const file = read && !("unreadable" in read) ? read.mail.attachments[position] : undefined
    if (!file) throw new UserError(words.gone)
    files.push({ name: file.name, type: file.type, content: file.content })
  }
  return files
}
