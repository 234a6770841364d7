import { LAST } from "../../src/llm/limits.ts"
import type { RequestOutcome } from "../../src/llm/llm.ts"
import type { LlmStore } from "../../src/llm/store.ts"
import type { Db } from "./db.ts"
import { ledgerMonths } from "./llm-ledger.ts"

const NOT_MADE = ["ceiling", "resting"] satisfies RequestOutcome[]
const MADE = { outcome: { notIn: NOT_MADE } }

export function llmSlice(db: Db): LlmStore {
  return {
    async lockLlm() {
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('the model', 0))`
    },
    async llmUse(dayBegan, monthBegan) {
      const count = (since: Date) => db.llmRequest.count({ where: { ...MADE, at: { gte: since } } })
      const today = await count(dayBegan)
      const thisMonth = await count(monthBegan)
      const last = await db.llmRequest.findMany({
        where: { outcome: { notIn: [...NOT_MADE, "asked"] } },
        orderBy: { id: "desc" },
        take: LAST,
        select: { outcome: true, at: true },
      })
      const going = await db.llmRequest.findFirst({
        where: { outcome: "asked" },
        orderBy: { id: "desc" },
        select: { at: true },
      })
      return {
        ...{ today, thisMonth, askedAt: going?.at ?? null },
        last: last.map(({ outcome, at }) => ({ outcome: outcome as RequestOutcome, at })),
      }
    },
    async addRequest(request) {
      const { id } = await db.llmRequest.create({ data: request })
      return id
    },
    async noteRequest(id, { impact, ...result }) {
      await db.llmRequest.update({ where: { id }, data: { ...result, ...impact } })
    },
    async keepLlmDraft({ ticketId, ...draft }) {
      const kept = { ...draft, shownAt: null }
      await db.llmDraft.upsert({
        where: { ticketId },
        create: { ticketId, ...kept },
        update: kept,
      })
    },
    llmDraft: (ticketId) =>
      db.llmDraft.findUnique({ where: { ticketId }, omit: { shownAt: true } }),
    llmMonths: (since) => ledgerMonths(db, since),
    async noteDraftShown(ticketId, at) {
      await db.llmDraft.updateMany({ where: { ticketId, shownAt: null }, data: { shownAt: at } })
    },
  }
}
