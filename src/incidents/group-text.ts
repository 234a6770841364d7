import { fill, type Template, variablesIn } from "../mail/template.ts"
import { answerSubject } from "../mail/thread.ts"
import { mailboxSettings, type Settings } from "../needs.ts"
import { firstName } from "../people/requester.ts"
import type { Ticket } from "../tickets/ticket.ts"

const KNOWN = ["prenom", "numero"]

/** What stands between braces in the text of a reply to all, and that nothing fills. */
export function unknownIn(text: string): string[] {
  return variablesIn({ subject: "", text })
    .filter((name) => !KNOWN.includes(name))
    .map((name) => (name.includes("{") || name.includes("}") ? name : `{{${name}}}`))
}

/** The mail of one of them. Without a first name, « Bonjour {{prenom}}, » is « Bonjour, ». */
export function mailFor(settings: Settings, text: string, ticket: Ticket): Template {
  const { label } = mailboxSettings(settings, ticket.mailbox)
  const first = firstName(ticket.requester.name)
  const values = { prenom: first ? ` ${first}` : "", numero: `${label} #${ticket.id}` }
  const spaced = text.replace(/[ \t]*(\{\{\s*prenom\s*\}\})/g, "$1")
  return {
    subject: answerSubject(ticket.subject, label, ticket.id),
    text: fill({ subject: "", text: spaced }, values).text,
  }
}
