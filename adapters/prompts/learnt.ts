import { createHash, type Hash } from "node:crypto"
import {
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { deserialize, serialize } from "node:v8"

const KEPT = new URL("../../node_modules/.cache/telemaque/learnt/", import.meta.url)
const ROOT = new URL("../../", import.meta.url)
/** What learns, and what it learns by: other code learns something else. */
const CODE = [
  "src/triage/*.ts",
  "src/faq/*.ts",
  "src/spelling.ts",
  "adapters/prompts/model-bytes.ts",
]
const DIGEST_BYTES = 32
/** Two programs that teach otherwise, an earlier one and a later one, must not chase each other's. */
const MOST_KEPT = 8

/**
 * What `learn` makes of these lessons, plain data and typed arrays: learnt once, then read from a file that every start
 * shares. Lessons or code that changed, a file that is damaged or cannot be written: it is learnt again.
 */
export function learntOnce<Learnt>(
  name: string,
  lessons: unknown,
  learn: () => Learnt,
  folder = KEPT,
): Learnt {
  const file = new URL(`${name}-${keyOf(lessons)}`, folder)
  const known = read<Learnt>(file)
  if (known) return known
  const learnt = learn()
  keep(file, folder, name, learnt)
  return learnt
}

function read<Learnt>(file: URL): Learnt | null {
  try {
    const content = unsealed(readFileSync(file))
    return content && (deserialize(content) as Learnt)
  } catch {
    return null
  }
}

/** Several copies may learn at once: each writes its own file, and the last one stays. */
function keep(file: URL, folder: URL, name: string, learnt: unknown): void {
  try {
    mkdirSync(folder, { recursive: true })
    const written = new URL(`.${name}-${process.pid}-${performance.now()}`, folder)
    writeFileSync(written, sealed(serialize(learnt)))
    renameSync(written, file)
    for (const old of newestFirst(name, folder).slice(MOST_KEPT)) rmSync(old, { force: true })
  } catch {
    // A program that is installed read-only learns at each start.
  }
}

export function newestFirst(name: string, folder: URL): URL[] {
  return globSync(`${name}-*`, { cwd: folder })
    .map((found) => new URL(found, folder))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
}

function keyOf(lessons: unknown): string {
  return short(createHash("sha256").update(`${codeOf()} ${lessonsOf(lessons)}`))
}

/** Of what learns, and of the Node whose bytes it writes. */
export function codeOf(): string {
  const hash = createHash("sha256").update(process.version)
  for (const path of CODE.flatMap((glob) => globSync(glob, { cwd: ROOT })).sort())
    hash.update(readFileSync(new URL(path, ROOT)))
  return short(hash)
}

export function lessonsOf(lessons: unknown): string {
  return short(createHash("sha256").update(JSON.stringify(lessons)))
}

function short(hash: Hash): string {
  return hash.digest("hex").slice(0, 32)
}

/** What `sealed` wrote; null when it is damaged. */
export function unsealed(bytes: Uint8Array): Uint8Array | null {
  const content = bytes.subarray(DIGEST_BYTES)
  return digest(content).equals(bytes.subarray(0, DIGEST_BYTES)) ? content : null
}

/** With its own hash before it. */
export function sealed(content: Uint8Array): Buffer {
  return Buffer.concat([digest(content), content])
}

function digest(content: Uint8Array): Buffer {
  return createHash("sha256").update(content).digest()
}
