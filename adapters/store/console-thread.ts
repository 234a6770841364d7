import type { Card } from "../../src/card.ts"
import type { Forwarded } from "../../src/mail/forwarded.ts"
import { asCard } from "./console-tickets.ts"
import type { Db } from "./db.ts"
import type { Prisma } from "./generated/client.ts"

const MESSAGES = 50
const JOURNAL = 100
const EARLIER = 10
const LINES = 50

const ATTACHMENTS = { orderBy: { position: "asc" } } as const
const FILES = { select: { id: true, name: true, type: true } } as const
const MESSAGE = {
  include: {
    member: { select: { name: true } },
    mail: { omit: { raw: true }, include: { attachments: ATTACHMENTS } },
    files: FILES,
  },
} as const

export type ThreadMessage = Prisma.MessageGetPayload<typeof MESSAGE>
export type ThreadMail = NonNullable<ThreadMessage["mail"]>

export type TicketPage = {
  id: number
  version: number
  status: "new" | "open" | "pending" | "closed"
  subject: string
  requesterName: string
  requesterAddress: string
  mergedIntoId: number | null
  card: Card | null
  lines: { id: number; text: string; at: Date }[]
}

export function consoleThread(db: Db) {
  return {
    async ticketPage(id: number): Promise<TicketPage | null> {
      const [ticket, post] = await Promise.all([
        db.ticket.findUnique({ where: { id } }),
        db.consolePost.findFirst({
          where: { ticketId: id },
          orderBy: { id: "desc" },
          include: { lines: { orderBy: { id: "desc" }, take: LINES } },
        }),
      ])
      if (!ticket) return null
      return { ...ticket, card: post ? asCard(post.card) : null, lines: post?.lines ?? [] }
    },

    /** The last messages, the oldest first; `before` (a message's id) goes further back. */
    async thread(ticketId: number, before: number | null) {
      const rows = await db.message.findMany({
        where: { ticketId, ...(before ? { id: { lt: before } } : {}) },
        orderBy: { id: "desc" },
        take: MESSAGES + 1,
        ...MESSAGE,
      })
      const hasMore = rows.length > MESSAGES
      return { messages: rows.slice(0, MESSAGES).reverse(), hasMore }
    },

    lastIncoming: (ticketId: number): Promise<ThreadMessage | null> =>
      db.message.findFirst({
        where: { ticketId, kind: "incoming" },
        orderBy: { id: "desc" },
        ...MESSAGE,
      }),

    /** Mails of the ticket that no message of its thread shows: machines', duplicates. */
    otherMails(ticketId: number): Promise<ThreadMail[]> {
      return db.mail.findMany({
        where: { ticketId, message: null },
        orderBy: { id: "desc" },
        take: MESSAGES,
        omit: { raw: true },
        include: { attachments: ATTACHMENTS },
      })
    },

    earlierOfSamePerson(address: string, except: number) {
      return db.ticket.findMany({
        where: { requesterAddress: address, id: { not: except } },
        orderBy: { openedAt: "desc" },
        take: EARLIER,
        select: { id: true, subject: true, status: true, openedAt: true },
      })
    },

    journalOf(ticketId: number) {
      return db.journalEntry.findMany({
        where: { ticketId },
        orderBy: { id: "desc" },
        take: JOURNAL,
        select: {
          id: true,
          at: true,
          what: true,
          detail: true,
          member: { select: { name: true } },
        },
      })
    },

    /** A file of an outgoing message, as its author joined it. */
    outgoingFile: (id: number) =>
      db.outgoingFile.findUnique({ where: { id }, select: { name: true, content: true } }),
  }
}

export function forwardedOf(mail: ThreadMail): Forwarded | null {
  return mail.forwarded as Forwarded | null
}
