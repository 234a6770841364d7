import type { TicketStore } from "../../src/tickets/store.ts"
import type { Priority, Ticket, Triage } from "../../src/tickets/ticket.ts"
import type { Db } from "./db.ts"
import { Prisma, type Ticket as Row } from "./generated/client.ts"
import { recordIn } from "./journal.ts"

export const MAX_EARLIER_TICKETS = 5
const SNOOZES_A_TICK = 100
/** By name, so that the statement may be planned once (statements.ts). */
export const TICKET_COLUMNS = Prisma.raw(
  Object.keys(Prisma.TicketScalarFieldEnum)
    .map((column) => `t."${column}"`)
    .join(", "),
)

export function ticketSlice(db: Db): TicketStore {
  const find = async (id: number) => {
    const row = await db.ticket.findUnique({ where: { id } })
    return row && ticket(row)
  }
  return {
    async openTicket({ requester, ...opened }) {
      const row = await db.ticket.create({
        data: {
          ...opened,
          status: "new",
          requesterName: requester.name,
          requesterAddress: requester.address,
          waitingSince: opened.openedAt,
        },
      })
      return ticket(row)
    },

    ticket: find,

    async lockTicket(id) {
      const [row] = await db.$queryRaw<
        Row[]
      >`SELECT ${TICKET_COLUMNS} FROM "Ticket" t WHERE id = ${id} FOR UPDATE`
      return row ? ticket(row) : null
    },

    async saveTicket({ id, version, requester, triage, mergedInto, ...fields }) {
      await db.ticket.update({
        where: { id },
        data: {
          ...fields,
          version: version + 1,
          requesterName: requester.name,
          requesterAddress: requester.address,
          triage: triage ?? Prisma.DbNull,
          mergedIntoId: mergedInto,
        },
      })
    },

    async participants(id) {
      const rows = await db.$queryRaw<{ address: string }[]>`
        SELECT "requesterAddress" AS address FROM "Ticket" WHERE id = ${id}
        UNION SELECT unnest("fromAddress" || "to" || cc) FROM "Mail"
          WHERE "ticketId" = ${id} AND automatic IS NULL
        UNION SELECT unnest("to" || cc) FROM "Message" WHERE "ticketId" = ${id} AND kind = 'outgoing'`
      return rows.map(({ address }) => address).filter(Boolean)
    },

    async earlierTickets(requesterAddress, before) {
      if (!requesterAddress) return []
      return db.ticket.findMany({
        where: { requesterAddress, id: { lt: before } },
        orderBy: { openedAt: "desc" },
        take: MAX_EARLIER_TICKETS,
        select: { id: true, subject: true, status: true, openedAt: true },
      })
    },

    record: recordIn(db),

    async dueSnoozes(now) {
      const rows = await db.ticket.findMany({
        where: { snoozedUntil: { lte: now } },
        select: { id: true },
        take: SNOOZES_A_TICK,
      })
      return rows.map(({ id }) => id)
    },

    async waitingTickets() {
      const rows = await db.ticket.findMany({
        where: { waitingSince: { not: null } },
        select: { id: true },
      })
      return rows.map(({ id }) => id)
    },
  }
}

export function ticket({
  requesterName,
  requesterAddress,
  triage,
  mergedIntoId,
  ...row
}: Row): Ticket {
  const { journalHash: _, beforeMerge: __, priority, ...rest } = row
  return {
    ...rest,
    priority: priority as Priority,
    requester: { name: requesterName, address: requesterAddress },
    triage: triage as Triage | null,
    mergedInto: mergedIntoId,
  }
}
