import type { PastCaseStore } from "../../src/faq/past-case.ts"
import type { Db } from "./db.ts"
import { openingsOf } from "./triage.ts"

/** The answers that were sent as the bot had proposed them, or nearly. */
export function pastCaseSlice(db: Db): PastCaseStore {
  return {
    async pastCases(most) {
      const rows = await db.outcome.findMany({
        where: { what: { in: ["same", "edited"] }, entryId: { not: null } },
        orderBy: { at: "desc" },
        take: most,
        select: { ticketId: true, entryId: true },
      })
      const sent = new Map(rows.map(({ ticketId, entryId }) => [ticketId, entryId]))
      const openings = await openingsOf(db, [...sent.keys()])
      return openings.flatMap((opening) => {
        const entryId = sent.get(opening.ticket.id)
        return entryId ? [{ opening, entryId }] : []
      })
    },
  }
}
