import type { AcknowledgementStore } from "../../src/tickets/message-store.ts"
import type { Db } from "./db.ts"
import type { Ticket as TicketRow } from "./generated/client.ts"
import { TICKET_COLUMNS, ticket } from "./tickets.ts"

type Row = TicketRow & {
  automatic: string | null
  fromName: string | null
  fromAddress: string | null
  receivedAt: Date | null
  isAnswered: boolean
}

export function acknowledgementSlice(db: Db): AcknowledgementStore {
  return {
    async unacknowledged(id) {
      const [row] = await db.$queryRaw<Row[]>`
        SELECT ${TICKET_COLUMNS}, first.automatic, first."fromName", first."fromAddress", first."receivedAt",
          t."firstAnsweredAt" IS NOT NULL OR EXISTS (SELECT FROM "Message" m WHERE m."ticketId" = t.id
            AND m.kind = 'outgoing' AND NOT m."isAutomatic" AND m.delivery <> 'cancelled') AS "isAnswered"
        FROM "Ticket" t LEFT JOIN LATERAL (
          SELECT automatic, "fromName", "fromAddress", "receivedAt" FROM "Mail" WHERE "ticketId" = t.id
          ORDER BY id LIMIT 1) first ON true
        WHERE t.id = ${id}`
      if (!row) return null
      const { automatic, fromName, fromAddress, receivedAt, isAnswered, ...ofTicket } = row
      const first = receivedAt && {
        ...{ automatic, receivedAt, from: { name: fromName ?? "", address: fromAddress ?? "" } },
      }
      return { ticket: ticket(ofTicket), isAnswered, first }
    },
    async reserveAcknowledgement(address, day) {
      const { count } = await db.acknowledgement.createMany({
        data: { address, day },
        skipDuplicates: true,
      })
      return count === 1
    },
    async holdAcknowledgement(ticketId, heldAt) {
      await db.heldAcknowledgement.createMany({
        data: { ticketId, heldAt },
        skipDuplicates: true,
      })
    },
    async takeHeldAcknowledgements(since, count) {
      await db.heldAcknowledgement.deleteMany({ where: { heldAt: { lt: since } } })
      const rows = await db.$queryRaw<{ ticketId: number }[]>`
        DELETE FROM "HeldAcknowledgement" WHERE "ticketId" IN (
          SELECT "ticketId" FROM "HeldAcknowledgement" ORDER BY "heldAt", "ticketId" LIMIT ${count}
          FOR UPDATE SKIP LOCKED)
        RETURNING "ticketId"`
      return rows.map(({ ticketId }) => ticketId)
    },
  }
}
