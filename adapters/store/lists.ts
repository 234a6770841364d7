import type { ListedTicket, ListStore } from "../../src/tickets/list-store.ts"
import type { Status } from "../../src/tickets/ticket.ts"
import type { Db } from "./db.ts"
import type { Prisma } from "./generated/client.ts"

const LISTED = {
  ...{ id: true, mailbox: true, subject: true, status: true, requesterName: true },
  ...{ waitingSince: true, openedAt: true, assignee: { select: { name: true } } },
} as const
const OPEN: Status[] = ["new", "open", "pending"]
const LONGEST_FIRST = [{ waitingSince: { sort: "asc", nulls: "last" } }, { id: "asc" }] as const
const MAX_WORDS = 8
/** Letters that may be the beginning of a word: fewer begin too many. */
const BEGINS = 3
/** Among the open ones, the latest: who completes a number looks for one of them. */
const NUMBERS_LOOKED_AT = 2_000

export function listSlice(db: Db): ListStore {
  const list = (where: Prisma.TicketWhereInput, most: number) => listTickets(db, where, most)
  const byNumber = async (ids: number[]) => {
    const where = { id: { in: ids } }
    const rows = await db.ticket.findMany({ where, orderBy: { id: "desc" }, select: LISTED })
    return rows.map(listed)
  }
  return {
    ticketsOf: (assigneeId, most) => list({ assigneeId, status: { in: OPEN } }, most),
    unclaimedTickets: (most) => list({ assigneeId: null, status: { in: ["new", "open"] } }, most),
    findTickets: async (words, most) => byNumber(await findByWords(db, words, most)),
    async ticketsNumbered(digits, most) {
      const rows = await db.$queryRaw<{ id: number }[]>`
        SELECT id FROM (
          SELECT id FROM "Ticket" WHERE status <> 'closed' ORDER BY id DESC LIMIT ${NUMBERS_LOOKED_AT}) t
        WHERE id::text LIKE ${`${digits}%`} ORDER BY id DESC LIMIT ${most}`
      return byNumber(rows.map(({ id }) => id))
    },
  }
}

/** Who has waited longest first. */
export async function listTickets(
  db: Db,
  where: Prisma.TicketWhereInput,
  take: number,
): Promise<ListedTicket[]> {
  const orderBy = [...LONGEST_FIRST]
  return (await db.ticket.findMany({ where, take, orderBy, select: LISTED })).map(listed)
}

/** The ids of tickets that have all these words, the latest first. */
export async function findByWords(db: Db, words: string, most: number): Promise<number[]> {
  const query = queryOf(words)
  if (!query) return []
  const rows = await db.$queryRaw<{ ticketId: number }[]>`
    SELECT "ticketId" FROM "TicketWords" WHERE words @@ to_tsquery('french', unaccent(${query}))
    ORDER BY "ticketId" DESC LIMIT ${most}`
  return rows.map(({ ticketId }) => ticketId)
}

/** « expiré lien 12 » → « expiré:* & lien:* & 12 »: nothing of what is typed is an operator of PostgreSQL. */
function queryOf(words: string): string {
  return (words.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .slice(0, MAX_WORDS)
    .map((word) => (word.length < BEGINS ? word : `${word}:*`).normalize("NFC"))
    .join(" & ")
}

function listed({
  assignee,
  ...row
}: Omit<ListedTicket, "assignee"> & { assignee: { name: string } | null }): ListedTicket {
  return { ...row, assignee: assignee?.name ?? null }
}
