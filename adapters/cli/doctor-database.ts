import { accessSync, constants, existsSync, statfsSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import pg from "pg"
import type { Config } from "../../src/config.ts"
import { openEmbeddedPostgres } from "../store/embedded.ts"
import { EmbeddedPostgresError, isInitialised } from "../store/embedded-init.ts"
import { missingMigrations } from "../store/migrate.ts"
import { findBinaries, serviceUser } from "../store/postgres-binaries.ts"
import { type Finding, fault, ok, warning } from "./doctor-finding.ts"
import { connectionsFinding, journalFinding } from "./doctor-server.ts"

/** `now`: the database's clock and ours, at one moment; null when the database could not be asked. */
export type DatabaseFindings = { findings: Finding[]; now: { here: Date; there: Date } | null }

const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url))
const [OLDEST, NEWEST] = [15, 18]
const WITHIN = 10_000
const MEGABYTE = 1024 * 1024
const [FULL, NEARLY_FULL] = [100 * MEGABYTE, 1024 * MEGABYTE]
const CURES: Record<string, string> = {
  ECONNREFUSED: "start it, or correct the host and the port of DATABASE_URL",
  ENOENT: "start it, or correct the host of DATABASE_URL",
  ENOTFOUND: "correct the host of DATABASE_URL",
  ETIMEDOUT: "see that this machine may reach it",
  "28P01": "correct the user and the password of DATABASE_URL",
  "28000": "correct the user of DATABASE_URL, or let it in (pg_hba.conf)",
  "3D000": "create the database, or correct its name in DATABASE_URL",
  "53300": "raise max_connections, or close other programs",
}

/** Changes nothing there. An embedded server that sleeps is woken for the time of the questions. */
export async function databaseFindings(config: Config): Promise<DatabaseFindings> {
  if (config.databaseUrl) return ask(config.databaseUrl, config)
  const directory = join(config.dataDirectory, "db")
  const findings = [folderFinding(config.dataDirectory, directory), spaceFinding(directory)]
  if (findings.some(({ level }) => level === "fault")) return { findings, now: null }
  try {
    const asked = isInitialised(directory)
      ? await askEmbedded(directory, config)
      : firstStart(directory, config)
    return { findings: [...findings, ...asked.findings], now: asked.now }
  } catch (error) {
    return { findings: [...findings, embeddedFault(error)], now: null }
  }
}

function firstStart(directory: string, config: Config): DatabaseFindings {
  const { version } = findBinaries(serviceUser(directory), dirname(directory))
  const detail = `PostgreSQL ${version}, embedded: made in ${directory} at the first start`
  return { findings: [ok("database", detail), membersToCome(config)], now: null }
}

async function askEmbedded(directory: string, config: Config): Promise<DatabaseFindings> {
  const server = await openEmbeddedPostgres(directory)
  // The server is no child that Ctrl-C reaches: without this it would stay.
  const leave = () => void server.stop().finally(() => process.exit(1))
  process.once("SIGINT", leave).once("SIGTERM", leave)
  try {
    return await ask(server.url, config)
  } finally {
    process.off("SIGINT", leave).off("SIGTERM", leave)
    await server.stop()
  }
}

async function ask(url: string, config: Config): Promise<DatabaseFindings> {
  const limits = { connectionTimeoutMillis: WITHIN, query_timeout: WITHIN }
  const client = new pg.Client({ connectionString: url, ...limits })
  client.on("error", () => {}) // the question that fails says it
  try {
    await client.connect()
    const { finding, now } = await serverFinding(client, config)
    const { migrations, isUpToDate } = await migrationsFinding(client)
    const findings = [finding, await connectionsFinding(client, config), migrations]
    // What the next start migrates is looked at after it.
    if (isUpToDate) findings.push(await journalFinding(client))
    return { findings: [...findings, await membersFinding(client, config)], now }
  } catch (error) {
    return { findings: [unreachable(error, url)], now: null }
  } finally {
    await client.end().catch(() => {})
  }
}

type Server = { version: number; name: string; encoding: string; now: Date }

async function serverFinding(client: pg.Client, config: Config) {
  const before = Date.now()
  const { rows } = await client.query<Server>(`SELECT now(),
    current_setting('server_version_num')::int AS version, current_setting('server_version') AS name,
    current_setting('server_encoding') AS encoding`)
  const [server = { version: 0, name: "unknown", encoding: "", now: new Date(before) }] = rows
  const here = new Date((before + Date.now()) / 2)
  return { finding: versionFinding(server, config), now: { here, there: server.now } }
}

