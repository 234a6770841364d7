import { fill } from "../mail/template.ts"
import { answerSubject } from "../mail/thread.ts"
import { mailboxSettings, type Needs } from "../needs.ts"
import { firstName } from "../people/requester.ts"
import type { Ticket, TicketId } from "../tickets/ticket.ts"
import type { OwnAnswer } from "./outcome.ts"

/** What an open gate lets leave by itself. One for each ticket, ever. */
export type AutomaticAnswer = {
  ticketId: TicketId
  entryId: string
  subject: string
  text: string
  preparedAt: Date
  leavesAt: Date
  /** Of its ticket, when it was prepared: whatever anybody did since makes another one. */
  version: number
  /** dropped: something changed, or it was no longer allowed. */
  state: "waiting" | "left" | "stopped" | "dropped"
}

/** The mail as it will leave: it says what it is, and how to reach a person. */
export function automaticMail(
  { settings, templates }: Pick<Needs, "settings" | "templates">,
  ticket: Ticket,
  { text }: OwnAnswer,
): { subject: string; text: string } {
  const { label } = mailboxSettings(settings, ticket.mailbox)
  const first = firstName(ticket.requester.name)
  return fill(templates.automatic, {
    objet: answerSubject(ticket.subject, label, ticket.id),
    prenom: first ? ` ${first}` : "",
    reponse: text,
    service: settings.service,
  })
}
