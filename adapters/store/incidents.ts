import type {
  Around,
  GroupReplyStore,
  Incident,
  IncidentStore,
  IncidentTicketStore,
  Outcome,
} from "../../src/incidents/store.ts"
import type { Db } from "./db.ts"
import type { Incident as Row } from "./generated/client.ts"

/** Tickets are numbered as they come: those of two hours are near each other. */
const NEARBY = 200
const MOST_COMPARED = 60
const MOST_OF_INCIDENT = 5
const MOST_TEXT = 2_000
const MOST_OPEN = 20
const MOST_SHOWN = 50
const SHOWN = {
  ...{ id: true, subject: true, status: true, requesterName: true, requesterAddress: true },
} as const
const RECIPIENTS = { recipients: { orderBy: { ticketId: "asc" } } } as const

export function incidentSlice(db: Db): IncidentStore {
  const find = async (id: number) => {
    const row = await db.incident.findUnique({ where: { id } })
    return row && incident(row)
  }
  return {
    async openIncident(opened) {
      const [row] = await db.incident.createManyAndReturn({ data: opened, skipDuplicates: true })
      return row ? incident(row) : null
    },
    incident: find,
    async lockIncident(id) {
      await db.$queryRaw`SELECT 1 FROM "Incident" WHERE id = ${id} FOR UPDATE`
      return find(id)
    },
    async saveIncident({ id, version, ...fields }) {
      await db.incident.update({ where: { id }, data: { ...fields, version: version + 1 } })
    },
    async openIncidents() {
      const rows = await db.incident.findMany({
        where: { closedAt: null },
        orderBy: { id: "desc" },
        take: MOST_OPEN,
      })
      return rows.map(incident)
    },
    async incidentView(id) {
      const row = await db.incident.findUnique({
        where: { id },
        include: {
          tickets: {
            where: { isOut: false },
            orderBy: { ticketId: "asc" },
            take: MOST_SHOWN,
            select: { ticket: { select: SHOWN } },
          },
          replies: {
            where: { sendAt: { not: null } },
            orderBy: { id: "desc" },
            take: 1,
            include: RECIPIENTS,
          },
        },
      })
      if (!row) return null
      const { tickets, replies, ...rest } = row
      const [reply] = replies
      const inIt = { incident: { incidentId: id, isOut: false } }
      const [count, left] = await Promise.all([
        db.ticket.count({ where: inIt }),
        db.ticket.count({ where: { ...inIt, status: { not: "closed" } } }),
      ])
      return {
        ...{ incident: incident(rest), count, left },
        tickets: tickets.map(({ ticket: { requesterName, requesterAddress, ...shown } }) => ({
          ...{ ...shown, requester: { name: requesterName, address: requesterAddress } },
        })),
        reply: reply ? { ...reply, recipients: reply.recipients.map(recipient) } : null,
      }
    },
    async noteDrawn(id, version) {
      await db.incident.updateMany({
        where: { id, drawn: { lt: version } },
        data: { drawn: version },
      })
    },
    async undrawnIncidents(most) {
      const rows = await db.$queryRaw<{ id: number }[]>`
        SELECT id FROM "Incident" WHERE drawn < version ORDER BY id DESC LIMIT ${most}`
      return rows.map(({ id }) => id)
    },
  }
}

