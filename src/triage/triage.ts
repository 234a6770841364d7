import type { StoredMail } from "../mail/store.ts"
import type { Needs } from "../needs.ts"
import { domainVerdict } from "../people/domain.ts"
import type { Message, Ticket, TicketId } from "../tickets/ticket.ts"
import type { MailToSort } from "./reading.ts"

type Uses = Pick<Needs, "store" | "sorter" | "settings" | "clock">

/** A proposal that says why (promise 4). What a person decided meanwhile stays. */
export async function triageTicket(
  { store, sorter, settings, clock }: Uses,
  ticketId: TicketId,
): Promise<void> {
  const ticket = await store.ticket(ticketId)
  if (!ticket || ticket.triage) return
  const [mails, [message]] = await Promise.all([
    store.mailsOfTicket(ticketId),
    store.messages(ticketId),
  ])
  const mail = mails.find(({ folder }) => folder === "inbox")
  const triage = sorter(mailToSort(ticket, mail, message, settings.publicServiceDomains))
  await store.transaction(async (tx) => {
    const current = await tx.lockTicket(ticketId)
    if (!current || current.triage) return
    const { category, priority } = triage
    await tx.saveTicket({ ...current, triage, category: current.category ?? category, priority })
    const line = { ticketId, memberId: null, at: clock(), what: "sorted" }
    await tx.record({ ...line, detail: { category, priority } })
    await tx.enqueue("ticket.announce", { ticketId })
    await tx.enqueue("ticket.acknowledge", { ticketId })
  })
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
