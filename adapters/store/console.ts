import type { Card } from "../../src/card.ts"
import type { Prisma, PrismaClient } from "./generated/client.ts"

/** Notified at each change: every copy of the bot tells its open pages. */
export const CONSOLE_CHANNEL = "telemaque_console"

/** What the console, as a chat, keeps of what was posted to it. */
export type ConsoleStore = {
  /** The same key posts once; a second time redraws the card. */
  post(place: string, card: Card, key: string): Promise<number>
  update(postId: number, card: Card): Promise<void>
  say(postId: number, text: string, key: string): Promise<void>
}

export function openConsoleStore(prisma: PrismaClient): ConsoleStore {
  // notified by the transaction itself: a page that hears of the change can read it
  const notify = (what: string) => prisma.$executeRaw`SELECT pg_notify(${CONSOLE_CHANNEL}, ${what})`
  return {
    async post(place, card, key) {
      const drawn = { card: asJson(card), ticketId: card.ticket }
      const [post] = await prisma.$transaction([
        prisma.consolePost.upsert({
          where: { place_key: { place, key } },
          create: { place, key, ...drawn },
          update: drawn,
          select: { id: true },
        }),
        notify(key),
      ])
      return post.id
    },
    async update(id, card) {
      const drawn = { card: asJson(card), ticketId: card.ticket }
      await prisma.$transaction([
        prisma.consolePost.updateMany({ where: { id }, data: drawn }),
        notify(String(id)),
      ])
    },
    async say(postId, text, key) {
      await prisma.$transaction([
        prisma.consoleLine.createMany({ data: { postId, text, key }, skipDuplicates: true }),
        notify(String(postId)),
      ])
    },
  }
}

function asJson(card: Card): Prisma.InputJsonObject {
  return card as unknown as Prisma.InputJsonObject
}
