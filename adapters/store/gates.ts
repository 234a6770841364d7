import type { OutcomeStore } from "../../src/gates/store.ts"
import type { Db } from "./db.ts"
import { message } from "./messages.ts"

/** Keys of the messages that answer an incident. */
const TO_SEVERAL = "reply "

export function outcomeSlice(db: Db): OutcomeStore {
  return {
    async keepOutcome(outcome) {
      await db.outcome.createMany({ data: outcome, skipDuplicates: true })
    },
    async firstAnswer(ticketId) {
      const row = await db.message.findFirst({
        where: {
          ...{ ticketId, kind: "outgoing", isAutomatic: false, delivery: "sent", passingId: null },
          OR: [{ mergedFrom: { isEmpty: true } }, { mergedFrom: { equals: null } }],
        },
        orderBy: [{ sentAt: "asc" }, { id: "asc" }],
      })
      return row && { ...message(row), isToSeveral: row.key?.startsWith(TO_SEVERAL) ?? false }
    },
    evidence: () => db.$queryRaw`
      SELECT category, count(*)::int AS decided, count(*) FILTER (WHERE what = 'same')::int AS successes
      FROM "Outcome" WHERE "isEligible" GROUP BY category ORDER BY category`,
    async agreement(from, before) {
      const rows = await db.outcome.groupBy({
        by: ["what"],
        where: { at: { gte: from, lt: before } },
        _count: true,
      })
      const count = (is: (what: string) => boolean) =>
        rows.reduce((sum, row) => sum + (is(row.what) ? row._count : 0), 0)
      return {
        proposed: count((what) => what !== "none"),
        same: count((what) => what === "same"),
        silent: count((what) => what === "none"),
      }
    },
  }
}
