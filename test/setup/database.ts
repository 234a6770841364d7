import { randomBytes } from "node:crypto"
import pg from "pg"
import { inject } from "vitest"
import { databaseUrl } from "./database-server.ts"

export type TestDatabase = {
  url: string
  pool: pg.Pool
  /** Empties every table, and the queues of pg-boss. */
  clear(): Promise<void>
  /** Not allowed: those that are open are cut, and nobody comes in. */
  allowConnections(allowed: boolean): Promise<void>
  close(): Promise<void>
}

const TABLES = `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS names FROM pg_tables
  WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
     OR schemaname = 'pgboss' AND tablename = 'job'`

/** A migrated, empty database of its own: once for each test file, in beforeAll or at the top. */
export async function testDatabase(): Promise<TestDatabase> {
  const { url: server, prefix, template, strategy } = inject("databases")
  const name = `${prefix}_${randomBytes(6).toString("hex")}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} ${strategy}`)
  await admin.end()

  const url = databaseUrl(server, name)
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  pool.on("error", () => {}) // the server of a test may be stopped under it
  return {
    url,
    pool,
    async clear() {
      const { rows } = await pool.query<{ names: string | null }>(TABLES)
      if (rows[0]?.names) await pool.query(`TRUNCATE ${rows[0].names} RESTART IDENTITY CASCADE`)
    },
    async allowConnections(allowed) {
      const client = new pg.Client({ connectionString: server })
      await client.connect()
      await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${allowed}`)
      if (!allowed) {
        const cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1"
        await client.query(cut, [name])
      }
      await client.end()
    },
    close: () => pool.end(),
  }
}
