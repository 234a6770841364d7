import { mailboxSettings, type Needs } from "../needs.ts"
import type { Transaction } from "../store.ts"
import type { Ticket } from "../tickets/ticket.ts"
import type { IncomingMail } from "./incoming.ts"
import {
  messagesNamedIn,
  passingsAddressedBy,
  ticketInSubject,
  ticketsAddressedBy,
} from "./thread.ts"

const MAX_MERGES = 10

type Located = Pick<
  IncomingMail,
  "messageId" | "inReplyTo" | "references" | "to" | "cc" | "subject" | "from"
>

/** The ticket that a mail continues: for sure, or perhaps (then a person decides). */
export type Thread = { continues: Ticket | null; mayContinue: Ticket | null }

/**
 * Strongest proof first (DESIGN.md section 3): our keyed token in the references, our sub-address, then what anybody can
 * write (a number in the subject, a colleague's Message-ID), which counts only from those who already take part.
 */
export async function locateTicket(
  { settings }: Pick<Needs, "settings">,
  tx: Transaction,
  mail: Located,
  mailbox: string,
): Promise<Thread> {
  const references = [...mail.inReplyTo, ...mail.references]
  const recipients = [...mail.to, ...mail.cc].map(({ address }) => address.toLowerCase())
  const sure = [
    ...(await ticketsOfMessages(tx, messagesNamedIn(settings.secret, references))),
    ...ticketsAddressedBy(settings.secret, recipients),
    ...(await ticketsOfPassings(tx, passingsAddressedBy(settings.secret, recipients))),
  ]
  for (const id of sure) {
    const ticket = await followMerges(tx, id)
    if (ticket) return { continues: ticket, mayContinue: null }
  }

  const { label } = mailboxSettings(settings, mailbox)
  const numbered = ticketInSubject(mail.subject, label)
  const answered = references.length > 0 ? await tx.ticketsByMessageId(references) : []
  const weak = [...(numbered ? [numbered] : []), ...answered]
  if (weak.length === 0) return locateByAnswers(tx, mail)
  const from = mail.from?.address.toLowerCase() ?? ""
  // The team takes part in everything, but anybody can write a number and a member's name above it.
  const isMember = (await tx.memberByAddress(from)) !== null
  let mayContinue: Ticket | null = null
  for (const id of weak) {
    const ticket = await followMerges(tx, id)
    if (!ticket) continue
    const takePart = [...(await tx.participants(id)), ...(await tx.participants(ticket.id))]
    if (takePart.includes(from) || (isMember && answered.includes(id)))
      return { continues: ticket, mayContinue: null }
    mayContinue ??= ticket
  }
  const byAnswers = await locateByAnswers(tx, mail)
  return byAnswers.continues ? byAnswers : { continues: null, mayContinue }
}

/**
 * A mail that could not be read at first may be placed after its own answers. It is at home where its author answered
 * it; anybody can answer anything, so elsewhere a person decides.
 */
export async function locateByAnswers(
  tx: Transaction,
  { messageId, from }: Pick<IncomingMail, "messageId" | "from">,
): Promise<Thread> {
  let mayContinue: Ticket | null = null
  for (const answer of messageId ? await tx.answersTo(messageId) : []) {
    const ticket = await followMerges(tx, answer.ticketId)
    if (!ticket) continue
    if (answer.from !== "" && answer.from === from?.address.toLowerCase())
      return { continues: ticket, mayContinue: null }
    mayContinue ??= ticket
  }
  return { continues: null, mayContinue }
}

/** Locked; the ticket it was merged into, if it was. */
async function followMerges(tx: Transaction, id: number): Promise<Ticket | null> {
  let ticket = await tx.lockTicket(id)
  for (let hops = 0; ticket?.mergedInto && hops < MAX_MERGES; hops += 1) {
    ticket = await tx.lockTicket(ticket.mergedInto)
  }
  return ticket
}

async function ticketsOfMessages(tx: Transaction, messageIds: number[]): Promise<number[]> {
  const messages = await Promise.all(messageIds.map((id) => tx.message(id)))
  return messages.flatMap((message) => message?.ticketId ?? [])
}

async function ticketsOfPassings(tx: Transaction, passingIds: number[]): Promise<number[]> {
  const tickets = await Promise.all(passingIds.map((id) => tx.ticketOfPassing(id)))
  return tickets.flatMap((id) => id ?? [])
}
