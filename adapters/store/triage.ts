import type { Opening, TriageStore } from "../../src/triage/store.ts"
import type { Db } from "./db.ts"
import { Prisma, type Ticket as TicketRow } from "./generated/client.ts"
import { TICKET_COLUMNS, ticket } from "./tickets.ts"

type Row = TicketRow & { openingMail: Opening["mail"]; openingText: string | null }

const OPENINGS = Prisma.sql`
  SELECT ${TICKET_COLUMNS},
    (SELECT json_build_object('written', m.written, 'signature', m.signature, 'quoted', m.quoted,
        'forwarded', m.forwarded)
      FROM "Mail" m WHERE m."ticketId" = t.id AND m.folder = 'inbox' ORDER BY m.id LIMIT 1) AS "openingMail",
    (SELECT m.text FROM "Message" m WHERE m."ticketId" = t.id ORDER BY m.id LIMIT 1) AS "openingText"
  FROM "Ticket" t`

export function triageSlice(db: Db): TriageStore {
  return {
    async opening(id) {
      const [row] = await db.$queryRaw<Row[]>`${OPENINGS} WHERE t.id = ${id}`
      return row ? openingOf(row) : null
    },
  }
}

/** In the order of their numbers. */
export async function openingsOf(db: Db, ids: number[]): Promise<Opening[]> {
  const rows = await db.$queryRaw<Row[]>`${OPENINGS} WHERE t.id = ANY(${ids}) ORDER BY t.id`
  return rows.map(openingOf)
}

function openingOf({ openingMail: mail, openingText: text, ...ofTicket }: Row): Opening {
  return { ticket: ticket(ofTicket), mail, text: text ?? "" }
}
