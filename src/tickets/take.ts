import { dayOf } from "../calendar/working-days.ts"
import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import { type Member, mayAnswer } from "../people/member.ts"
import { changeTicket } from "./change.ts"
import { french } from "./french.ts"
import { release, type TicketId, take } from "./ticket.ts"

type Uses = Pick<Needs, "store" | "clock">

/** *Je prends*: one gets it, the other is told who did. */
export async function takeTicket(needs: Uses, id: TicketId, member: Member): Promise<Answer> {
  await changeTicket(needs, id, member, async (ticket, tx) => {
    if (ticket.assigneeId === member.id) return null
    const other = ticket.assigneeId ? await tx.member(ticket.assigneeId) : null
    if (other) throw new UserError(french.takenBy(other.name))
    return { ticket: take(ticket, member.id), what: "taken" }
  })
  return { kind: "done", text: french.youTookIt(id) }
}

export async function releaseTicket(needs: Uses, id: TicketId, member: Member): Promise<Answer> {
  await changeTicket(needs, id, member, (ticket) =>
    ticket.assigneeId ? { ticket: release(ticket), what: "released" } : null,
  )
  return { kind: "done", text: french.released(id) }
}

export async function askWhoTakes(
  { store, clock }: Uses,
  id: TicketId,
  member: Member,
): Promise<Answer> {
  const others = (await store.members()).filter(
    (other) => other.id !== member.id && mayAnswer(other),
  )
  const absences = await store.absences(dayOf(clock()).toString())
  return { kind: "form", form: french.transferForm(id, others, absences) }
}

export async function transferTicket(
  needs: Uses,
  id: TicketId,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  const to = (await needs.store.members()).find(({ id: known }) => String(known) === values.member)
  if (!to || !mayAnswer(to)) throw new UserError(french.chooseSomebody)
  await changeTicket(needs, id, member, (ticket) => ({
    ticket: take(ticket, to.id),
    what: "transferred",
    detail: { to: to.name },
  }))
  return { kind: "done", text: french.transferred(id, to.name) }
}
