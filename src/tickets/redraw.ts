import { dayOf } from "../calendar/working-days.ts"
import type { Needs } from "../needs.ts"

/** Once a day: the cards of those who wait say how late we are. */
export async function redrawWaiting({
  store,
  clock,
}: Pick<Needs, "store" | "clock">): Promise<void> {
  if (!(await store.claimDay("redraw", dayOf(clock()).toString()))) return
  for (const ticketId of await store.waitingTickets()) {
    await store.transaction((tx) => tx.enqueue("ticket.announce", { ticketId }))
  }
}
