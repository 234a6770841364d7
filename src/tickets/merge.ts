import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { refuseReaders } from "./change.ts"
import { french } from "./french.ts"
import type { TicketState } from "./merge-store.ts"
import { close, followUp, type Ticket, type TicketId } from "./ticket.ts"

/** « 12 », « #12 », « Mentor #12 » */
const NUMBER = /^[\p{L}\s]*#?\s*(\d{1,9})$/u

type Uses = Pick<Needs, "store" | "clock">

export async function askMergeInto({ store }: Uses, id: TicketId): Promise<Answer> {
  const ticket = await store.ticket(id)
  if (!ticket) throw new UserError(french.noSuchTicket(id))
  return { kind: "form", form: french.mergeForm(ticket) }
}

/** The messages go to the other ticket; this one is closed and points to it. */
export async function mergeTicket(
  needs: Uses,
  id: TicketId,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  const into = Number(NUMBER.exec((values.into ?? "").trim())?.[1])
  if (!into || into === id) throw new UserError(french.anotherNumber)
  await refuseReaders(needs, member, id)
  await needs.store.transaction(async (tx) => {
    // In the order of their numbers, so that two opposite merges do not wait for each other.
    const locked = [
      await tx.lockTicket(Math.min(id, into)),
      await tx.lockTicket(Math.max(id, into)),
    ]
    const from = locked.find((ticket) => ticket?.id === id)
    const target = locked.find((ticket) => ticket?.id === into)
    if (!from) throw new UserError(french.noSuchTicket(id))
    if (!target) throw new UserError(french.noSuchTicket(into))
    if (from.mergedInto === into) return
    if (target.mergedInto) throw new UserError(french.mergedAlready(into, target.mergedInto))
    const at = needs.clock()
    await tx.moveTicketContents(id, into)
    await tx.saveTicket({ ...close(from, at), mergedInto: into, mayContinue: null })
    const after = from.waitingSince ? followUp(target, from.waitingSince) : target
    await tx.saveTicket(after)
    const lastMessageId = (await tx.messages(into)).at(-1)?.id ?? 0
    const states = { from: stateOf(from), target: stateOf(target), after: stateOf(after) }
    await tx.keepMerge(id, { into, at, lastMessageId, ...states })
    const line = { memberId: member.id, at }
    await tx.record({ ...line, ticketId: id, what: "merged", detail: { into } })
    await tx.record({ ...line, ticketId: into, what: "received a merge", detail: { from: id } })
    await tx.enqueue("ticket.announce", { ticketId: id })
    await tx.enqueue("ticket.announce", { ticketId: into })
  })
  return { kind: "done", text: french.merged(id, into), undo: french.unmergeButton(id) }
}

function stateOf({
  status,
  waitingSince,
  closedAt,
  snoozedUntil,
  mayContinue,
}: Ticket): TicketState {
  return { status, waitingSince, closedAt, snoozedUntil, mayContinue }
}
