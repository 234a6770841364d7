import { proposalFrom, questionIn } from "../faq/proposal.ts"
import type { Needs } from "../needs.ts"
import type { TicketId } from "../tickets/ticket.ts"
import { readingOf } from "./reading.ts"
import { mailOf } from "./triage.ts"

type Uses = Pick<Needs, "store" | "faq" | "settings">

/** The answer of a ticket that was sorted while the cards were being learnt; its card is drawn again. */
export async function proposeAnswer(needs: Uses, ticketId: TicketId): Promise<void> {
  const { store, faq } = needs
  const ticket = await store.ticket(ticketId)
  if (!ticket?.triage || ticket.triage.answer) return
  const reading = readingOf(await mailOf(needs, ticket))
  const found = await faq.answer(questionIn(reading))
  const answer = proposalFrom(found, ticket.triage, reading, faq.entry)
  await store.transaction(async (tx) => {
    const current = await tx.lockTicket(ticketId)
    if (!current?.triage || current.triage.answer) return
    await tx.saveTicket({ ...current, triage: { ...current.triage, answer } })
    await tx.enqueue("ticket.announce", { ticketId })
  })
}
