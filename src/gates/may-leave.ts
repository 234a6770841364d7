import { marksLeft } from "../faq/entry.ts"
import type { Needs } from "../needs.ts"
import type { Transaction } from "../store.ts"
import type { Ticket, TicketId } from "../tickets/ticket.ts"
import { type AutomaticAnswer, automaticMail } from "./automatic-answer.ts"
import { whyAPerson } from "./by-itself.ts"
import { isEnough } from "./evidence.ts"
import { gateWords } from "./french.ts"
import { ownAnswer } from "./outcome.ts"

const HOUR = 3_600_000
/** What was read late is no longer answered at once. */
const TOO_OLD = 24 * HOUR
const { person } = gateWords

export type Uses = Pick<
  Needs,
  "store" | "faq" | "settings" | "templates" | "lexicon" | "clock" | "team"
>

type Mail = Pick<AutomaticAnswer, "entryId" | "subject" | "text">

export type Locked = { ticket: Ticket; isOpen: boolean }

/** The gate first, then the ticket: who closes a gate takes them in that order. Nobody changes either until the end. */
export async function lockWithGate(tx: Transaction, ticketId: TicketId): Promise<Locked | null> {
  const known = await tx.ticket(ticketId)
  const isOpen = await tx.holdGate(known?.triage?.category ?? "")
  const ticket = await tx.lockTicket(ticketId)
  return ticket && { ticket, isOpen }
}

/** What may leave by itself for this ticket, at this moment; or why nothing may, in French. */
export async function mailToLeave(
  needs: Omit<Uses, "store">,
  tx: Transaction,
  { ticket, isOpen }: Locked,
): Promise<{ mail: Mail; because: null } | { mail: null; because: string }> {
  const refused = (because: string) => ({ mail: null, because })
  const category = ticket.triage?.category ?? ""
  if (!isOpen) return refused(person.closed)
  if (!isEnough(await tx.evidenceOf(category))) return refused(person.evidence)
  if (ticket.category !== category) return refused(person.corrected)
  if (ticket.status !== "new" || ticket.assigneeId) return refused(person.taken)
  const now = needs.clock()
  if (now.getTime() - ticket.openedAt.getTime() > TOO_OLD) return refused(person.old)
  const drawing = await tx.drawing(ticket.id)
  const own = ownAnswer(ticket, needs.faq.entry)
  if (!drawing || !own) return refused(person.noCard)
  const [reason] = whyAPerson(needs, drawing, own, now)
  if (reason !== undefined) return refused(reason)
  const mail = { entryId: own.entry.id, ...automaticMail(needs, ticket, own) }
  if (marksLeft(mail.text).length > 0) return refused(person.notValidated)
  const left = await tx.automaticMailsSince(new Date(now.getTime() - HOUR))
  if (left >= needs.settings.automaticMailsPerHour) return refused(person.tooMany)
  return { mail, because: null }
}
