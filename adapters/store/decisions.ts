import type { DecisionStore } from "../../src/triage/decision-store.ts"
import type { Db } from "./db.ts"

export function decisionSlice(db: Db): DecisionStore {
  return {
    async keepDecision(decision) {
      await db.decision.create({ data: decision })
    },
    decisionsOf: (ticketId) =>
      db.decision.findMany({ where: { ticketId }, orderBy: { id: "asc" }, omit: { id: true } }),
  }
}
