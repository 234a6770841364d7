import { fromPrisma, PgBoss } from "pg-boss"
import { type Enqueue, JOBS, type Job, type JobName, ONE_BY_KEY } from "../../src/jobs.ts"
import { QUEUE_CONNECTIONS } from "./connections.ts"
import type { Db } from "./db.ts"
import { deadQueue } from "./dead-jobs.ts"

const LOOK_FOR_DEAD_COPIES_EVERY = 5
// A copy that dies is noticed by its silence; its jobs start again elsewhere.
const QUEUE = {
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 300,
  heartbeatSeconds: 10,
  notify: true,
}
// pg-boss removes what waited for two weeks: what was given up waits for a person as long as it takes.
const DEAD = { retentionSeconds: 10 * 365 * 24 * 3_600 }
// One at a time, a worker takes about two jobs a second once there is a backlog; and after a full batch it would wait for
// the next poll.
const WORKERS = {
  localConcurrency: 2,
  batchSize: 10,
  perJobResults: true,
  burstWhenBatchFull: true,
  // NOTIFY tells of new jobs: those that become due (a mail after its 30 seconds, a retry) are found by asking, else every 30 s.
  notifyPollingIntervalSeconds: 2,
} as const

export type JobHandlers = { [Name in JobName]: (job: Job<Name>) => Promise<void> }

type Warn = (error: unknown, what: string) => void

// pg-boss has its own pool: with a shared one, LISTEN stays off in silence and every hop waits for a poll.
export async function openQueues(url: string, warn: Warn): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    max: QUEUE_CONNECTIONS,
    useListenNotify: true,
    schedule: false, // what is due is asked of the database (DESIGN.md section 5)
    superviseIntervalSeconds: LOOK_FOR_DEAD_COPIES_EVERY,
    monitorIntervalSeconds: LOOK_FOR_DEAD_COPIES_EVERY,
  })
  boss.on("error", (error) => warn(error, "the job queue failed"))
  await boss.start()
  const known = new Set((await boss.getQueues()).map(({ name }) => name))
  for (const name of Object.keys(JOBS) as JobName[]) {
    if (known.has(name)) {
      await boss.updateQueue(deadQueue(name), DEAD)
      continue
    }
    await boss.createQueue(deadQueue(name), DEAD)
    const policy = ONE_BY_KEY.includes(name) ? "exclusive" : "standard"
    await boss.createQueue(name, { ...QUEUE, policy, deadLetter: deadQueue(name) })
  }
  return boss
}

export async function work(boss: PgBoss, handlers: JobHandlers, warn: Warn): Promise<void> {
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

// `db` makes the job part of the transaction: forgetting it is silently not transactional, so nobody else sends.
export function enqueueIn(boss: PgBoss, tx: Db): Enqueue {
  return async (name, job, { startAfter, key } = {}) => {
    await boss.send(name, job, {
      db: fromPrisma(tx),
      ...(startAfter ? { startAfter } : {}),
      ...(key ? { singletonKey: key } : {}),
    })
  }
}
