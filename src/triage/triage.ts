import type { Needs } from "../needs.ts"
import type { TicketId } from "../tickets/ticket.ts"
import { triageByLexicon } from "./lexicon.ts"

type Uses = Pick<Needs, "store" | "lexicon" | "clock">

/** A proposal that says why (promise 4). What a person decided meanwhile stays. */
export async function triageTicket(
  { store, lexicon, clock }: Uses,
  ticketId: TicketId,
): Promise<void> {
  const ticket = await store.ticket(ticketId)
  if (!ticket || ticket.triage) return
  const [first] = await store.messages(ticketId)
  const triage = triageByLexicon(lexicon, { subject: ticket.subject, text: first?.text ?? "" })
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
