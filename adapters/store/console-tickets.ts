import type { Card } from "../../src/card.ts"
import type { Status } from "../../src/tickets/ticket.ts"
import { type Capped, COUNT_TAKE, cappedCount } from "./console-count.ts"
import type { Db } from "./db.ts"
import type { Prisma } from "./generated/client.ts"
import { findByWords } from "./lists.ts"

const PAGE_SIZE = 20
const MAX_URGENT = 20
const MAX_LINES = 3

export type Tab = "todo" | "pending" | "closed"

const STATUSES: Record<Tab, Status[]> = {
  todo: ["new", "open"],
  pending: ["pending"],
  closed: ["closed"],
}

export type Line = { id: number; text: string; at: Date }

export type TicketOnBoard = {
  id: number
  status: Status
  subject: string
  requesterName: string
  openedAt: Date
  /** Null while the card was not yet posted. */
  card: Card | null
  /** The last ones, the oldest first. */
  lines: Line[]
}

export type Board = { urgent: TicketOnBoard[]; tickets: TicketOnBoard[]; next: string | null }

const ON_BOARD = {
  id: true,
  status: true,
  subject: true,
  requesterName: true,
  openedAt: true,
  waitingSince: true,
} as const
type Row = Prisma.TicketGetPayload<{ select: typeof ON_BOARD }>

export function consoleTickets(db: Db) {
  async function withCards(rows: Row[]): Promise<TicketOnBoard[]> {
    const posts = await db.consolePost.findMany({
      where: { ticketId: { in: rows.map(({ id }) => id) } },
      orderBy: { id: "asc" },
      include: { lines: { orderBy: { id: "desc" }, take: MAX_LINES } },
    })
    const byTicket = new Map(posts.map((post) => [post.ticketId, post]))
    return rows.map(({ waitingSince: _, ...row }) => {
      const post = byTicket.get(row.id)
      return { ...row, card: post ? asCard(post.card) : null, lines: (post?.lines ?? []).reverse() }
    })
  }

  return {
    async ticketCounts(): Promise<Record<Tab, Capped>> {
      const count = async (tab: Tab) =>
        cappedCount(
          await db.ticket.count({ where: { status: { in: STATUSES[tab] } }, take: COUNT_TAKE }),
        )
      const [todo, pending, closed] = await Promise.all([
        count("todo"),
        count("pending"),
        count("closed"),
      ])
      return { todo, pending, closed }
    },

    /** To do: the urgent first, then who has waited longest. The others: the latest first. `after` is a `next`. */
    async board(tab: Tab, assigneeId: number | null, after: string | null): Promise<Board> {
      const of = { status: { in: STATUSES[tab] }, ...(assigneeId ? { assigneeId } : {}) }
      const rest: Prisma.TicketWhereInput =
        tab === "todo" ? { ...of, priority: { not: "high" } } : of
      const [urgent, rows] = await Promise.all([
        tab === "todo" && !after
          ? db.ticket.findMany({
              where: { ...of, priority: "high" },
              orderBy: { waitingSince: "asc" },
              take: MAX_URGENT,
              select: ON_BOARD,
            })
          : [],
        db.ticket.findMany({
          where: { AND: [rest, startingAfter(tab, after)] },
          orderBy:
            tab === "todo"
              ? [{ waitingSince: "asc" }, { id: "asc" }]
              : [{ openedAt: "desc" }, { id: "desc" }],
          take: PAGE_SIZE + 1,
          select: ON_BOARD,
        }),
      ])
      const last = rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1] : undefined
      const all = await withCards([...urgent, ...rows.slice(0, PAGE_SIZE)])
      return {
        urgent: all.slice(0, urgent.length),
        tickets: all.slice(urgent.length),
        next: last ? cursor(tab === "todo" ? last.waitingSince : last.openedAt, last.id) : null,
      }
    },

    async searchTickets(words: string): Promise<TicketOnBoard[]> {
      const ids = await findByWords(db, words, PAGE_SIZE)
      const rows = await db.ticket.findMany({
        where: { id: { in: ids } },
        orderBy: { id: "desc" },
        select: ON_BOARD,
      })
      return withCards(rows)
    },
  }
}

function cursor(at: Date | null, id: number): string {
  return `${at?.getTime() ?? "-"}_${id}`
}

function startingAfter(tab: Tab, after: string | null): Prisma.TicketWhereInput {
  const [, time, last] = /^(-|\d+)_(\d+)$/.exec(after ?? "") ?? []
  if (!time || !last) return {}
  const id = Number(last)
  if (tab !== "todo") {
    const openedAt = new Date(Number(time))
    return { OR: [{ openedAt: { lt: openedAt } }, { openedAt, id: { lt: id } }] }
  }
  // Who does not wait for us comes last: NULL sorts after every time.
  if (time === "-") return { waitingSince: null, id: { gt: id } }
  const waitingSince = new Date(Number(time))
  return {
    OR: [
      { waitingSince: { gt: waitingSince } },
      { waitingSince, id: { gt: id } },
      { waitingSince: null },
    ],
  }
}

const EMPTY: Card = {
  fallback: "",
  title: "",
  ticket: null,
  tone: "neutral",
  badges: [],
  fields: [],
  sections: [],
  buttons: [],
}

/** A card that an earlier version drew may lack what this one knows. */
export function asCard(json: Prisma.JsonValue): Card {
  return { ...EMPTY, ...(json as Partial<Card>) }
}
