import { randomUUID } from "node:crypto"
import { link, mkdir, open, readdir, readFile, rename, stat, unlink } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"

/** The mails of the demo mailbox, one file each, kept as an IMAP server keeps a folder. */
export type Spool = {
  uidValidity: string
  /** How many mails it ever received. */
  received(): number
  /** The mail is on the disk once this resolves, under the UID it gives. */
  add(source: AsyncIterable<Uint8Array>, receivedAt: Date): Promise<number>
  /** UIDs above `uid`, ascending. */
  after(uid: number): Promise<number[]>
  read(uid: number): Promise<{ source: Uint8Array; receivedAt: Date } | null>
}

const State = z.object({ uidValidity: z.string(), lastUid: z.number().int().nonnegative() })
type State = z.infer<typeof State>

export async function openSpool(directory: string): Promise<Spool> {
  await mkdir(directory, { recursive: true })
  const statePath = join(directory, "state.json")
  const state = (await readState(statePath)) ?? newState()
  await writeState(statePath, state)
  let adding = Promise.resolve()

  /** A UID is reserved before it is used, so that it is never given twice, even once its file is gone. */
  async function nameOnce(path: string): Promise<number> {
    for (;;) {
      state.lastUid += 1
      await writeState(statePath, state)
      const isOurs = await link(path, mailPath(state.lastUid)).then(() => true, alreadyExists)
      if (isOurs) return state.lastUid
    }
  }

  function mailPath(uid: number): string {
    return join(directory, `${String(uid).padStart(6, "0")}.eml`)
  }

  async function after(uid: number): Promise<number[]> {
    const names = await readdir(directory)
    return names
      .map((name) => Number(/^(\d+)\.eml$/.exec(name)?.[1] ?? 0))
      .filter((found) => found > uid)
      .sort((a, b) => a - b)
  }

  return {
    uidValidity: state.uidValidity,
    received: () => state.lastUid,
    after,
    async add(source, receivedAt) {
      const incoming = join(directory, `${randomUUID()}.incoming`)
      try {
        await writeDurably(incoming, source, receivedAt)
        const named = adding.then(() => nameOnce(incoming))
        adding = named.then(
          () => {},
          () => {},
        )
        const uid = await named
        await syncDirectory(directory)
        return uid
      } finally {
        await unlink(incoming).catch(isMissing)
      }
    },
    async read(uid) {
      try {
        const path = mailPath(uid)
        const [source, { mtime }] = await Promise.all([readFile(path), stat(path)])
        return { source, receivedAt: mtime }
      } catch (error) {
        return isMissing(error)
      }
    },
  }
}

/** Writes to the disk, not only to the system's memory; the date of the file is when it was received. */
export async function writeDurably(
  path: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  receivedAt: Date,
): Promise<void> {
  const file = await open(path, "w", 0o600)
  try {
    for await (const chunk of source) await file.appendFile(chunk)
    await file.utimes(receivedAt, receivedAt)
    await file.sync()
  } finally {
    await file.close()
  }
}

function newState(): State {
  return { uidValidity: String(Math.floor(Date.now() / 1000)), lastUid: 0 }
}

async function readState(path: string): Promise<State | null> {
  try {
    return State.parse(JSON.parse(await readFile(path, "utf8")))
  } catch (error) {
    return isMissing(error)
  }
}

async function writeState(path: string, state: State): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  await writeDurably(draft, [Buffer.from(JSON.stringify(state))], new Date())
  await rename(draft, path)
}

/** A rename is durable once its folder is. Windows cannot open a folder, and does not need it. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === "win32") return
  const folder = await open(directory, "r")
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function alreadyExists(error: NodeJS.ErrnoException): boolean {
  if (error.code === "EEXIST") return false
  throw error
}

function isMissing(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null
  throw error
}
