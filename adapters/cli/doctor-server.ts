// Two questions to a database that answers: has it room for the copies of the bot, and is its journal whole?
import type pg from "pg"
import type { Config } from "../../src/config.ts"
import { CONSOLE_LISTENER, connectionsOfACopy } from "../store/connections.ts"
import { verifyJournal } from "../store/journal.ts"
import { type Finding, fault, ok, warning } from "./doctor-finding.ts"

/** Connections: the server's limit, those it keeps for its administrators, those of other databases; and the copies. */
export type Room = { limit: number; kept: number; others: number; copies: number }

const ROOM = `SELECT current_setting('max_connections')::int AS limit,
    current_setting('superuser_reserved_connections')::int
      + COALESCE(current_setting('reserved_connections', true)::int, 0) AS kept,
    (count(*) FILTER (WHERE datname <> current_database()))::int AS others,
    (count(*) FILTER (WHERE datname = current_database() AND application_name = $1))::int AS copies
  FROM pg_stat_activity WHERE backend_type = 'client backend'`

export async function connectionsFinding(
  client: pg.Client,
  { mailboxes, databaseUrl }: Pick<Config, "mailboxes" | "databaseUrl">,
): Promise<Finding> {
  const { rows } = await client.query<Room>(ROOM, [CONSOLE_LISTENER])
  const [room = { limit: 0, kept: 0, others: 0, copies: 0 }] = rows
  return roomFinding(room, connectionsOfACopy(mailboxes.length, databaseUrl === null))
}

export function roomFinding({ limit, kept, others, copies }: Room, each: number): Finding {
  const most = Math.max(0, Math.floor((limit - kept - others) / each))
  const running = copies === 0 ? "none is running" : `${copies} running`
  const detail = `${limit}, ${each} for each copy of the bot: room for ${most}, ${running}`
  const wanted = Math.max(1, copies)
  if (wanted <= most) return ok("connections", detail)
  const enough = kept + others + wanted * each
  const cure = `set max_connections to ${enough} or more and restart PostgreSQL, or run fewer copies`
  return warning("connections", detail, cure)
}

/** Every line, a batch at a time: half a minute for a million. */
export async function journalFinding(client: pg.Client): Promise<Finding> {
  const { lines, firstBreak } = await verifyJournal(client)
  if (!firstBreak) return ok("journal", `${lines} lines, each chained to the one before`)
  const { ticketId, entry } = firstBreak
  const whose = ticketId ? `the history of request ${ticketId}` : "the history that no request has"
  const detail = entry
    ? `${whose} was changed: line ${entry} is not what was written after the one before`
    : `${whose} was changed: its last lines are missing`
  return fault("journal", detail, "compare it with a backup, and ask who may write in the database")
}
