// The journal's chains (docs/decisions/0010): one for each ticket, one for all the lines without a ticket.
import { createHash } from "node:crypto"
import type pg from "pg"
import type { JournalLine } from "../../src/tickets/store.ts"
import type { Db } from "./db.ts"
import { Prisma } from "./generated/client.ts"
import { storable } from "./text.ts"

/** Rows of "Setting": the last link of the lines without a ticket, and those that are older than that chain. */
const LAST = "journal"
const ALONE = "journal hashed alone up to"
const BATCH = 5_000

/** In one statement: the last link is read, chained and locked by its own update, whatever others do at that moment. */
export function recordIn(db: Db): (line: JournalLine) => Promise<void> {
  return async (given) => {
    const line = storable(given)
    const { ticketId, memberId, at, what, detail } = line
    const text = textOf(line)
    const last = ticketId
      ? Prisma.sql`UPDATE "Ticket"
          SET "journalHash" = encode(sha256(convert_to("journalHash" || ${text}, 'UTF8')), 'hex')
          WHERE id = ${ticketId} RETURNING "journalHash" AS hash`
      : Prisma.sql`INSERT INTO "Setting" (key, value)
          VALUES (${LAST}, encode(sha256(convert_to(${text}, 'UTF8')), 'hex'))
          ON CONFLICT (key) DO UPDATE
          SET value = encode(sha256(convert_to("Setting".value || ${text}, 'UTF8')), 'hex')
          RETURNING value AS hash`
    const written = await db.$executeRaw`
      WITH last AS (${last})
      INSERT INTO "JournalEntry" ("ticketId", "memberId", at, what, detail, hash)
      SELECT ${ticketId}::int, ${memberId}::int, ${at}::timestamptz, ${what},
        ${JSON.stringify(detail)}::jsonb, hash FROM last`
    if (written !== 1) throw new Error(`there is no ticket ${ticketId} to write the journal of`)
  }
}

/** `entry` null: the last lines of that chain are missing. */
export type Break = { ticketId: number | null; entry: number | null }
export type Verdict = { lines: number; firstBreak: Break | null; isWhole: boolean }

type Asked = { query<Row extends pg.QueryResultRow>(sql: string, values: unknown[]): Answered<Row> }
type Answered<Row> = Promise<{ rows: Row[] }>
type Chain = { of: number | null; hash: string; last: string }
type Entry = JournalLine & { id: number; hash: string; last: string | null; alone: string | null }

/**
 * Computes every chain again, ticket after ticket, and stops at the first break; after `limit` lines too, and then
 * `isWhole` is false though nothing was found. May run beside the bot, whose lines are read with their last link.
 */
export async function verifyJournal(db: Asked, limit = Number.POSITIVE_INFINITY): Promise<Verdict> {
  let lines = 0
  let chain: Chain = { of: 0, hash: "", last: "" }
  const broken = (ticketId: number | null, entry: number | null): Verdict => {
    return { lines, firstBreak: { ticketId, entry }, isWhole: false }
  }
  for await (const entry of entries(db)) {
    const { id, ticketId, last, alone, hash } = entry
    if (ticketId !== chain.of) {
      if (chain.hash !== chain.last) return broken(chain.of, null)
      chain = { of: ticketId, hash: "", last: "" }
    }
    if (lines >= limit) return { lines, firstBreak: null, isWhole: false }
    lines += 1
    const isAlone = ticketId === null && id <= Number(alone ?? 0)
    if (hash !== hashOf(isAlone ? "" : chain.hash, entry)) return broken(ticketId, id)
    chain = { of: ticketId, hash: isAlone ? chain.hash : hash, last: last ?? "" }
  }
  if (chain.hash !== chain.last) return broken(chain.of, null)
  const [emptied] = (await db.query<{ ticketId: number | null }>(EMPTIED, [LAST])).rows
  return emptied ? broken(emptied.ticketId, null) : { lines, firstBreak: null, isWhole: true }
}

const ENTRY = `SELECT j.id, j."ticketId", j."memberId", j.at, j.what, j.detail, j.hash`
const OF_TICKETS = `${ENTRY}, t."journalHash" AS last, NULL AS alone
  FROM "JournalEntry" j JOIN "Ticket" t ON t.id = j."ticketId"
  WHERE (j."ticketId", j.id) > ($1, $2) ORDER BY j."ticketId", j.id LIMIT ${BATCH}`
const WITHOUT_TICKET = `${ENTRY}, (SELECT value FROM "Setting" WHERE key = '${LAST}') AS last,
    (SELECT value FROM "Setting" WHERE key = '${ALONE}') AS alone
  FROM "JournalEntry" j
  WHERE j."ticketId" IS NULL AND j.id > $1 ORDER BY j."ticketId", j.id LIMIT ${BATCH}`
/** A last link, and not one line. */
const EMPTIED = `SELECT t.id AS "ticketId" FROM "Ticket" t WHERE t."journalHash" <> ''
    AND NOT EXISTS (SELECT 1 FROM "JournalEntry" j WHERE j."ticketId" = t.id)
  UNION ALL SELECT NULL FROM "Setting" WHERE key = $1
    AND NOT EXISTS (SELECT 1 FROM "JournalEntry" j WHERE j."ticketId" IS NULL)
  ORDER BY 1 LIMIT 1`

/** A batch at a time: a million lines do not fill the memory. */
async function* entries(db: Asked): AsyncGenerator<Entry> {
  for (let after = [0, 0]; ; ) {
    const { rows } = await db.query<Entry>(OF_TICKETS, after)
    yield* rows
    const end = rows.at(-1)
    if (!end?.ticketId) break
    after = [end.ticketId, end.id]
  }
  for (let after = 0; ; ) {
    const { rows } = await db.query<Entry>(WITHOUT_TICKET, [after])
    yield* rows
    const end = rows.at(-1)
    if (!end) return
    after = end.id
  }
}

function hashOf(last: string, entry: JournalLine): string {
  return createHash("sha256")
    .update(last + textOf(entry))
    .digest("hex")
}

/** jsonb does not keep the order of keys: theirs is the alphabet's. */
function textOf({ ticketId, memberId, at, what, detail }: JournalLine): string {
  const sorted = Object.fromEntries(
    Object.keys(detail)
      .sort()
      .map((key) => [key, detail[key]]),
  )
  return JSON.stringify([ticketId, memberId, at.toISOString(), what, sorted])
}
