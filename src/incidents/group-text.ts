import type { Address } from "../mail/incoming.ts"
import { fill, type Template, variablesIn } from "../mail/template.ts"
import { answerSubject } from "../mail/thread.ts"
import { mailboxSettings, type Settings } from "../needs.ts"
import { firstName } from "../people/requester.ts"
import { closingLinks } from "../tickets/closing.ts"
import { withQuestion } from "../tickets/closing-question.ts"
import type { Ticket } from "../tickets/ticket.ts"

const KNOWN = ["prenom", "numero"]

/** What stands between braces in the text of a reply to all, and that nothing fills. */
export function unknownIn(text: string): string[] {
  return variablesIn({ subject: "", text })
    .filter((name) => !KNOWN.includes(name))
    .map((name) => (name.includes("{") || name.includes("}") ? name : `{{${name}}}`))
}

type Closing = { lastMessageId: number; author: Address; now: Date }

/**
 * The mail of one of them. Without a first name, « Bonjour {{prenom}}, » is « Bonjour, ». `closing`: it closes, and asks
 * each by their own links, where there are pages to answer on.
 */
export function mailFor(
  settings: Settings,
  text: string,
  ticket: Ticket,
  closing: Closing | null,
): Template {
  const { label } = mailboxSettings(settings, ticket.mailbox)
  const first = firstName(ticket.requester.name)
  const values = { prenom: first ? ` ${first}` : "", numero: `${label} #${ticket.id}` }
  const spaced = text.replace(/[ \t]*(\{\{\s*prenom\s*\}\})/g, "$1")
  const filled = fill({ subject: "", text: spaced }, values).text
  return {
    subject: answerSubject(ticket.subject, label, ticket.id),
    text: closing ? askedIfSolved(settings, filled, ticket, closing) : filled,
  }
}

function askedIfSolved(
  settings: Settings,
  text: string,
  { id: ticketId }: Ticket,
  { lastMessageId: after, author, now }: Closing,
): string {
  const links = closingLinks(settings, { ticketId, after }, now)
  return links ? withQuestion(text, links, author) : text
}
