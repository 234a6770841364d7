import type { Card } from "../../src/card.ts"
import { asCard, type Line } from "./console-tickets.ts"
import type { Db } from "./db.ts"
import type { Prisma } from "./generated/client.ts"

const PAGE_SIZE = 20
const MAX_LINES = 3
const MAX_THREAD = 50
const MAX_OTHER_POSTS = 5
const OTHER_POSTS_DAYS = 7
/** Before the id of the member who alone reads what is posted there. */
const PRIVATE = "membre "

export function privatePlace(person: string): string {
  return PRIVATE + person
}

export type ConsolePost = {
  id: number
  card: Card
  postedAt: Date
  /** The last ones, the oldest first. */
  lines: Line[]
}

/** What was posted to the console, as a chat: what is for one person is read by that person alone. */
export function consolePosts(db: Db) {
  const posts = async (
    where: Prisma.ConsolePostWhereInput,
    take: number,
    lines = MAX_LINES,
  ): Promise<ConsolePost[]> => {
    const rows = await db.consolePost.findMany({
      ...{ where, take, orderBy: { id: "desc" } },
      include: { lines: { orderBy: { id: "desc" }, take: lines } },
    })
    return rows.map(({ id, card, postedAt, lines }) => ({
      ...{ id, postedAt, card: asCard(card), lines: lines.reverse() },
    }))
  }
  const forTeam = { NOT: { place: { startsWith: PRIVATE } } }
  const recent = (now: Date) => ({
    postedAt: { gte: new Date(now.getTime() - OTHER_POSTS_DAYS * 86_400_000) },
  })

  return {
    /** Cards that show no ticket, of the last days. */
    otherPosts: (now: Date) =>
      posts({ ...forTeam, ticketId: null, ...recent(now) }, MAX_OTHER_POSTS),

    /** What was told to that member alone, of the last days. */
    privatePosts: (memberId: number, now: Date) =>
      posts({ place: privatePlace(String(memberId)), ...recent(now) }, MAX_OTHER_POSTS),

    /** Every card of the team, the latest first; `before` is a `next`. */
    async teamPosts(before: number | null) {
      const older = before ? { id: { lt: before } } : {}
      const all = await posts({ ...forTeam, ...older }, PAGE_SIZE + 1, MAX_THREAD)
      const shown = all.slice(0, PAGE_SIZE)
      return { posts: shown, next: all.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null }
    },
  }
}
