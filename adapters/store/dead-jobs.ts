// What a queue gave up waits in its `.dead` queue, which nobody works: here it is counted, and put back.
import { fromPrisma, type PgBoss } from "pg-boss"
import type { DeadJobStore, DeadJobs } from "../../src/health/store.ts"
import { isJobName, type JobName } from "../../src/jobs.ts"
import type { Db } from "./db.ts"

/** Where the jobs of a queue end that were tried as often as they may be. */
export function deadQueue(name: JobName): string {
  return `${name}.dead`
}

export function deadJobSlice(db: Db, boss: PgBoss): DeadJobStore {
  const redrive = (name: JobName, options: { limit: number; ids?: string[] }) =>
    boss.redrive(deadQueue(name), { db: fromPrisma(db), ...options })
  return {
    deadJobs: () => readDeadJobs(db),
    reviveJobs: (name, limit) => redrive(name, { limit }),
    async reviveOldJobs(name, { deadFor, failingFor, most }) {
      // pg-boss keeps a job that failed for a week: the first death of a job that died several times is told by it.
      const rows = await db.$queryRaw<{ id: string }[]>`
        SELECT dead.id::text FROM pgboss.job dead JOIN pgboss.job first
          ON first.name = dead.source_name AND first.id = COALESCE(dead.source_root_id, dead.source_id)
        WHERE dead.name = ${deadQueue(name)} AND dead.state < 'active'
          AND dead.start_after <= now() - make_interval(secs => ${deadFor / 1000})
          AND first.start_after > now() - make_interval(secs => ${failingFor / 1000})
        ORDER BY dead.created_on LIMIT ${most}`
      if (rows.length === 0) return 0
      return redrive(name, { limit: most, ids: rows.map(({ id }) => id) })
    },
  }
}

/** The states one by one, as pg-boss's index has them: a million jobs that are done are not read. */
export async function readDeadJobs(db: Db): Promise<DeadJobs[]> {
  const rows = await db.$queryRaw<(DeadJobs & { name: string })[]>`
    SELECT regexp_replace(name, '\\.dead$', '') AS name,
      count(*) FILTER (WHERE name LIKE '%.dead')::int AS count,
      min(start_after) FILTER (WHERE name LIKE '%.dead') AS since,
      count(*) FILTER (WHERE name NOT LIKE '%.dead')::int AS revived
    FROM pgboss.job
    WHERE state IN ('created', 'retry', 'active') AND (name LIKE '%.dead' OR source_root_id IS NOT NULL)
    GROUP BY 1 ORDER BY 1`
  return rows.filter(({ name }) => isJobName(name))
}
