import { promisify } from "node:util"
import { gunzip } from "node:zlib"
import { cutAtWord } from "../../src/excerpt.ts"
import { type Capped, COUNT_TAKE, cappedCount } from "./console-count.ts"
import type { Db } from "./db.ts"

const PAGE_SIZE = 20
const EXCERPT = 250
const unzip = promisify(gunzip)

export type ParkedMail = {
  id: number
  mailbox: string
  receivedAt: Date
  storedAt: Date
  reason: string | null
  fromName: string
  fromAddress: string
  subject: string
  written: string
  ticketId: number | null
}

export function consoleMails(db: Db) {
  return {
    async parkedCount(): Promise<Capped> {
      return cappedCount(await db.mail.count({ where: { state: "parked" }, take: COUNT_TAKE }))
    },

    /** Every reason there is, with how many mails have it. */
    async parkedReasons(): Promise<{ reason: string | null; count: number }[]> {
      const rows = await db.mail.groupBy({
        by: ["reason"],
        where: { state: "parked" },
        _count: true,
      })
      return rows
        .map(({ reason, _count }) => ({ reason, count: _count }))
        .sort((a, b) => b.count - a.count)
    },

    /** The latest first; `before` is the `storedAt` and id of the last one seen. */
    async parkedMails(
      reason: string | null,
      before: string | null,
    ): Promise<{ mails: ParkedMail[]; next: string | null }> {
      const rows = await db.mail.findMany({
        where: {
          AND: [
            { state: "parked", ...(reason === null ? {} : { reason }) },
            startingBefore(before),
          ],
        },
        orderBy: [{ storedAt: "desc" }, { id: "desc" }],
        take: PAGE_SIZE + 1,
        select: {
          id: true,
          mailbox: true,
          receivedAt: true,
          storedAt: true,
          reason: true,
          fromName: true,
          fromAddress: true,
          subject: true,
          written: true,
          ticketId: true,
        },
      })
      const mails = rows
        .slice(0, PAGE_SIZE)
        .map((row) => ({ ...row, written: cutAtWord(row.written, EXCERPT) }))
      const last = rows.length > PAGE_SIZE ? mails.at(-1) : undefined
      return { mails, next: last ? `${last.storedAt.getTime()}_${last.id}` : null }
    },

    /** What a page shows of one mail, without its bytes. */
    mailPage: (id: number) =>
      db.mail.findUnique({
        where: { id },
        omit: { raw: true },
        include: { attachments: { orderBy: { position: "asc" } } },
      }),

    /** The bytes as received; null once retention removed them. */
    async rawMail(id: number): Promise<Uint8Array | null> {
      const row = await db.mail.findUnique({ where: { id }, select: { raw: true } })
      return row?.raw ? unzip(row.raw) : null
    },
  }
}

function startingBefore(before: string | null) {
  const [, time, last] = /^(\d+)_(\d+)$/.exec(before ?? "") ?? []
  if (!time || !last) return {}
  const storedAt = new Date(Number(time))
  return { OR: [{ storedAt: { lt: storedAt } }, { storedAt, id: { lt: Number(last) } }] }
}
