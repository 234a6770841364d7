import type { Card } from "../../src/card.ts"
import { PostGone } from "../../src/errors.ts"
import type { PrismaClient } from "./generated/client.ts"
import { storable } from "./text.ts"

/** Notified at each change: every copy of the bot tells its open pages. */
export const CONSOLE_CHANNEL = "telemaque_console"

/** What the console, as a chat, keeps of what was posted to it. */
export type ConsoleStore = {
  /** The same key posts once; a second time redraws the card. */
  post(place: string, card: Card, key: string): Promise<number>
  /** Throws `PostGone`. */
  update(postId: number, card: Card): Promise<void>
  say(postId: number, text: string, key: string): Promise<void>
}

export function openConsoleStore(prisma: PrismaClient): ConsoleStore {
  // notified by the transaction itself: a page that hears of the change can read it
  const notify = (what: string) => prisma.$executeRaw`SELECT pg_notify(${CONSOLE_CHANNEL}, ${what})`
  return {
    async post(place, card, key) {
      const drawn = JSON.stringify(storable(card))
      const [post] = await prisma.$queryRaw<{ id: number }[]>`
        WITH post AS (
          INSERT INTO "ConsolePost" (place, key, card, "ticketId", "updatedAt")
          VALUES (${place}, ${key}, ${drawn}::jsonb, ${card.ticket}::int, now())
          ON CONFLICT (place, key) DO UPDATE
            SET card = excluded.card, "ticketId" = excluded."ticketId", "updatedAt" = now()
          RETURNING id)
        SELECT id, pg_notify(${CONSOLE_CHANNEL}, ${key})::text FROM post`
      return post?.id ?? 0
    },
    async update(id, card) {
      const drawn = JSON.stringify(storable(card))
      const updated = await prisma.$queryRaw<unknown[]>`
        WITH post AS (
          UPDATE "ConsolePost" SET card = ${drawn}::jsonb, "ticketId" = ${card.ticket}::int, "updatedAt" = now()
          WHERE id = ${id} RETURNING id)
        SELECT pg_notify(${CONSOLE_CHANNEL}, id::text)::text FROM post`
      if (updated.length === 0) throw new PostGone(`the console has no post ${id}`)
    },
    async say(postId, text, key) {
      await prisma.$transaction([
        // the same line may be said in several threads, once in each
        prisma.consoleLine.createMany({
          data: { postId, text, key: `${postId} ${key}` },
          skipDuplicates: true,
        }),
        notify(String(postId)),
      ])
    },
  }
}
