import { dayOf, instantOf } from "../calendar/working-days.ts"
import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { changeTicket } from "./change.ts"
import { french } from "./french.ts"
import { snooze, type TicketId, wake } from "./ticket.ts"

const MORNING = 8

type Uses = Pick<Needs, "store" | "clock">

export function askUntilWhen({ clock }: Uses, id: TicketId): Answer {
  const inAWeek = dayOf(clock()).add({ days: 7 }).toString()
  return { kind: "form", form: french.snoozeForm(id, inAWeek) }
}

export async function snoozeTicket(
  needs: Uses,
  id: TicketId,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  const until = morningOf(values.until ?? "")
  if (!until || until <= needs.clock()) throw new UserError(french.dayToCome)
  await changeTicket(needs, id, member, (ticket) => {
    if (ticket.status === "closed") throw new UserError(french.alreadyClosed(id))
    return {
      ticket: snooze(ticket, until),
      what: "snoozed",
      detail: { until: until.toISOString() },
    }
  })
  return { kind: "done", text: french.snoozed(id, until) }
}

/** Every minute: what was put off until now comes back. */
export async function wakeTickets({ store, clock }: Uses): Promise<void> {
  for (const id of await store.dueSnoozes(clock())) {
    await store.transaction(async (tx) => {
      const ticket = await tx.lockTicket(id)
      if (!ticket?.snoozedUntil || ticket.snoozedUntil > clock()) return
      await tx.saveTicket(
        ticket.status === "pending" ? wake(ticket) : { ...ticket, snoozedUntil: null },
      )
      await tx.record({ ticketId: id, memberId: null, at: clock(), what: "woken", detail: {} })
      await tx.enqueue("ticket.announce", { ticketId: id })
    })
  }
}

function morningOf(day: string): Date | null {
  try {
    return instantOf(day, MORNING)
  } catch {
    return null // not a day: the person is asked again
  }
}
