import { Worker } from "node:worker_threads"
import type { MailReader, ReadMail, Unreadable } from "../../../src/mail/incoming.ts"
import { LIMITS } from "./limits.ts"
import { readHeading } from "./parse.ts"

type ReaderLimits = { milliseconds: number; memoryMb: number; size: number; workers: number }
type Reason = Unreadable["unreadable"]
type Reading = { source: Uint8Array; settle: (outcome: ReadMail | Reason) => void }
type Desk = { worker: Worker; reading: Reading | null; timer: NodeJS.Timeout | null }

const READER_LIMITS: ReaderLimits = {
  milliseconds: 5_000,
  memoryMb: 256,
  size: LIMITS.size,
  workers: 2,
}

/** Reads mail in threads of its own: what takes too long or too much is given up, thread and all. */
export function openMailReader(limits: Partial<ReaderLimits> = {}): MailReader {
  const { milliseconds, memoryMb, size, workers } = { ...READER_LIMITS, ...limits }
  const waiting: Reading[] = []
  const desks = new Set<Desk>()

  function seat(): void {
    const free = [...desks].find((desk) => desk.reading === null)
    const desk = free ?? (desks.size < workers ? openDesk() : null)
    const reading = desk && waiting.shift()
    if (desk && reading) start(desk, reading)
  }

  function openDesk(): Desk {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    const desk: Desk = { worker, reading: null, timer: null }
    worker.on("message", (outcome: ReadMail) => finish(desk, outcome))
    worker.on("error", (error) => abandon(desk, reasonOf(error)))
    worker.unref()
    desks.add(desk)
    return desk
  }

  function start(desk: Desk, reading: Reading): void {
    desk.reading = reading
    desk.timer = setTimeout(() => abandon(desk, "too slow"), milliseconds)
    desk.worker.ref()
    const copy = new Uint8Array(reading.source) // the caller keeps its own bytes
    desk.worker.postMessage(copy, [copy.buffer])
  }

  function finish(desk: Desk, outcome: ReadMail | Reason): void {
    if (desk.timer) clearTimeout(desk.timer)
    desk.worker.unref()
    const { reading } = desk
    desk.reading = null
    reading?.settle(outcome)
    seat()
  }

  function abandon(desk: Desk, reason: Reason): void {
    desks.delete(desk)
    desk.worker.terminate()
    finish(desk, reason)
  }

  return {
    async read(source) {
      if (source.length > size) return { unreadable: "too large", mail: readHeading(source) }
      const outcome = await new Promise<ReadMail | Reason>((settle) => {
        waiting.push({ source, settle })
        seat()
      })
      if (typeof outcome !== "string") return outcome
      return { unreadable: outcome, mail: readHeading(source) }
    },
    async close() {
      await Promise.all([...desks].map(({ worker }) => worker.terminate()))
      desks.clear()
    },
  }
}

function reasonOf(error: unknown): Reason {
  const isMemory =
    error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
  return isMemory ? "too much memory" : "parser failed"
}
