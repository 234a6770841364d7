import { type Proposal, proposalFrom, questionIn, withoutSearch } from "../faq/proposal.ts"
import type { Needs } from "../needs.ts"
import type { TicketId, Triage } from "../tickets/ticket.ts"
import { mailToSort } from "./mail-to-sort.ts"
import { type Reading, readingOf } from "./reading.ts"

type Uses = Pick<Needs, "store" | "sorter" | "lexicon" | "faq" | "settings" | "clock" | "llm">

/** A proposal that says why (promise 4). What a person decided meanwhile stays. */
export async function triageTicket(needs: Uses, ticketId: TicketId): Promise<void> {
  const { store, settings, sorter, lexicon, faq, clock } = needs
  const opening = await store.opening(ticketId)
  if (!opening || opening.ticket.triage) return
  const mail = mailToSort(opening, settings.publicServiceDomains)
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
    if (answer?.isSure) await tx.enqueue("gate.prepare", { ticketId })
    await tx.enqueue("ticket.announce", { ticketId })
    await tx.enqueue("ticket.acknowledge", { ticketId })
    if (needs.llm && answer?.ids.length) await tx.enqueue("ticket.draft", { ticketId })
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
