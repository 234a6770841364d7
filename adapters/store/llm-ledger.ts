import type { LedgerMonth, LedgerSum } from "../../src/llm/ledger.ts"
import type { Db } from "./db.ts"
import { Prisma } from "./generated/client.ts"

/** Those that were made, and not refused by a ceiling or by the breaker. */
const SUMS = Prisma.sql`
  count(*)::int AS requests, (count(*) FILTER (WHERE "whHigh" IS NULL))::int AS unknown,
  coalesce(sum("inputTokens"), 0)::int AS "inputTokens", coalesce(sum("outputTokens"), 0)::int AS "outputTokens",
  coalesce(sum("whLow"), 0) AS "whLow", coalesce(sum("whHigh"), 0) AS "whHigh",
  coalesce(sum("co2Low"), 0) AS "co2Low", coalesce(sum("co2High"), 0) AS "co2High",
  (count(*) FILTER (WHERE "isProviders"))::int AS providers`
const MADE = Prisma.sql`outcome NOT IN ('ceiling', 'resting')`
const MONTH = Prisma.sql`to_char(at AT TIME ZONE 'Europe/Paris', 'YYYY-MM')`
const NOTHING: LedgerSum = {
  ...{ requests: 0, unknown: 0, inputTokens: 0, outputTokens: 0, providers: 0 },
  ...{ whLow: 0, whHigh: 0, co2Low: 0, co2High: 0 },
}

/** The latest month first; a month without answer and without request is not there. */
export async function ledgerMonths(db: Db, since: Date): Promise<LedgerMonth[]> {
  const asked = await db.$queryRaw<(LedgerSum & { month: string })[]>`
    SELECT ${MONTH} AS month, ${SUMS} FROM "LlmRequest" WHERE ${MADE} AND at >= ${since} GROUP BY 1`
  const answered = await db.$queryRaw<Pick<LedgerMonth, "month" | "answers" | "withoutModel">[]>`
    SELECT to_char(m.at AT TIME ZONE 'Europe/Paris', 'YYYY-MM') AS month, count(*)::int AS answers,
      (count(*) FILTER (WHERE d."shownAt" IS NULL OR d."shownAt" > m.at))::int AS "withoutModel"
    FROM "Message" m LEFT JOIN "LlmDraft" d ON d."ticketId" = m."ticketId"
    WHERE m.kind = 'outgoing' AND m.delivery = 'sent' AND NOT m."isAutomatic" AND m."passingId" IS NULL
      AND m.at >= ${since}
    GROUP BY 1`
  const months = [...new Set([...asked, ...answered].map(({ month }) => month))].sort().reverse()
  return months.map((month) => ({
    ...{ month, ...NOTHING, answers: 0, withoutModel: 0 },
    ...asked.find((one) => one.month === month),
    ...answered.find((one) => one.month === month),
  }))
}

/** Null: no model was asked about it. */
export async function ledgerOfTicket(db: Db, ticketId: number): Promise<LedgerSum | null> {
  const [sum] = await db.$queryRaw<LedgerSum[]>`
    SELECT ${SUMS} FROM "LlmRequest" WHERE ${MADE} AND "ticketId" = ${ticketId}`
  return sum && sum.requests > 0 ? sum : null
}
