import { Worker } from "node:worker_threads"
import type { MailReader, ReadMail, Unreadable } from "../../../src/mail/incoming.ts"
import { LIMITS } from "./limits.ts"

type ReaderLimits = { milliseconds: number; memoryMb: number; size: number; workers: number }
type Reason = Unreadable["unreadable"]
type Reading = { source: Uint8Array; settle: (outcome: ReadMail | Reason | Error) => void }
type Desk = {
  worker: Worker
  reading: Reading | null
  timer: NodeJS.Timeout | null
  rest: NodeJS.Timeout | null
  isOpen: boolean
  /** Milliseconds of processor that its thread had used when the mail came. */
  usedBefore: number
}

const READER_LIMITS: ReaderLimits = {
  milliseconds: 5_000,
  memoryMb: 256,
  size: LIMITS.size,
  workers: 2,
}

// A thread costs 60 MB, and starts in half a second: without mail there is none.
const DISMISSED_AFTER = 20_000
// A thread that worked for this share of its time is slow by itself, not by its neighbours.
const BUSY = 0.6
/** How many times the limit passes before a mail is given up all the same. */
const PATIENCE = 6

/**
 * Reads mail in threads of its own: one that takes too long or too much is given up, thread and all.
 * Fails only when no thread can start, which is nobody's mail's fault.
 */
export function openMailReader(limits: Partial<ReaderLimits> = {}): MailReader {
  const { milliseconds, memoryMb, size, workers } = { ...READER_LIMITS, ...limits }
  const waiting: Reading[] = []
  const desks = new Set<Desk>()

  function serveNext(): void {
    if (waiting.length === 0) return
    const idle = [...desks].find((desk) => desk.reading === null)
    const desk = idle ?? (desks.size < workers ? openDesk() : null)
    const reading = desk && waiting.shift()
    if (reading) begin(desk, reading)
  }

  function openDesk(): Desk {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    const desk: Desk = {
      worker,
      reading: null,
      timer: null,
      rest: null,
      isOpen: false,
      usedBefore: 0,
    }
    worker.on("message", (message: ReadMail | "open") =>
      message === "open" ? open(desk) : finish(desk, message),
    )
    worker.on("error", (error) => close(desk, desk.isOpen ? reasonOf(error) : error))
    desks.add(desk)
    return desk
  }

  function begin(desk: Desk, reading: Reading): void {
    desk.reading = reading
    if (desk.rest) clearTimeout(desk.rest)
    desk.worker.ref()
    const copy = new Uint8Array(reading.source) // the caller keeps its own bytes
    desk.worker.postMessage(copy, [copy.buffer])
    if (desk.isOpen) startClock(desk)
  }

  function open(desk: Desk): void {
    desk.isOpen = true
    startClock(desk)
  }

  // A thread takes its time to start: the clock runs for the mail alone.
  function startClock(desk: Desk): void {
    void worked(desk).then((used) => {
      desk.usedBefore = used
    })
    desk.timer = setTimeout(() => void judge(desk, desk.reading, 1), milliseconds)
  }

  /** On a busy machine a good mail waits for its turn: what counts is the time that its thread worked. */
  async function judge(desk: Desk, reading: Reading | null, turn: number): Promise<void> {
    const used = await worked(desk)
    if (desk.reading !== reading) return
    if (turn >= PATIENCE || used - desk.usedBefore >= milliseconds * BUSY)
      return close(desk, "too slow")
    desk.timer = setTimeout(() => void judge(desk, reading, turn + 1), milliseconds)
  }

  function finish(desk: Desk, outcome: ReadMail | Reason | Error): void {
    if (desk.timer) clearTimeout(desk.timer)
    desk.worker.unref()
    const { reading } = desk
    desk.reading = null
    reading?.settle(outcome)
    serveNext()
    if (!desk.reading && desks.has(desk))
      desk.rest = setTimeout(() => dismiss(desk), DISMISSED_AFTER).unref()
  }

  function dismiss(desk: Desk): void {
    desks.delete(desk)
    void desk.worker.terminate()
  }

  function close(desk: Desk, outcome: Reason | Error): void {
    desks.delete(desk)
    void desk.worker.terminate()
    finish(desk, outcome)
  }

  return {
    async read(source) {
      if (source.length > size) return { unreadable: "too large", mail: await headingOf(source) }
      const outcome = await new Promise<ReadMail | Reason | Error>((settle) => {
        waiting.push({ source, settle })
        serveNext()
      })
      if (outcome instanceof Error) throw outcome
      if (typeof outcome !== "string") return outcome
      return { unreadable: outcome, mail: await headingOf(source) }
    },
    async close() {
      const closed = new Error("The mail reader was closed before it had read this mail.")
      for (const { settle } of waiting.splice(0)) settle(closed)
      for (const { reading, timer } of desks) {
        if (timer) clearTimeout(timer)
        reading?.settle(closed)
      }
      await Promise.all([...desks].map(({ worker }) => worker.terminate()))
      desks.clear()
    },
  }
}

/** Of the few that cannot be read: what reads all the others stays in their thread. */
async function headingOf(source: Uint8Array): Promise<Unreadable["mail"]> {
  const { readHeading } = await import("./parse.ts")
  return readHeading(source)
}

/** Milliseconds; 0 of a thread that is no more. */
async function worked({ worker }: Pick<Desk, "worker">): Promise<number> {
  const usage = await worker.cpuUsage().catch(() => null)
  return usage ? (usage.user + usage.system) / 1000 : 0
}

function reasonOf(error: unknown): Reason {
  const code = error instanceof Error && "code" in error ? error.code : null
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? "too much memory" : "parser failed"
}
