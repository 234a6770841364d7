import type { Merge, MergeStore, TicketState } from "../../src/tickets/merge-store.ts"
import type { Db } from "./db.ts"
import { Prisma } from "./generated/client.ts"

export function mergeSlice(db: Db): MergeStore {
  return {
    async moveTicketContents(from, to) {
      await db.$executeRaw`
        UPDATE "Message" SET "ticketId" = ${to}, "mergedFrom" = array_append("mergedFrom", ${from}::int)
        WHERE "ticketId" = ${from}`
      await db.$executeRaw`
        UPDATE "Mail" SET "ticketId" = ${to}, "mergedFrom" = array_append("mergedFrom", ${from}::int)
        WHERE "ticketId" = ${from}`
    },

    async moveTicketContentsBack(from, root) {
      await db.$executeRaw`
        UPDATE "Message" SET "ticketId" = ${from},
          "mergedFrom" = "mergedFrom"[1 : array_position("mergedFrom", ${from}::int) - 1]
        WHERE "ticketId" = ${root} AND ${from}::int = ANY ("mergedFrom")`
      await db.$executeRaw`
        UPDATE "Mail" SET "ticketId" = ${from},
          "mergedFrom" = "mergedFrom"[1 : array_position("mergedFrom", ${from}::int) - 1]
        WHERE "ticketId" = ${root} AND ${from}::int = ANY ("mergedFrom")`
    },

    async keepMerge(id, merge) {
      const beforeMerge = merge ? JSON.parse(JSON.stringify(merge)) : Prisma.DbNull
      await db.ticket.update({ where: { id }, data: { beforeMerge } })
    },

    async merge(id) {
      const row = await db.ticket.findUnique({ where: { id }, select: { beforeMerge: true } })
      return row?.beforeMerge ? revived(row.beforeMerge as Kept<Merge>) : null
    },
  }
}

/** As JSON keeps it: instants are texts. */
type Kept<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : Kept<T[K]>
}

function revived({ at, from, target, after, ...rest }: Kept<Merge>): Merge {
  return {
    ...(rest as Pick<Merge, "into" | "lastMessageId">),
    at: new Date(at),
    from: state(from),
    target: state(target),
    after: state(after),
  }
}

function state({ status, mayContinue, ...instants }: Kept<TicketState>): TicketState {
  const { waitingSince, closedAt, snoozedUntil } = instants
  return {
    status: status as TicketState["status"],
    mayContinue: mayContinue as TicketState["mayContinue"],
    waitingSince: instant(waitingSince),
    closedAt: instant(closedAt),
    snoozedUntil: instant(snoozedUntil),
  }
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}
