import { type Capped, COUNT_TAKE, cappedCount } from "./console-count.ts"
import type { Db } from "./db.ts"
import type { Prisma } from "./generated/client.ts"

const PAGE_SIZE = 50
const NOTICES = 20

const SENDING = {
  select: {
    id: true,
    ticketId: true,
    to: true,
    cc: true,
    subject: true,
    isAutomatic: true,
    isByGate: true,
    delivery: true,
    sendAt: true,
    attempts: true,
    firstAttemptAt: true,
    lastError: true,
    sentAt: true,
    memberId: true,
    member: { select: { name: true } },
  },
} as const

export type Sending = Prisma.MessageGetPayload<typeof SENDING>

export function consoleOutbox(db: Db) {
  const list = (
    where: Prisma.MessageWhereInput,
    orderBy: Prisma.MessageOrderByWithRelationInput,
    take = PAGE_SIZE,
  ): Promise<Sending[]> =>
    db.message.findMany({ where: { kind: "outgoing", ...where }, orderBy, take, ...SENDING })

  return {
    async failedCount(): Promise<Capped> {
      return cappedCount(
        await db.message.count({ where: { delivery: "failed" }, take: COUNT_TAKE }),
      )
    },

    async outbox() {
      const [failed, leaving, sent] = await Promise.all([
        list({ delivery: "failed" }, { sendAt: "desc" }),
        list({ delivery: { in: ["waiting", "sending"] } }, { sendAt: "asc" }),
        list({ delivery: "sent" }, { sendAt: "desc" }),
      ])
      return { failed, leaving, sent }
    },

    /** What a person wrote and may still take back. */
    leavingSoon: (now: Date) =>
      list(
        { delivery: "waiting", isAutomatic: false, sendAt: { gt: now }, attempts: 0 },
        { sendAt: "asc" },
        NOTICES,
      ),
  }
}
