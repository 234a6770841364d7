// All that a ticket's card says, in one read: cards are redrawn at every change, and reading was most of their cost.
import type { Passing } from "../../src/redirections/store.ts"
import type { DrawingStore } from "../../src/tickets/store.ts"
import type { Db } from "./db.ts"
import type { Message as MessageRow, Ticket as TicketRow } from "./generated/client.ts"
import { message } from "./messages.ts"
import { MAX_EARLIER_TICKETS, TICKET_COLUMNS, ticket } from "./tickets.ts"

type Row = TicketRow & {
  assigneeName: string | null
  messages: Json<MessageRow>[]
  mails: Json<MailRow>[]
  earlier: Json<Drawing["earlier"][number]>[]
  passings: Json<Passing>[]
  offices: Drawing["offices"]
  incident: Drawing["incident"]
  automaticAnswer: Json<NonNullable<Drawing["automaticAnswer"]>> | null
}
type Drawing = NonNullable<Awaited<ReturnType<DrawingStore["drawing"]>>>
type MailRow = Omit<Drawing["mails"][number], "from"> & { fromName: string; fromAddress: string }
/** As JSON gives it. */
type Json<T> = {
  [Key in keyof T]: T[Key] extends Date
    ? string
    : T[Key] extends Date | null
      ? string | null
      : T[Key]
}

export function drawingSlice(db: Db): DrawingStore {
  return {
    async drawing(id) {
      const [row] = await db.$queryRaw<Row[]>`
        SELECT ${TICKET_COLUMNS}, assignee.name AS "assigneeName",
          (SELECT coalesce(json_agg(m ORDER BY m.id), '[]') FROM "Message" m
            WHERE m."ticketId" = t.id AND m.kind <> 'note') AS messages,
          (SELECT coalesce(json_agg(mail ORDER BY mail.id), '[]') FROM (
            SELECT id, automatic, folder, "receivedAt", "fromName", "fromAddress", "replyTo", forwarded, "passingId",
              (SELECT coalesce(json_agg(json_build_object('name', a.name, 'size', a.size) ORDER BY a.position), '[]')
                FROM "Attachment" a WHERE a."mailId" = m.id AND NOT a."isInline") AS attachments
            FROM "Mail" m WHERE m."ticketId" = t.id) mail) AS mails,
          (SELECT coalesce(json_agg(e), '[]') FROM (
            SELECT id, subject, status, "openedAt" FROM "Ticket" e
            WHERE e."requesterAddress" = t."requesterAddress" AND t."requesterAddress" <> '' AND e.id < t.id
            ORDER BY "openedAt" DESC LIMIT ${MAX_EARLIER_TICKETS}) e) AS earlier,
          (SELECT coalesce(json_agg(p ORDER BY p.id), '[]') FROM "Passing" p WHERE p.id IN (
            SELECT m."passingId" FROM "Message" m WHERE m."ticketId" = t.id)) AS passings,
          (SELECT coalesce(json_agg(o ORDER BY o.id), '[]') FROM "Office" o
            WHERE o."isActive" AND t.category = ANY(o.categories)) AS offices,
          (SELECT json_build_object('id', i.id, 'title', i.title, 'isOpen', i."closedAt" IS NULL)
            FROM "IncidentTicket" link JOIN "Incident" i ON i.id = link."incidentId"
            WHERE link."ticketId" = t.id AND NOT link."isOut") AS incident,
          (SELECT json_build_object('text', a.text, 'leavesAt', a."leavesAt") FROM "AutomaticAnswer" a
            WHERE a."ticketId" = t.id AND a.state = 'waiting' AND a.version = t.version) AS "automaticAnswer"
        FROM "Ticket" t LEFT JOIN "Member" assignee ON assignee.id = t."assigneeId"
        WHERE t.id = ${id}`
      if (!row) return null
      const { assigneeName, messages, mails, earlier, passings, offices, incident, ...rest } = row
      const { automaticAnswer, ...ofTicket } = rest
      return {
        ticket: ticket(ofTicket),
        assignee: assigneeName,
        messages: messages.map((turn) =>
          message(dated(turn, ["at", "sendAt", "firstAttemptAt", "sentAt"])),
        ),
        mails: mails.map(({ fromName, fromAddress, ...mail }) => ({
          ...dated<Omit<MailRow, "fromName" | "fromAddress">>(mail, ["receivedAt"]),
          from: { name: fromName, address: fromAddress },
        })),
        earlier: earlier.map((one) => dated(one, ["openedAt"])),
        passings: passings.map((one) => dated(one, ["passedAt", "answeredAt", "remindedAt"])),
        offices,
        incident,
        automaticAnswer: automaticAnswer && dated(automaticAnswer, ["leavesAt"]),
      }
    },
  }
}

function dated<T extends object>(row: Json<T>, keys: (keyof T)[]): T {
  const read = { ...row } as Record<keyof T, unknown>
  for (const key of keys) if (read[key]) read[key] = new Date(String(read[key]))
  return read as T
}
