import type { Prisma } from "./generated/client.ts"

/** The client, or the client inside a transaction. */
export type Db = Prisma.TransactionClient
