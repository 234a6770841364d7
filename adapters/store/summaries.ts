import type { ListedTicket } from "../../src/tickets/list-store.ts"
import type { Some, SummaryStore } from "../../src/tickets/summary-store.ts"
import { absenceSlice } from "./absences.ts"
import { COUNT_TAKE, cappedCount } from "./console-count.ts"
import type { Db } from "./db.ts"
import type { Prisma } from "./generated/client.ts"
import { listTickets } from "./lists.ts"

const REMINDED_WITHIN_DAYS = 30
const DAY = 86_400_000

export function summarySlice(db: Db): SummaryStore {
  const some = async (
    where: Prisma.TicketWhereInput,
    most: number,
  ): Promise<Some<ListedTicket>> => {
    const [found, first] = await Promise.all([
      db.ticket.count({ where, take: COUNT_TAKE }),
      listTickets(db, where, most),
    ])
    return { ...cappedCount(found), first }
  }
  return {
    async morning({ lateBefore, parkedSince, most }) {
      const failing = await db.message.findMany({
        where: { delivery: "failed" },
        distinct: ["ticketId"],
        select: { ticketId: true },
        orderBy: { ticketId: "desc" },
        take: COUNT_TAKE,
      })
      const failed = { id: { in: failing.map(({ ticketId }) => ticketId) } }
      const [unclaimed, late, withFailure, parked] = await Promise.all([
        some({ assigneeId: null, status: "new" }, most),
        some({ waitingSince: { lt: lateBefore } }, most),
        some(failed, most),
        db.mail.count({
          where: { state: "parked", folder: "inbox", storedAt: { gte: parkedSince } },
        }),
      ])
      return { unclaimed, late, failed: withFailure, parked }
    },

    async away(on, most) {
      const absences = await absenceSlice(db).absences(on)
      return Promise.all(
        absences.map(async (absence) => {
          const theirs = { assigneeId: absence.memberId, waitingSince: { not: null } }
          return { ...absence, waiting: await some(theirs, most) }
        }),
      )
    },

    async neverReminded(before, most) {
      const since = new Date(before.getTime() - REMINDED_WITHIN_DAYS * DAY)
      return db.$queryRaw<{ id: number; waitingSince: Date }[]>`
        SELECT id, "waitingSince" FROM "Ticket" ticket
        WHERE "assigneeId" IS NULL AND "waitingSince" BETWEEN ${since} AND ${before} AND status <> 'closed'
          AND NOT EXISTS (SELECT 1 FROM "JournalEntry" entry WHERE entry."ticketId" = ticket.id AND entry.what = 'reminded')
        ORDER BY "waitingSince" LIMIT ${most}`
    },

    async hasEntry(ticketId, what) {
      return (
        (await db.journalEntry.findFirst({ where: { ticketId, what }, select: { id: true } })) !==
        null
      )
    },
  }
}
