import { PrismaPg } from "@prisma/adapter-pg"
import pg from "pg"
import type { PgBoss } from "pg-boss"
import type { Slices, Store } from "../../src/store.ts"
import { absenceSlice } from "./absences.ts"
import { accessSlice } from "./access.ts"
import { acknowledgementSlice } from "./acknowledgements.ts"
import { cardSlice } from "./cards.ts"
import { STORE_CONNECTIONS } from "./connections.ts"
import type { Db } from "./db.ts"
import { deadJobSlice } from "./dead-jobs.ts"
import { decisionSlice } from "./decisions.ts"
import { drawingSlice } from "./drawing.ts"
import { fileSlice } from "./files.ts"
import { gateSlice, outcomeSlice } from "./gates.ts"
import { Prisma, PrismaClient } from "./generated/client.ts"
import { alarmSlice, canarySlice, chatHealthSlice, daySlice, healthSlice } from "./health.ts"
import { groupReplySlice, incidentSlice, incidentTicketSlice } from "./incidents.ts"
import { listSlice } from "./lists.ts"
import { llmSlice } from "./llm.ts"
import { mailboxSlice, mailSlice } from "./mails.ts"
import { mergeSlice } from "./merges.ts"
import { messageSlice } from "./messages.ts"
import { modelSlice } from "./models.ts"
import { officeSlice, passingSlice } from "./offices.ts"
import { pastCaseSlice } from "./past-cases.ts"
import { peopleSlice } from "./people.ts"
import { occasionSlice, postingSlice } from "./postings.ts"
import { questionSlice } from "./questions.ts"
import { enqueueIn, type JobHandlers, openQueues, work } from "./queues.ts"
import { statementNames } from "./statements.ts"
import { summarySlice } from "./summaries.ts"
import { teamSlice } from "./team.ts"
import { storable } from "./text.ts"
import { ticketSlice } from "./tickets.ts"
import { triageSlice } from "./triage.ts"

const TRANSACTION = { maxWait: 15_000, timeout: 30_000 } // a burst of mail waits its turn
export type OpenStore = {
  store: Store
  prisma: PrismaClient
  pool: pg.Pool
  work(handlers: JobHandlers): Promise<void>
  /** Running jobs are finished first. */
  stopWork(): Promise<void>
  close(): Promise<void>
}

type Warn = (error: unknown, what: string) => void

export async function openStore(url: string, warn: Warn): Promise<OpenStore> {
  const pool = new pg.Pool({ connectionString: url, max: STORE_CONNECTIONS })
  // Without a listener, PostgreSQL going away ends the process.
  pool.on("error", (error) => warn(error, "a database connection was cut"))
  const prisma = openPrisma(pool)
  const boss = await openQueues(url, warn)

  const store: Store = {
    ...slices(prisma, boss),
    transaction: (work) =>
      prisma.$transaction(
        (tx) => work({ ...slices(tx, boss), enqueue: enqueueIn(boss, tx) }),
        TRANSACTION,
      ),
  }

  return {
    store,
    prisma,
    pool,
    work: (handlers) => work(boss, handlers, warn),
    stopWork: () => boss.stop({ graceful: true, timeout: 10_000, close: true }),
    async close() {
      await boss.stop({ graceful: false, close: true }) // stopped already, unless the start failed
      await prisma.$disconnect()
      if (!pool.ended) await pool.end()
    },
  }
}

/** Every value that it is given is made fit for PostgreSQL, whoever gives it. */
function openPrisma(pool: pg.Pool): PrismaClient {
  const fit = Prisma.defineExtension({
    query: { $allModels: { $allOperations: ({ args, query }) => query(storable(args)) } },
  })
  // The extended client has the same methods, but for $on, which nobody uses.
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementNames() })
  return new PrismaClient({ adapter }).$extends(fit) as unknown as PrismaClient
}

function slices(db: Db, boss: PgBoss): Slices {
  return {
    ...mailSlice(db),
    ...mailboxSlice(db),
    ...ticketSlice(db),
    ...drawingSlice(db),
    ...triageSlice(db),
    ...listSlice(db),
    ...summarySlice(db),
    ...mergeSlice(db),
    ...messageSlice(db),
    ...acknowledgementSlice(db),
    ...fileSlice(db),
    ...peopleSlice(db),
    ...absenceSlice(db),
    ...accessSlice(db),
    ...questionSlice(db),
    ...pastCaseSlice(db),
    ...teamSlice(db),
    ...healthSlice(db),
    ...deadJobSlice(db, boss),
    ...canarySlice(db),
    ...incidentSlice(db),
    ...incidentTicketSlice(db),
    ...groupReplySlice(db),
    ...chatHealthSlice(db),
    ...daySlice(db),
    ...alarmSlice(db),
    ...postingSlice(db),
    ...occasionSlice(db),
    ...decisionSlice(db),
    ...modelSlice(db),
    ...outcomeSlice(db),
    ...gateSlice(db),
    ...cardSlice(db),
    ...llmSlice(db),
    ...officeSlice(db),
    ...passingSlice(db),
  }
}
