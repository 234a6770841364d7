import { cardSlice } from "./cards.ts"
import type { PrismaClient } from "./generated/client.ts"

/** The answer cards, as the console's pages show them. */
export function consoleCards(prisma: PrismaClient) {
  const { entries, storedEntry, versionsOf } = cardSlice(prisma)
  return { entries, storedEntry, versionsOf }
}
