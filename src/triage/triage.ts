import { type Proposal, proposalFrom, questionIn, withoutSearch } from "../faq/proposal.ts"
import type { StoredMail } from "../mail/store.ts"
import type { Needs } from "../needs.ts"
import { domainVerdict } from "../people/domain.ts"
import type { Message, Ticket, TicketId, Triage } from "../tickets/ticket.ts"
import { type MailToSort, type Reading, readingOf } from "./reading.ts"

type Uses = Pick<Needs, "store" | "sorter" | "lexicon" | "faq" | "settings" | "clock">

/** A proposal that says why (promise 4). What a person decided meanwhile stays. */
export async function triageTicket(needs: Uses, ticketId: TicketId): Promise<void> {
  const { store, sorter, lexicon, faq, clock } = needs
  const ticket = await store.ticket(ticketId)
  if (!ticket || ticket.triage) return
  const mail = await mailOf(needs, ticket)
  const sorted = sorter(mail)
  const answer = await answerNow({ lexicon, faq }, sorted, readingOf(mail))
  const triage = answer ? { ...sorted, answer } : sorted
  await store.transaction(async (tx) => {
    const current = await tx.lockTicket(ticketId)
    if (!current || current.triage) return
    const { category, priority } = triage
    const sorted = current.category ? current : { ...current, category, priority }
    await tx.saveTicket({ ...sorted, triage })
    const line = { ticketId, memberId: null, at: clock(), what: "sorted" }
    await tx.record({ ...line, detail: { category, priority } })
    if (!answer) await tx.enqueue("ticket.propose", { ticketId })
    await tx.enqueue("ticket.announce", { ticketId })
    await tx.enqueue("ticket.acknowledge", { ticketId })
  })
}

/** Null when the cards are still being learnt: the card of the ticket does not wait for them. */
async function answerNow(
  { lexicon, faq }: Pick<Needs, "lexicon" | "faq">,
  sorted: Triage,
  reading: Reading,
): Promise<Proposal | null> {
  const known = withoutSearch(sorted, reading, lexicon)
  if (known) return known
  const found = await faq.answerNow(questionIn(reading))
  return found && proposalFrom(found, sorted, reading, faq.entry)
}

export async function mailOf(
  { store, settings }: Pick<Needs, "store" | "settings">,
  ticket: Ticket,
): Promise<MailToSort> {
  const [mails, [message]] = await Promise.all([
    store.mailsOfTicket(ticket.id),
    store.messages(ticket.id),
  ])
  const mail = mails.find(({ folder }) => folder === "inbox")
  return mailToSort(ticket, mail, message, settings.publicServiceDomains)
}

/** The mail that opened the ticket. The team made a request of it: whatever it looks like, no machine wrote it. */
function mailToSort(
  ticket: Ticket,
  mail: StoredMail | undefined,
  message: Message | undefined,
  publicDomains: string[],
): MailToSort {
  const { requester } = ticket
  return {
    from: requester,
    verdict: domainVerdict(requester.address, publicDomains),
    subject: ticket.subject,
    written: mail?.written ?? message?.text ?? "",
    signature: mail?.signature ?? "",
    older: mail?.forwarded?.text || mail?.quoted || "",
    isMachine: false,
  }
}
