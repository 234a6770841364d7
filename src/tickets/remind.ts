import { businessHoursBetween, isBusinessTime } from "../calendar/business-hours.ts"
import type { Needs } from "../needs.ts"
import { french } from "./french.ts"
import type { Ticket, TicketId } from "./ticket.ts"

/** Of work: nights, week-ends and holidays do not count. */
const UNCLAIMED_HOURS = 4
const HOUR = 3_600_000
const AT_ONCE = 20
const REMINDED = "reminded"

type Uses = Pick<Needs, "store" | "clock">

/** Every minute, while people work: whoever has waited for half a day without anybody is recalled, once. */
export async function remindUnclaimed({ store, clock }: Uses): Promise<void> {
  const now = clock()
  if (!isBusinessTime(now)) return
  const before = new Date(now.getTime() - UNCLAIMED_HOURS * HOUR)
  for (const { id, waitingSince } of await store.neverReminded(before, AT_ONCE)) {
    if (!isDue(waitingSince, now)) continue
    await store.transaction(async (tx) => {
      const ticket = await tx.lockTicket(id)
      if (!ticket || !isUnclaimed(ticket) || (await tx.hasEntry(id, REMINDED))) return
      await tx.record({ ticketId: id, memberId: null, at: now, what: REMINDED, detail: {} })
      await tx.enqueue("ticket.remind", { ticketId: id })
    })
  }
}

/** In the thread of the card, where its history is; nobody who took it meanwhile is bothered. */
export async function remindTeam(
  { store, team }: Pick<Needs, "store" | "team">,
  id: TicketId,
): Promise<void> {
  const ticket = await store.ticket(id)
  if (!ticket || !isUnclaimed(ticket)) return
  const { busy } = await team.say(
    `ticket ${id}`,
    french.unclaimed(UNCLAIMED_HOURS),
    `reminder ${id}`,
  )
  if (busy.length > 0) throw new Error(`another copy reminds of ticket ${id} at this moment`)
}

function isDue(waitingSince: Date, now: Date): boolean {
  return businessHoursBetween(waitingSince, now) >= UNCLAIMED_HOURS
}

function isUnclaimed({ assigneeId, waitingSince, status }: Ticket): boolean {
  return assigneeId === null && waitingSince !== null && status !== "closed"
}