function versionFinding({ version, name, encoding }: Server, config: Config): Finding {
  const major = Math.floor(version / 10_000)
  const what = `PostgreSQL ${name}${config.databaseUrl ? "" : ", embedded"}`
  if (major < OLDEST || major > NEWEST) {
    return fault("database", what, `use PostgreSQL ${OLDEST} to ${NEWEST}`)
  }
  if (encoding !== "UTF8") {
    return fault("database", `${what}, in ${encoding}`, "create it with ENCODING 'UTF8'")
  }
  return ok("database", what)
}

async function migrationsFinding(client: pg.Client) {
  const said = (migrations: Finding, isUpToDate = false) => ({ migrations, isUpToDate })
  try {
    const missing = await missingMigrations(client, MIGRATIONS)
    if (missing.length === 0) return said(ok("migrations", "all applied"), true)
    return said(ok("migrations", `applied at the next start: ${missing.join(", ")}`))
  } catch (error) {
    // « What is wrong. What to do. »
    const [detail = "", ...cure] = messageOf(error).split(/(?<=\.)\s+(?=[A-Z])/)
    return said(fault("migrations", detail, cure.join(" ") || "see docs/operations.md"))
  }
}

async function membersFinding(client: pg.Client, config: Config): Promise<Finding> {
  const { rows: tables } = await client.query<{ is: boolean }>(
    `SELECT to_regclass('"Member"') IS NOT NULL AS is`,
  )
  if (!tables[0]?.is) return membersToCome(config)
  const { rows } = await client.query<{ role: string; count: number }>(
    `SELECT role::text, count(*)::int FROM "Member" WHERE "isActive" GROUP BY 1 ORDER BY 1`,
  )
  if (rows.length === 0) return membersToCome(config)
  return ok("members", rows.map(({ role, count }) => `${count} ${role}`).join(", "))
}

function membersToCome({ members }: Config): Finding {
  const detail = members.length > 0 ? `${members.length} of TEAM_MEMBERS` : "the demo's three"
  return ok("members", `${detail}, added at the start`)
}

function folderFinding(dataDirectory: string, directory: string): Finding {
  const place = existing(existsSync(directory) ? directory : dataDirectory)
  try {
    accessSync(place, constants.R_OK | constants.W_OK | constants.X_OK)
    return ok("data directory", resolve(dataDirectory))
  } catch {
    const cure = "run as the user of the bot, give the directory to it, or set DATA_DIR"
    return fault("data directory", `${place} cannot be written`, cure)
  }
}

function spaceFinding(directory: string): Finding {
  const { bavail, bsize } = statfsSync(existing(directory))
  const free = bavail * bsize
  const detail = `${Math.round(free / MEGABYTE)} MB free`
  if (free < FULL) return fault("disk", detail, "free at least 100 MB there")
  if (free < NEARLY_FULL) return warning("disk", detail, "free some room: mails are kept there")
  return ok("disk", detail)
}

/** The path, or the nearest folder above it that is there. */
function existing(path: string): string {
  const whole = resolve(path)
  return existsSync(whole) || dirname(whole) === whole ? whole : existing(dirname(whole))
}

function embeddedFault(error: unknown): Finding {
  const lines = messageOf(error).split("\n")
  if (!(error instanceof EmbeddedPostgresError)) {
    return fault("database", lines.join(" "), "see server.log in its directory")
  }
  // The last two lines are the cures.
  return fault("database", lines.slice(0, -2).join(" "), lines.slice(-2).join(" "))
}

function unreachable(error: unknown, url: string): Finding {
  const code = codeOf(error)
  const { host, password } = URL.parse(url) ?? { host: "", password: "" }
  const said = messageOf(error) || code || "no answer"
  const detail = password ? said.replaceAll(decodeURIComponent(password), "***") : said
  const cure = CURES[code] ?? "see that it runs, and that this machine may reach it"
  return fault("database", `${host} cannot be used (${detail})`, cure)
}

/** Several addresses of one host are tried: the reasons are then inside. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return error instanceof Error && "code" in error ? String(error.code) : ""
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
