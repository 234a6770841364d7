// *Proposer une fiche*: an answer that was sent becomes a card to validate, once a member read it.
import { dayAndTime } from "../calendar/french.ts"
import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import { fill } from "../mail/template.ts"
import { mailboxSettings, type Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { type Hiding, hidingOf } from "../privacy/personal-data.ts"
import { draftWords } from "../tickets/french-draft.ts"
import type { Message, Ticket } from "../tickets/ticket.ts"
import { isCategory } from "../triage/categories.ts"
import { categories, emptyContent, previewEntry, refuseReaders } from "./edit.ts"
import { entryWords as words } from "./french-entries.ts"
import { entryForms } from "./french-entry-forms.ts"
import type { EntryContent } from "./history.ts"
import {
  answerIn,
  leftIn,
  questionsIn,
  questionsWithout,
  textWithout,
  titleWithout,
} from "./proposed.ts"
import { valuesOf } from "./typed.ts"

type Uses = Pick<Needs, "store" | "clock" | "lexicon" | "faq" | "settings" | "templates">

/** The form, filled with the last answer that left, without what tells who somebody is. Nothing is kept yet. */
export async function askProposal(needs: Uses, id: number, member: Member): Promise<Answer> {
  await refuseReaders(needs, member, "entry.propose")
  const { ticket, content } = await proposalFor(needs, id)
  const near = needs.faq.entry(ticket.triage?.answer?.ids[0] ?? "")
  const about = { ticketId: id, content, intro: words.propose.intro(near?.title ?? "") }
  return { kind: "form", form: entryForms.propose(about, categories(needs)) }
}

/** *Relire*: what the small form does not ask is as the answer says. */
export async function previewProposal(
  needs: Uses,
  id: number,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  await refuseReaders(needs, member, "entry.propose")
  const { content, hiding } = await proposalFor(needs, id)
  const about = { entryId: null, version: 0, what: "proposed" as const }
  const typed = { ...valuesOf(content), ...values }
  const preview = await previewEntry(needs, about, typed, member)
  const text = [typed.title, typed.body, typed.questions].join("\n")
  const left = leftIn(hiding, text, isOurs(needs))
  if (left.length === 0 || preview.kind !== "whisper") return preview
  const field = { label: words.propose.left, text: words.propose.leftWords(left) }
  const { card } = preview
  return { kind: "whisper", card: { ...card, tone: "warning", fields: [field, ...card.fields] } }
}

/** Addresses that anybody may read. */
function isOurs({ settings }: Pick<Uses, "settings">): (address: string) => boolean {
  const own = settings.mailboxes.map(({ address }) => address.toLowerCase())
  return (address) => own.includes(address)
}

async function proposalFor(
  needs: Uses,
  id: number,
): Promise<{ ticket: Ticket; content: EntryContent; hiding: Hiding }> {
  const { store } = needs
  const ticket = await store.ticket(id)
  if (!ticket) throw new UserError(words.propose.noTicket(id))
  const [messages, members] = [await store.messages(id), await store.members()]
  const answer = lastAnswer(needs, ticket, messages, members)
  if (!answer) throw new UserError(words.propose.noAnswer)
  const hiding = await hidingFor(needs, ticket, members)
  const first = messages.find(({ kind }) => kind === "incoming")
  const content = {
    ...emptyContent(needs),
    title: titleWithout(hiding, ticket.subject),
    category: ticket.category && isCategory(ticket.category) ? ticket.category : "autre",
    source: words.propose.source(dayAndTime(answer.at)),
    questions: questionsWithout(hiding, questionsIn(ticket.subject, first?.text ?? "")),
    body: textWithout(hiding, answer.text, words.propose.mark, isOurs(needs)),
  }
  return { ticket, content, hiding }
}

/** Between greeting and signature. A closing mail answers nothing, nor does what went to another service. */
function lastAnswer(
  needs: Uses,
  ticket: Ticket,
  messages: Message[],
  members: Member[],
): { text: string; at: Date } | null {
  const { label } = mailboxSettings(needs.settings, ticket.mailbox)
  const { closing, closingLinks } = needs.templates
  const closings = [closing, closingLinks]
    .map((template) => fill(template, { numero: `${label} #${ticket.id}` }).text)
    .map((text) => opening(answerIn(text, null)))
  const answers = messages.flatMap(({ outgoing, passingId, memberId, text, at }) => {
    if (outgoing?.delivery !== "sent" || outgoing.isAutomatic || outgoing.isByGate) return []
    if (passingId) return []
    const author = members.find(({ id }) => id === memberId) ?? null
    const said = answerIn(text, author, [draftWords.thanks])
    return said && !closings.includes(opening(said)) ? [{ text: said, at }] : []
  })
  return answers.at(-1) ?? null
}

function opening(text: string): string {
  return text.split("\n\n")[0] ?? ""
}

/** Whoever takes part; the words of the cards name nobody. */
async function hidingFor(
  { store, settings }: Uses,
  ticket: Ticket,
  members: Member[],
): Promise<Hiding> {
  const mails = await store.mailsOfTicket(ticket.id)
  const people = [
    ...[ticket.requester, ...members],
    ...mails.flatMap(({ from, forwarded }) => (forwarded?.from ? [from, forwarded.from] : [from])),
    ...mails.flatMap(({ to, cc }) => [...to, ...cc].map((address) => ({ name: "", address }))),
  ]
  const isOwn = isOurs({ settings })
  const entries = await store.entries()
  const common = new Set(
    entries.flatMap(({ title, body }) => `${title} ${body}`.toLowerCase().match(WORD) ?? []),
  )
  return hidingOf(
    people.filter(({ address }) => !isOwn(address.toLowerCase())),
    (word) => common.has(word.toLowerCase()),
  )
}

const WORD = /[\p{L}’'-]+/gu
