import type { TicketId } from "../tickets/ticket.ts"
import { lockWithGate, mailToLeave, type Uses } from "./may-leave.ts"

/** For the team to stop it. */
const LEAVES_AFTER = { minutes: 10 }

/** The bot is sure of an answer, and the gate of its category is open: it will leave by itself, and the card says when. */
export async function prepareAnswer(needs: Uses, ticketId: TicketId): Promise<void> {
  const { store, clock } = needs
  const known = await store.ticket(ticketId)
  const gates = await store.gates()
  if (!gates.some(({ isOpen, category }) => isOpen && category === known?.triage?.category)) return
  await store.transaction(async (tx) => {
    const locked = await lockWithGate(tx, ticketId)
    const { mail } = locked ? await mailToLeave(needs, tx, locked) : { mail: null }
    if (!locked || !mail) return
    const at = clock()
    const leavesAt = new Date(at.getTime() + LEAVES_AFTER.minutes * 60_000)
    const answer = { ticketId, ...mail, preparedAt: at, leavesAt, version: locked.ticket.version }
    if (!(await tx.keepAutomaticAnswer({ ...answer, state: "waiting" }))) return
    const line = { ticketId, memberId: null, at, what: "automatic answer prepared" }
    await tx.record({ ...line, detail: { card: mail.entryId } })
    await tx.enqueue("gate.leave", { ticketId }, { startAfter: leavesAt })
    await tx.enqueue("ticket.announce", { ticketId })
  })
}
