import type { Badge, Card, Field, Tone } from "../card.ts"
import type { KnownEntry } from "../faq/found.ts"
import type { CardDetail } from "../needs.ts"
import { type DomainVerdict, domainOf, shortName } from "../people/requester.ts"
import type { Office, Redirection } from "../redirections/office.ts"
import type { Passing } from "../redirections/store.ts"
import { answerFields } from "./card-answer.ts"
import { answerBadges } from "./card-automatic.ts"
import { ticketButtons } from "./card-buttons.ts"
import { categoryFields } from "./card-category.ts"
import { passingFields, waitsForService } from "./card-passing.ts"
import { sections } from "./card-sections.ts"
import { delayOf } from "./delay.ts"
import { french } from "./french.ts"
import type { Drawing, EarlierTicket } from "./store.ts"
import type { Message, Ticket } from "./ticket.ts"

/** All that a card says, read at once: it is redrawn whole each time. */
export type TicketView = {
  ticket: Ticket
  /** « Mentor » */
  label: string
  categoryLabel: string | null
  /** Of what the bot proposed. */
  proposedLabel: string | null
  assignee: string | null
  /** Incoming and outgoing, oldest first; notes stay in the thread. */
  messages: Message[]
  /** Answer cards that the bot proposes: the one it is sure of, or those to choose from. */
  answers: KnownEntry[]
  /** A language model may be asked. */
  hasLlm: boolean
  attachments: { name: string; size: number }[]
  earlier: EarlierTicket[]
  passings: Passing[]
  /** Ids of those whose mail came back. */
  unreachedServices: number[]
  offices: Office[]
  redirections: Redirection[]
  incident: Drawing["incident"]
  automaticAnswer: Drawing["automaticAnswer"]
  verdict: DomainVerdict
  /** Machines that answered about this ticket: "bounce", "absence"… */
  automatic: string[]
  isUnreachable: boolean
  /** Who wrote the mail that was passed on. */
  forwardedFrom: string | null
  /** Reply-To when it is not From. */
  replyTo: string | null
}

const MAX_ATTACHMENTS = 5

/** `detail`: how much of their words it shows, for chats where it is not all of the team's. */
export function ticketCard(view: TicketView, now: Date, detail: CardDetail = "full"): Card {
  const { ticket, label } = view
  const number = `${label} #${ticket.id}`
  const title = detail === "minimal" ? number : `${number} — ${ticket.subject}`
  return {
    fallback: `${title} (${french.status[ticket.status]})`,
    title,
    ticket: ticket.id,
    tone: toneOf(view, now),
    badges: badges(view, now),
    fields: fields(shownOf(view, detail), now),
    sections: detail === "full" ? sections(view) : [],
    buttons: [...(detail === "full" ? [] : [french.showButton(ticket)]), ...ticketButtons(view)],
  }
}

/** Reasons quote their words, servers quote addresses; names of files and subjects are theirs too. */
function shownOf(view: TicketView, detail: CardDetail): TicketView {
  if (detail === "full") return view
  const triage = view.ticket.triage && { ...view.ticket.triage, because: [] }
  const messages = view.messages.map((message) =>
    message.outgoing
      ? { ...message, outgoing: { ...message.outgoing, lastError: french.seeTicket } }
      : message,
  )
  const summary = { ...view, ticket: { ...view.ticket, triage }, messages }
  if (detail === "summary") return summary
  const attachments = view.attachments.map((file) => ({ ...file, name: french.aFile }))
  const earlier = view.earlier.map((one) => ({ ...one, subject: "" }))
  return { ...summary, attachments, earlier }
}

function toneOf({ ticket, messages }: TicketView, now: Date): Tone {
  if (messages.some(({ outgoing }) => outgoing?.delivery === "failed")) return "error"
  if (ticket.status === "closed") return "success"
  if (!ticket.waitingSince) return "neutral"
  const { level } = delayOf(ticket.waitingSince, now)
  if (level === "red") return "error"
  return level === "alarm" || ticket.priority === "high" ? "warning" : "info"
}

function badges(view: TicketView, now: Date): Badge[] {
  const { ticket, isUnreachable } = view
  const status = waitsForService(view) ? french.passing.waits : french.status[ticket.status]
  const list: Badge[] = [{ text: status, tone: ticket.status === "closed" ? "success" : "info" }]
  list.push(...answerBadges(view))
  if (ticket.priority === "high") list.push({ text: french.highPriority, tone: "warning" })
  if (ticket.waitingSince && ticket.status !== "closed") {
    const { level, workingDays } = delayOf(ticket.waitingSince, now)
    if (level !== "on time") {
      list.push({ text: french.late(workingDays), tone: level === "red" ? "error" : "warning" })
    }
  }
  if (ticket.solvedAt) list.push({ text: french.closing.solved, tone: "success" })
  if (isUnreachable) list.push({ text: french.unreachable, tone: "error" })
  return list
}

function fields(view: TicketView, now: Date): Field[] {
  const { ticket, verdict, replyTo, forwardedFrom } = view
  const { name, address } = ticket.requester
  const who = `${shortName(name) || french.unknownName} · ${domainOf(address) || french.noAddress}`
  const field = (text: string | 0 | null, label: string) => (text ? [{ label, text }] : [])
  return [
    { label: french.fields.requester, text: `${who} (${french.verdict[verdict]})` },
    ...field(replyTo && french.replyToElsewhere(domainOf(replyTo)), french.fields.replyTo),
    ...field(
      forwardedFrom && french.passedOnFrom(personOf(forwardedFrom)),
      french.fields.forwarded,
    ),
    { label: french.fields.age, text: french.age(ticket) },
    { label: french.fields.assignee, text: view.assignee ?? french.nobody },
    ...categoryFields(view),
    ...answerFields(view, now),
    ...passingFields(view),
    ...field(view.incident && french.incident.of(view.incident), french.incident.field),
    ...field(french.attached(view.attachments, MAX_ATTACHMENTS), french.fields.attachments),
    ...field(french.earlier(view.label, view.earlier), french.fields.earlier),
    ...field(
      ticket.mayContinue && french.mayContinue(view.label, ticket.mayContinue),
      french.fields.perhaps,
    ),
    ...field(ticket.mergedInto && `${view.label} #${ticket.mergedInto}`, french.fields.mergedInto),
    ...field(french.machines(view.automatic), french.fields.automatic),
    ...field(french.sending(view.messages, now), french.fields.sending),
  ]
}

/** Of a name, what a card may show; of an address, where it is. */
function personOf(nameOrAddress: string): string {
  return nameOrAddress.includes("@") ? domainOf(nameOrAddress) : shortName(nameOrAddress)
}
