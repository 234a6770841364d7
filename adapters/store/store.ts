import { PrismaPg } from "@prisma/adapter-pg"
import pg from "pg"
import { fromPrisma, PgBoss } from "pg-boss"
import { type Enqueue, JOBS, type Job, type JobName, ONE_BY_KEY } from "../../src/jobs.ts"
import type { Slices, Store } from "../../src/store.ts"
import type { Db } from "./db.ts"
import { PrismaClient } from "./generated/client.ts"
import {
  alarmSlice,
  canarySlice,
  chatHealthSlice,
  daySlice,
  healthSlice,
  postingSlice,
} from "./health.ts"
import { mailboxSlice, mailSlice } from "./mails.ts"
import { acknowledgementSlice, messageSlice } from "./messages.ts"
import { peopleSlice } from "./people.ts"
import { ticketSlice } from "./tickets.ts"

const CONNECTIONS = 12
const QUEUE_CONNECTIONS = 5
const DEAD_COPY_NOTICED = 10
const TRANSACTION = { maxWait: 15_000, timeout: 30_000 } // a burst of mail waits its turn
// A copy that dies is noticed by its silence; its jobs start again elsewhere.
const QUEUE = {
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 300,
  heartbeatSeconds: 10,
  notify: true,
}
// One at a time, a worker takes about two jobs a second once there is a backlog.
const WORKERS = { localConcurrency: 2, batchSize: 10, perJobResults: true } as const

export type OpenStore = {
  store: Store
  prisma: PrismaClient
  pool: pg.Pool
  work(handlers: JobHandlers): Promise<void>
  /** Running jobs are finished first. */
  stopWork(): Promise<void>
  close(): Promise<void>
}

export type JobHandlers = { [Name in JobName]: (job: Job<Name>) => Promise<void> }

type Warn = (error: unknown, what: string) => void

export async function openStore(url: string, warn: Warn): Promise<OpenStore> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS })
  // Without a listener, PostgreSQL going away ends the process.
  pool.on("error", (error) => warn(error, "a database connection was cut"))
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  const boss = await openQueues(url, warn)

  const store: Store = {
    ...slices(prisma),
    transaction: (work) =>
      prisma.$transaction((tx) => work({ ...slices(tx), enqueue: enqueueIn(tx) }), TRANSACTION),
  }

  // `db` makes the job part of the transaction: forgetting it is silently not transactional, so nobody else sends.
  function enqueueIn(tx: Db): Enqueue {
    return async (name, job, { startAfter, key } = {}) => {
      await boss.send(name, job, {
        db: fromPrisma(tx),
        ...(startAfter ? { startAfter } : {}),
        ...(key ? { singletonKey: key } : {}),
      })
    }
  }

  return {
    store,
    prisma,
    pool,
    work: (handlers) => work(boss, handlers, warn),
    stopWork: () => boss.stop({ graceful: true, timeout: 10_000, close: true }),
    async close() {
      await prisma.$disconnect()
      if (!pool.ended) await pool.end()
    },
  }
}

function slices(db: Db): Slices {
  return {
    ...mailSlice(db),
    ...mailboxSlice(db),
    ...ticketSlice(db),
    ...messageSlice(db),
    ...acknowledgementSlice(db),
    ...peopleSlice(db),
    ...healthSlice(db),
    ...canarySlice(db),
    ...chatHealthSlice(db),
    ...daySlice(db),
    ...alarmSlice(db),
    ...postingSlice(db),
  }
}

// pg-boss has its own pool: with a shared one, LISTEN stays off in silence and every hop waits for a poll.
async function openQueues(url: string, warn: Warn): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    max: QUEUE_CONNECTIONS,
    useListenNotify: true,
    schedule: false, // what is due is asked of the database (DESIGN.md section 5)
    superviseIntervalSeconds: DEAD_COPY_NOTICED,
    monitorIntervalSeconds: DEAD_COPY_NOTICED,
  })
  boss.on("error", (error) => warn(error, "the job queue failed"))
  await boss.start()
  const known = new Set((await boss.getQueues()).map(({ name }) => name))
  for (const name of Object.keys(JOBS) as JobName[]) {
    if (known.has(name)) continue
    await boss.createQueue(`${name}.dead`)
    const policy = ONE_BY_KEY.includes(name) ? "exclusive" : "standard"
    await boss.createQueue(name, { ...QUEUE, policy, deadLetter: `${name}.dead` })
  }
  return boss
}

async function work(boss: PgBoss, handlers: JobHandlers, warn: Warn): Promise<void> {
  for (const name of Object.keys(JOBS) as JobName[]) await workQueue(boss, name, handlers, warn)
}

async function workQueue<Name extends JobName>(
  boss: PgBoss,
  name: Name,
  handlers: JobHandlers,
  warn: Warn,
): Promise<void> {
  await boss.work(name, WORKERS, (jobs) =>
    Promise.all(
      jobs.map(async ({ id, data }) => {
        try {
          await handlers[name](JOBS[name].parse(data) as Job<Name>)
          return { id, status: "completed" as const }
        } catch (error) {
          warn(error, `the job ${name} failed and will be tried again`)
          return { id, status: "failed" as const, output: { message: String(error) } }
        }
      }),
    ),
  )
}
