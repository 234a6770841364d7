import type { AutomaticAnswer } from "../../src/gates/automatic-answer.ts"
import type { GateStore, OutcomeStore } from "../../src/gates/store.ts"
import type { Db } from "./db.ts"
import { message } from "./messages.ts"

/** Keys of the messages that answer an incident. */
const TO_SEVERAL = "reply "

export function outcomeSlice(db: Db): OutcomeStore {
  return {
    async keepOutcome(outcome) {
      await db.outcome.createMany({ data: outcome, skipDuplicates: true })
    },
    async teamAnswers(ticketId) {
      const rows = await db.message.findMany({
        where: {
          ...{
            ticketId,
            kind: "outgoing",
            isAutomatic: false,
            isByGate: false,
            delivery: "sent",
            passingId: null,
          },
          OR: [{ mergedFrom: { isEmpty: true } }, { mergedFrom: { equals: null } }],
        },
        orderBy: [{ sentAt: "asc" }, { id: "asc" }],
      })
      return rows.map((row) => ({
        ...message(row),
        isToSeveral: row.key?.startsWith(TO_SEVERAL) ?? false,
      }))
    },
    evidence: () => db.$queryRaw`
      SELECT category, count(*)::int AS decided, count(*) FILTER (WHERE what = 'same')::int AS successes
      FROM "Outcome" WHERE "isEligible" GROUP BY category ORDER BY category`,
    async evidenceOf(category) {
      const where = { category, isEligible: true }
      const [decided, successes] = await Promise.all([
        db.outcome.count({ where }),
        db.outcome.count({ where: { ...where, what: "same" } }),
      ])
      return { decided, successes }
    },
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

export function gateSlice(db: Db): GateStore {
  return {
    async gates() {
      const rows = await db.gate.findMany({
        orderBy: { category: "asc" },
        include: { member: { select: { name: true } } },
      })
      return rows.map(({ category, isOpen, at, member }) => ({
        ...{ category, isOpen, at },
        by: member?.name ?? null,
      }))
    },
    async holdGate(category) {
      const [gate] = await db.$queryRaw<{ isOpen: boolean }[]>`
        SELECT "isOpen" FROM "Gate" WHERE category = ${category} FOR SHARE`
      return gate?.isOpen ?? false
    },
    async moveGate({ category, isOpen, memberId }, at) {
      const moved = isOpen
        ? await db.$executeRaw`
            INSERT INTO "Gate" (category, "isOpen", at, "memberId") VALUES (${category}, true, ${at}, ${memberId})
            ON CONFLICT (category) DO UPDATE SET "isOpen" = true, at = ${at}, "memberId" = ${memberId}
              WHERE NOT "Gate"."isOpen"`
        : await db.$executeRaw`
            UPDATE "Gate" SET "isOpen" = false, at = ${at}, "memberId" = ${memberId}
            WHERE category = ${category} AND "isOpen"`
      return moved === 1
    },
    async keepAutomaticAnswer(answer) {
      const { count } = await db.automaticAnswer.createMany({ data: answer, skipDuplicates: true })
      return count === 1
    },
    async automaticAnswer(ticketId) {
      const row = await db.automaticAnswer.findUnique({ where: { ticketId } })
      return row && { ...row, state: row.state as AutomaticAnswer["state"] }
    },
    async endAutomaticAnswer(ticketId, state) {
      await db.automaticAnswer.update({ where: { ticketId }, data: { state } })
    },
    async dropAutomaticAnswers(category) {
      const rows = await db.$queryRaw<{ ticketId: number }[]>`
        UPDATE "AutomaticAnswer" a SET state = 'dropped' FROM "Ticket" t
        WHERE t.id = a."ticketId" AND a.state = 'waiting' AND t.triage->>'category' = ${category}
        RETURNING a."ticketId"`
      return rows.map(({ ticketId }) => ticketId)
    },
  }
}
