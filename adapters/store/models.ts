import { z } from "zod"
import type { LessonStore } from "../../src/triage/lesson-store.ts"
import { MODEL_STATES, type Model } from "../../src/triage/model.ts"
import type { ModelStore } from "../../src/triage/model-store.ts"
import { CONSOLE_CHANNEL } from "./console.ts"
import type { Db } from "./db.ts"
import type { TriageModel } from "./generated/client.ts"
import { openingsOf } from "./triage.ts"

/** Enough to come back several times in a row. */
const CONTENTS_KEPT = 5
const MOST_LISTED = 30
const LESSONS = "lessons "
const WITHOUT_CONTENT = { content: true, code: true, lessons: true } as const

const ByCategory = z.array(
  z.object({ category: z.string(), kept: z.int(), right: z.int(), rightBefore: z.int() }),
)

export function modelSlice(db: Db): ModelStore & LessonStore {
  return {
    async claimLessons(lessons) {
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('the lessons', 0))`
      const before = await db.setting.findMany({ where: { key: { startsWith: LESSONS } } })
      if (before.some(({ key }) => key === LESSONS + lessons)) return "known"
      await db.setting.create({ data: { key: LESSONS + lessons, value: "" } })
      return before.length === 0 ? "first" : "new"
    },
    async lockModels() {
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('the models', 0))`
    },
    models: (fingerprint) => listModels(db, fingerprint),
    async modelInUse(fingerprint) {
      const row = await db.triageModel.findFirst({
        where: { ...fingerprint, state: "promoted", content: { not: null } },
        orderBy: { id: "desc" },
        select: { id: true },
      })
      return row?.id ?? null
    },
    async modelContent(id) {
      const row = await db.triageModel.findUnique({ where: { id }, select: { content: true } })
      return row?.content ?? null
    },
    async keepModel({ content, ...model }) {
      await db.$executeRaw`SELECT pg_notify(${CONSOLE_CHANNEL}, 'model')`
      const isOfUse = model.state === "promoted"
      const { id } = await db.triageModel.create({
        data: { ...model, content: isOfUse ? Uint8Array.from(content) : null },
      })
      await db.$executeRaw`
        UPDATE "TriageModel" SET content = NULL WHERE content IS NOT NULL AND id NOT IN
          (SELECT id FROM "TriageModel" WHERE content IS NOT NULL ORDER BY id DESC LIMIT ${CONTENTS_KEPT})`
      return id
    },
    async setModelState(id, state) {
      const content = state === "promoted" ? {} : { content: null }
      await db.triageModel.update({ where: { id }, data: { state, ...content } })
    },
    async decisionsSince(decisionId) {
      const { _count, _min, _max } = await db.decision.aggregate({
        where: { id: { gt: decisionId } },
        ...{ _count: true, _min: { at: true }, _max: { id: true } },
      })
      return { count: _count, oldestAt: _min.at, lastId: _max.id ?? decisionId }
    },
    async decidedTickets(upToDecision, most) {
      const rows = await db.$queryRaw<{ ticketId: number }[]>`
        SELECT DISTINCT "ticketId" FROM "Decision" WHERE id <= ${upToDecision}
        ORDER BY "ticketId" DESC LIMIT ${most}`
      return rows.map(({ ticketId }) => ticketId).reverse()
    },
    async decided(tickets, upToDecision) {
      const openings = await openingsOf(db, tickets)
      const decisions = await db.decision.findMany({
        where: { ticketId: { in: tickets }, id: { lte: upToDecision } },
        orderBy: { id: "asc" },
        omit: { id: true },
      })
      const byTicket = Map.groupBy(decisions, ({ ticketId }) => ticketId)
      return openings.map((opening) => ({
        ...{ opening, decisions: byTicket.get(opening.ticket.id) ?? [] },
      }))
    },
  }
}

/** The newest first, with those of other programs unless a fingerprint is given. */
export async function listModels(
  db: Db,
  fingerprint: { code?: string; lessons?: string } = {},
): Promise<Model[]> {
  const rows = await db.triageModel.findMany({
    ...{ where: fingerprint, orderBy: { id: "desc" }, take: MOST_LISTED, omit: WITHOUT_CONTENT },
  })
  return rows.map(modelOf)
}

function modelOf(row: Omit<TriageModel, keyof typeof WITHOUT_CONTENT>): Model {
  const [byCategory, state] = [ByCategory.parse(row.byCategory), z.enum(MODEL_STATES)]
  return { ...row, byCategory, state: state.parse(row.state) }
}
