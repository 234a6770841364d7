import { fileURLToPath } from "node:url"
import pg from "pg"
import { openLeases } from "./lease.ts"
import { migrate } from "./migrate.ts"
import { openStore } from "./store.ts"

const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url))

type Warn = (error: unknown, what: string) => void

/** The team's PostgreSQL when there is one, else our own in `directory`; migrated, and open. */
export async function openDatabase(databaseUrl: string | null, directory: string, warn: Warn) {
  const embedded = databaseUrl ? null : await openOurOwn(directory, warn)
  const url = databaseUrl ?? embedded?.url ?? ""
  await applyMigrations(url)
  const open = await openStore(url, warn)
  const leases = openLeases(url, (error) => warn(error, "the database cannot be reached"))
  return {
    ...open,
    url,
    leases,
    async close() {
      await leases.close()
      await open.close()
      await embedded?.stop()
    },
  }
}

async function openOurOwn(directory: string, warn: Warn) {
  const { openEmbeddedPostgres } = await import("./embedded.ts")
  return openEmbeddedPostgres(directory, {}, (error) => warn(error, "the database does not start"))
}

async function applyMigrations(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  pool.on("error", () => {}) // the query that fails says it
  try {
    await migrate(pool, MIGRATIONS)
  } finally {
    await pool.end()
  }
}
