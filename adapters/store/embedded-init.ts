// Makes the data directory of the embedded PostgreSQL, and says what to do when it cannot be made.
import { spawnSync } from "node:child_process"
import * as fs from "node:fs"
import { basename, dirname, join } from "node:path"
import type { ServiceUser } from "./postgres-binaries.ts"

/** The embedded database cannot be had: the message ends with the cure. For administrators. */
export class EmbeddedPostgresError extends Error {
  override name = "EmbeddedPostgresError"
}

/** As root, the unprivileged server may be unable to walk to its directory (a private home): it starts inside it. */
export const INSIDE = "/proc/self/cwd"

const DRAFT_AGE = 10 * 60_000
const FULL = 1024 * 1024
const LOCALE = [
  // The builtin locale gives the same order on every machine; LC_CTYPE serves full-text search,
  // which cuts French words with « » or ’ wrongly under plain C.
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--locale=C",
  "--lc-ctype=C.UTF-8",
]
// The bot is an ordinary user, as it would be on a hosted PostgreSQL.
const ROLE = "CREATE ROLE telemaque LOGIN CREATEDB\nCREATE DATABASE telemaque OWNER telemaque\n"

export function fail(what: string, cure: string, cause?: unknown): never {
  const message = `${what}\n${cure}\nOr use a PostgreSQL of your own: set DATABASE_URL.`
  throw new EmbeddedPostgresError(message, { cause })
}

/** Fails with the cure for what PostgreSQL said, or for what it could not even say. */
export function failToStart(directory: string, said: string, cause?: unknown): never {
  const what = `PostgreSQL did not start in ${directory}:\n${said.trim()}`
  if (/No space left on device|ENOSPC/.test(said) || isFull(directory)) {
    fail(what, "The disk is full: free at least 100 MB there, then start again.", cause)
  }
  if (/invalid permissions|wrong ownership|Permission denied|EACCES/.test(said)) {
    fail(what, "Give the directory to the user of the bot, with mode 0700.", cause)
  }
  if (/shared memory|semaphores|Cannot allocate memory/.test(said)) {
    fail(what, "The machine lacks memory: the database needs about 200 MB.", cause)
  }
  fail(what, `The whole story is in ${join(directory, "server.log")}.`, cause)
}

/** Made aside, then renamed: a directory that exists is complete, whatever was killed and whoever else was at it. */
export function initialise(directory: string, bin: string, user: ServiceUser | undefined): void {
  const draft = `${directory}.${process.pid}.new`
  const data = user ? INSIDE : draft
  try {
    fs.mkdirSync(dirname(directory), { recursive: true, mode: 0o700 })
    fs.mkdirSync(draft, { mode: 0o700 })
    if (user) fs.chownSync(draft, user.uid, user.gid)
    const initdb = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-instructions"]
    run("initdb", [...initdb, ...LOCALE])
    run("postgres", ["--single", "-D", data, "postgres"], ROLE)
    fs.renameSync(draft, directory)
  } catch (error) {
    // asked before the draft, which fills the disk, is removed
    const said = `${error instanceof Error ? error.message : error}`
    const reason = isFull(dirname(directory)) ? `${said}\nNo space left on device` : said
    fs.rmSync(draft, { recursive: true, force: true })
    // otherwise another bot was faster
    if (!isInitialised(directory)) failToStart(directory, reason, error)
  }

  function run(program: string, args: string[], input = ""): void {
    const options = { cwd: draft, env: {}, input, ...user }
    const { status, stderr, error } = spawnSync(join(bin, program), args, {
      encoding: "utf8",
      ...options,
    })
    if (status !== 0) throw error ?? new Error(stderr)
  }
}

export function isInitialised(directory: string): boolean {
  return fs.existsSync(join(directory, "PG_VERSION"))
}

/** A start that was killed leaves a draft beside what it was making; one that is young may be somebody's. */
export function cleanDrafts(path: string, now = Date.now()): void {
  const parent = dirname(path)
  if (!fs.existsSync(parent)) return
  for (const name of fs.readdirSync(parent)) {
    const isDraft = name.startsWith(`${basename(path)}.`) && /\.\d+\.new$/.test(name)
    if (!isDraft) continue
    const draft = join(parent, name)
    const { mtimeMs = now } = fs.statSync(draft, { throwIfNoEntry: false }) ?? {}
    if (now - mtimeMs > DRAFT_AGE) fs.rmSync(draft, { recursive: true, force: true })
  }
}

function isFull(directory: string): boolean {
  try {
    const { bavail, bsize } = fs.statfsSync(directory)
    return bavail * bsize < FULL
  } catch {
    return false // absent: another reason will be given
  }
}
