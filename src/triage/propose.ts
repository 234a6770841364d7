import { proposalFrom, questionIn } from "../faq/proposal.ts"
import type { Needs } from "../needs.ts"
import type { TicketId } from "../tickets/ticket.ts"
import { mailToSort } from "./mail-to-sort.ts"
import { readingOf } from "./reading.ts"

type Uses = Pick<Needs, "store" | "faq" | "settings" | "llm">

/** The answer of a ticket that was sorted while the cards were being learnt; its card is drawn again. */
export async function proposeAnswer(needs: Uses, ticketId: TicketId): Promise<void> {
  const { store, faq, settings } = needs
  const opening = await store.opening(ticketId)
  const sorted = opening?.ticket.triage
  if (!sorted || sorted.answer) return
  const reading = readingOf(mailToSort(opening, settings.publicServiceDomains))
  const found = await faq.answer(questionIn(reading))
  const answer = proposalFrom(found, sorted, reading, faq.entry)
  await store.transaction(async (tx) => {
    const current = await tx.lockTicket(ticketId)
    if (!current?.triage || current.triage.answer) return
    await tx.saveTicket({ ...current, triage: { ...current.triage, answer } })
    if (answer.isSure) await tx.enqueue("gate.prepare", { ticketId })
    await tx.enqueue("ticket.announce", { ticketId })
    if (needs.llm && answer.ids.length > 0) await tx.enqueue("ticket.draft", { ticketId })
  })
}
