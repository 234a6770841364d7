// One throw-away server for the whole run, and in it one migrated database, the template of every test file's own.
// TEST_DATABASE_URL, when set, names a server (PostgreSQL 15 to 18) to use instead: its role needs CREATEDB.
import { randomBytes } from "node:crypto"
import * as fs from "node:fs"
import { join } from "node:path"
import pg from "pg"
import type { TestProject } from "vitest/node"
import { openEmbeddedPostgres } from "../../adapters/store/embedded.ts"
import { migrate } from "../../adapters/store/migrate.ts"
import { openQueues } from "../../adapters/store/queues.ts"
import { scratchFolder } from "./scratch.ts"

declare module "vitest" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: vitest's own type, extended
  interface ProvidedContext {
    databases: Databases
  }
}

/** `url` names the server; every database of this run has a name that begins by `prefix`. */
export type Databases = { url: string; prefix: string; template: string; strategy: string }

type Server = { databases: Databases; stop(): Promise<void> }

const ABANDONED_AGE = 3_600_000
const MIGRATIONS = new URL("../../prisma/migrations", import.meta.url).pathname
const SETTINGS = {
  // nothing here has to survive a power cut
  ...{ fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  max_connections: "400", // a bot opens about twenty, and test files run side by side
}

// vitest loads this file once for each project: they share one server
type Run = { server: Promise<Server>; projects: number }
const shared = globalThis as typeof globalThis & { telemaqueTests?: Run | undefined }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.telemaqueTests ??= { server: start(), projects: 0 }
  const run = shared.telemaqueTests
  run.projects += 1
  project.provide("databases", (await run.server).databases)
  return async () => {
    run.projects -= 1
    if (run.projects > 0) return
    shared.telemaqueTests = undefined
    await (await run.server).stop()
  }
}

async function start(): Promise<Server> {
  const { TEST_DATABASE_URL } = process.env
  const prefix = `telemaque_test_${randomBytes(4).toString("hex")}`
  return TEST_DATABASE_URL ? useServer(TEST_DATABASE_URL, prefix) : startServer(prefix)
}

async function startServer(prefix: string): Promise<Server> {
  const base = scratchFolder()
  await removeAbandoned(base)
  const directory = fs.mkdtempSync(join(base, `telemaque-test-${process.pid}-`))
  const server = await openEmbeddedPostgres(join(directory, "db"), SETTINGS)
  // FILE_COPY copies a database in 30 ms where nothing is flushed
  const databases = await makeTemplate(server.url, prefix, "STRATEGY FILE_COPY")
  const stop = async (): Promise<void> => {
    await server.stop()
    fs.rmSync(directory, { recursive: true, force: true })
  }
  return { databases, stop }
}

async function useServer(url: string, prefix: string): Promise<Server> {
  const databases = await makeTemplate(url, prefix, "")
  const stop = async (): Promise<void> => {
    const admin = new pg.Client({ connectionString: url })
    await admin.connect()
    const ours = await admin.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
      [prefix],
    )
    for (const { datname } of ours.rows) await admin.query(`DROP DATABASE ${datname} WITH (FORCE)`)
    await admin.end()
  }
  return { databases, stop }
}

async function makeTemplate(url: string, prefix: string, strategy: string): Promise<Databases> {
  const template = `${prefix}_template`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${template}`)
  await admin.end()
  const pool = new pg.Pool({ connectionString: databaseUrl(url, template), max: 1 })
  await migrate(pool, MIGRATIONS)
  const queues = await openQueues(databaseUrl(url, template), () => {})
  await queues.stop({ graceful: false })
  await pool.end() // a template with a connection open cannot be copied
  return { url, prefix, template, strategy }
}

export function databaseUrl(server: string, name: string): string {
  return Object.assign(new URL(server), { pathname: `/${name}` }).href
}

/** A run that was killed leaves its server, which knows no better. */
async function removeAbandoned(base: string): Promise<void> {
  for (const name of fs.readdirSync(base)) {
    const pid = Number(/^telemaque-test-(\d+)-/.exec(name)?.[1] ?? 0)
    const directory = join(base, name)
    if (!pid || isAlive(pid) || ageOf(directory) < ABANDONED_AGE) continue
    // joined as anybody would, and left as the last one: it stops
    await openEmbeddedPostgres(join(directory, "db"), SETTINGS)
      .then((server) => server.stop())
      .catch(() => {})
    fs.rmSync(directory, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  return fs.existsSync("/proc") ? fs.existsSync(`/proc/${pid}`) : true
}

function ageOf(path: string): number {
  return Date.now() - (fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
}
