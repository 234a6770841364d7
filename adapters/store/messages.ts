import type { Draft, MessageStore, NewMessage } from "../../src/tickets/message-store.ts"
import type { Message, Outgoing } from "../../src/tickets/ticket.ts"
import type { Db } from "./db.ts"
import type { Draft as DraftRow, Message as Row } from "./generated/client.ts"

const OVERDUE_A_TICK = 100

export function messageSlice(db: Db): MessageStore {
  const find = async (id: number) => {
    const row = await db.message.findUnique({ where: { id } })
    return row && message(row)
  }
  return {
    async addMessage({ outgoing, ...turn }: NewMessage) {
      const [row] = await db.message.createManyAndReturn({
        data: { ...turn, ...(outgoing ?? {}) },
        skipDuplicates: true,
      })
      return row ? message(row) : null
    },
    async messages(ticketId) {
      const rows = await db.message.findMany({ where: { ticketId }, orderBy: { id: "asc" } })
      return rows.map(message)
    },
    message: find,
    async lockMessage(id) {
      await db.$queryRaw`SELECT 1 FROM "Message" WHERE id = ${id} FOR UPDATE`
      return find(id)
    },
    async saveOutgoing(id, outgoing) {
      await db.message.update({ where: { id }, data: outgoing })
    },
    async keepDraft(draft) {
      return kept(await db.draft.create({ data: draft }))
    },
    async draft(id) {
      const row = await db.draft.findUnique({ where: { id } })
      return row && kept(row)
    },
    async overdueMessages(before) {
      const rows = await db.message.findMany({
        where: { delivery: { in: ["waiting", "sending"] }, sendAt: { lt: before } },
        select: { id: true },
        orderBy: { sendAt: "asc" },
        take: OVERDUE_A_TICK,
      })
      return rows.map(({ id }) => id)
    },
  }
}

function kept({ createdAt: _, ...row }: DraftRow): Draft {
  return row
}

export function message(row: Row): Message {
  const { id, ticketId, kind, memberId, mailId, at, text, passingId } = row
  return { id, ticketId, kind, memberId, mailId, at, text, outgoing: outgoing(row), passingId }
}

function outgoing(row: Row): Outgoing | null {
  const { delivery, sendAt } = row
  if (row.kind !== "outgoing" || !delivery || !sendAt) return null
  const { isAutomatic, isByGate, closesTicket, messageId, to, cc, inReplyTo, references } = row
  const { attempts, cutShort, firstAttemptAt, lastError, sentAt } = row
  return {
    ...{
      isAutomatic,
      isByGate,
      closesTicket,
      messageId,
      to,
      cc,
      subject: row.subject ?? "",
      inReplyTo,
    },
    ...{ references, delivery, sendAt, attempts, cutShort, firstAttemptAt, lastError, sentAt },
  }
}
