import type { Needs } from "../needs.ts"
import { release } from "./ticket.ts"

const AT_ONCE = 200

/**
 * The requests of who left the team are to be taken again. Looked for every minute too: one may have been reopened, or
 * given to them at that very moment. `byId`: the administrator who did it.
 */
export async function releaseLeavers(
  { store, clock }: Pick<Needs, "store" | "clock">,
  byId: number | null = null,
): Promise<void> {
  for (const id of await store.ticketsOfLeavers(AT_ONCE)) {
    await store.transaction(async (tx) => {
      const ticket = await tx.lockTicket(id)
      if (!ticket?.assigneeId || ticket.status === "closed") return
      if (await tx.member(ticket.assigneeId)) return
      await tx.saveTicket(release(ticket))
      const line = { ticketId: id, memberId: byId, at: clock(), what: "released" }
      await tx.record({ ...line, detail: { because: "left the team" } })
      await tx.enqueue("ticket.announce", { ticketId: id })
    })
  }
}