export function incidentTicketSlice(db: Db): IncidentTicketStore {
  return {
    ticketsAround: (id, category, within) => db.$queryRaw<Around[]>`
      SELECT t.id, t."requesterAddress" AS address, t.subject, left(coalesce(m.text, ''), ${MOST_TEXT}) AS text,
        link."ticketId" IS NOT NULL AS "isLinked"
      FROM (
        SELECT near.* FROM "Ticket" self
        JOIN "Ticket" near ON near.id BETWEEN self.id - ${NEARBY} AND self.id + ${NEARBY}
        WHERE self.id = ${id} AND near.category = ${category} AND near."mergedIntoId" IS NULL
          AND abs(extract(epoch FROM near."openedAt" - self."openedAt")) * 1000 <= ${within}
        ORDER BY abs(near.id - self.id) LIMIT ${MOST_COMPARED}) t
      LEFT JOIN LATERAL (SELECT text FROM "Message" m WHERE m."ticketId" = t.id AND m.kind = 'incoming'
        ORDER BY m.id LIMIT 1) m ON true
      LEFT JOIN "IncidentTicket" link ON link."ticketId" = t.id`,

    async openIncidentsLike(category) {
      const rows = await db.$queryRaw<(Around & { incidentId: number })[]>`
        SELECT i.id AS "incidentId", t.id, t."requesterAddress" AS address, t.subject,
          left(coalesce(m.text, ''), ${MOST_TEXT}) AS text, true AS "isLinked"
        FROM "Incident" i
        JOIN LATERAL (SELECT * FROM "IncidentTicket" l WHERE l."incidentId" = i.id AND NOT l."isOut"
          ORDER BY l."ticketId" LIMIT ${MOST_OF_INCIDENT}) link ON true
        JOIN "Ticket" t ON t.id = link."ticketId"
        LEFT JOIN LATERAL (SELECT text FROM "Message" m WHERE m."ticketId" = t.id AND m.kind = 'incoming'
          ORDER BY m.id LIMIT 1) m ON true
        WHERE i."closedAt" IS NULL AND i.category = ${category}
        ORDER BY i.id DESC, t.id`
      const byIncident = Map.groupBy(rows, ({ incidentId }) => incidentId)
      return [...byIncident].map(([incidentId, tickets]) => ({ incidentId, tickets }))
    },

    incidentOf: (ticketId) =>
      db.incidentTicket.findUnique({
        where: { ticketId },
        select: { incidentId: true, isOut: true },
      }),

    async linkTicket(ticketId, incidentId, addedAt, isMoved) {
      const link = { incidentId, addedAt, isOut: false }
      if (isMoved) {
        const create = { ticketId, ...link }
        await db.incidentTicket.upsert({ where: { ticketId }, create, update: link })
        return true
      }
      const { count } = await db.incidentTicket.createMany({
        data: { ticketId, ...link },
        skipDuplicates: true,
      })
      return count === 1
    },

    async unlinkTicket(ticketId) {
      await db.incidentTicket.update({ where: { ticketId }, data: { isOut: true } })
    },

    async ticketsIn(incidentId) {
      const rows = await db.incidentTicket.findMany({
        where: { incidentId, isOut: false },
        select: { ticketId: true },
      })
      return rows.map(({ ticketId }) => ticketId)
    },

    async hasMoreThan(incidentId, count) {
      const where = { incidentId, isOut: false }
      return (await db.incidentTicket.count({ where, take: count + 1 })) > count
    },

    async bannerFor(ticketId) {
      const link = await db.incidentTicket.findUnique({
        where: { ticketId, isOut: false, incident: { closedAt: null } },
        select: { incident: { select: { banner: true } } },
      })
      return link?.incident.banner ?? ""
    },
  }
}

export function groupReplySlice(db: Db): GroupReplyStore {
  return {
    async keepGroupReply(reply, recipients) {
      const { id } = await db.groupReply.create({ data: reply, select: { id: true } })
      await db.groupRecipient.createMany({
        data: recipients.map(({ ticketId, lastMessageId }) => ({
          ...{ replyId: id, ticketId, lastMessageId },
        })),
      })
      return id
    },
    async groupReply(id) {
      const row = await db.groupReply.findUnique({
        where: { id },
        include: RECIPIENTS,
      })
      return row && { ...row, recipients: row.recipients.map(recipient) }
    },
    async lockGroupReply(id) {
      await db.$queryRaw`SELECT 1 FROM "GroupReply" WHERE id = ${id} FOR UPDATE`
      return db.groupReply.findUnique({ where: { id } })
    },
    async saveGroupReply({ id, ...fields }) {
      await db.groupReply.update({ where: { id }, data: fields })
    },
    async noteOutcome(replyId, ticketId, outcome) {
      await db.groupRecipient.update({
        where: { replyId_ticketId: { replyId, ticketId } },
        data: { outcome },
      })
    },
    answerable: (incidentId) => db.$queryRaw`
      SELECT t.id AS "ticketId", t."requesterAddress" AS address,
        coalesce((SELECT max(m.id) FROM "Message" m WHERE m."ticketId" = t.id), 0) AS "lastMessageId"
      FROM "IncidentTicket" link JOIN "Ticket" t ON t.id = link."ticketId"
      WHERE link."incidentId" = ${incidentId} AND NOT link."isOut" AND t.status <> 'closed'
        AND t."mergedIntoId" IS NULL AND t."requesterAddress" <> ''
      ORDER BY t.id`,
  }
}

function incident({ key: _, drawn: __, ...row }: Row): Incident {
  return row
}

function recipient(row: { ticketId: number; lastMessageId: number; outcome: string }) {
  const { ticketId, lastMessageId, outcome } = row
  return { ticketId, lastMessageId, outcome: outcome as Outcome }
}
