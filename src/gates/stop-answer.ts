import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import { type Member, mayAnswer } from "../people/member.ts"
import type { TicketId } from "../tickets/ticket.ts"
import { gateWords as words } from "./french.ts"
import type { Uses } from "./may-leave.ts"
import { closeFallenGates } from "./move-gate.ts"

/** *Arrêter*: it does not leave, and counts as a failure of the bot. */
export async function stopAnswer(needs: Uses, ticketId: TicketId, member: Member): Promise<Answer> {
  const { store, clock } = needs
  const line = { ticketId, memberId: member.id, at: clock() }
  if (!mayAnswer(member)) {
    await store.transaction((tx) => tx.record({ ...line, what: "refused", detail: {} }))
    throw new UserError(words.readersCannot)
  }
  await store.transaction(async (tx) => {
    const ticket = await tx.lockTicket(ticketId)
    const answer = await tx.automaticAnswer(ticketId)
    if (!ticket || !answer || answer.state === "dropped") throw new UserError(words.nothingToStop)
    if (answer.state === "left") throw new UserError(words.leftAlready)
    if (answer.state === "stopped") return
    await tx.endAutomaticAnswer(ticketId, "stopped")
    const { entryId } = answer
    const category = ticket.triage?.category ?? ""
    const outcome = { ticketId, at: line.at, category, entryId, isEligible: true, lacks: [] }
    await tx.keepOutcome({ ...outcome, what: "stopped" })
    await tx.record({ ...line, what: "automatic answer stopped", detail: { card: entryId } })
    await tx.enqueue("ticket.announce", { ticketId })
  })
  await closeFallenGates(needs)
  return { kind: "done", text: words.stopped(ticketId) }
}
