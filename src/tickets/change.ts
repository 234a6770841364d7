import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import { type Member, mayAnswer } from "../people/member.ts"
import type { Transaction } from "../store.ts"
import { french } from "./french.ts"
import type { JournalLine } from "./store.ts"
import type { Ticket, TicketId } from "./ticket.ts"

/** What a member did to a ticket; null: it was so already, and nothing is written. */
export type Change = { ticket: Ticket; what: string; detail?: JournalLine["detail"] } | null

/**
 * Every move of a member: the ticket is locked, changed, written with its line of journal, and its card redrawn.
 * Refuses readers, in French.
 */
export async function changeTicket(
  { store, clock }: Pick<Needs, "store" | "clock">,
  id: TicketId,
  member: Member,
  decide: (ticket: Ticket, tx: Transaction) => Change | Promise<Change>,
): Promise<void> {
  await refuseReaders({ store, clock }, member, id)
  await store.transaction(async (tx) => {
    const ticket = await tx.lockTicket(id)
    if (!ticket) throw new UserError(french.noSuchTicket(id))
    const change = await decide(ticket, tx)
    if (!change) return
    await tx.saveTicket(change.ticket)
    const line = { ticketId: id, memberId: member.id, at: clock(), what: change.what }
    await tx.record({ ...line, detail: change.detail ?? {} })
    await tx.enqueue("ticket.announce", { ticketId: id })
  })
}

/** An action without the role is refused to that person alone, and journaled. */
export async function refuseReaders(
  { store, clock }: Pick<Needs, "store" | "clock">,
  member: Member,
  ticketId: TicketId,
): Promise<void> {
  if (mayAnswer(member)) return
  const known = await store.ticket(ticketId)
  const line = { ticketId: known?.id ?? null, memberId: member.id, at: clock() }
  await store.transaction((tx) => tx.record({ ...line, what: "refused", detail: {} }))
  throw new UserError(french.readersCannot)
}
