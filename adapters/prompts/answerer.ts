import { Worker } from "node:worker_threads"
import type { FaqPort, Found, KnownEntry } from "../../src/faq/found.ts"
import { type Faq, readFaq } from "./faq.ts"

type Settle = { found: (found: Found) => void; failed: (error: unknown) => void }
type Searching = {
  worker: Worker
  isReady: boolean
  asked: Map<number, Settle>
  rest: NodeJS.Timeout | null
}

// What was learnt weighs 25 MB, in a thread of as much: without mail there is none.
const DISMISSED_AFTER = 20_000

export type Answerer = FaqPort & { close(): Promise<void> }

/** Searches the answer cards in a thread of its own, which learns when the first mail comes and goes when none comes. */
export function openAnswerer(
  { entries }: Pick<Faq, "entries"> = readFaq(),
  dismissedAfter = DISMISSED_AFTER,
): Answerer {
  const known = new Map(entries.map((entry) => [entry.id, shortened(entry)]))
  let searching: Searching | null = null
  let count = 0

  function open(): Searching {
    const worker = new Worker(new URL("./answerer-worker.ts", import.meta.url))
    const opened: Searching = { worker, isReady: false, asked: new Map(), rest: null }
    worker.on("message", (said: { id: number; found: Found } | "ready") => {
      if (said === "ready") opened.isReady = true
      else settle(opened, said.id, said.found)
      restWhenIdle(opened)
    })
    worker.on("error", (error) => drop(opened, error))
    searching = opened
    return opened
  }

  function settle({ asked }: Searching, id: number, found: Found): void {
    asked.get(id)?.found(found)
    asked.delete(id)
  }

  function restWhenIdle(opened: Searching): void {
    if (opened.rest) clearTimeout(opened.rest)
    if (opened.asked.size > 0) return
    opened.worker.unref()
    opened.rest = setTimeout(() => void drop(opened, null), dismissedAfter).unref()
  }

  async function drop(opened: Searching, error: unknown): Promise<void> {
    if (searching === opened) searching = null
    if (opened.rest) clearTimeout(opened.rest)
    for (const { failed } of opened.asked.values()) failed(error)
    opened.asked.clear()
    await opened.worker.terminate()
  }

  function ask(opened: Searching, text: string): Promise<Found> {
    if (opened.rest) clearTimeout(opened.rest)
    count += 1
    const id = count
    opened.worker.ref()
    return new Promise<Found>((found, failed) => {
      opened.asked.set(id, { found, failed })
      opened.worker.postMessage({ id, text })
    })
  }

  return {
    async answerNow(text) {
      const opened = searching ?? open()
      // Not an error of the mail: the job that asks again tells it, if it lasts.
      return opened.isReady ? ask(opened, text).catch(() => null) : null
    },
    answer: (text) => ask(searching ?? open(), text),
    entry: (id) => known.get(id),
    async close() {
      if (searching) await drop(searching, new Error("The search of answers was closed."))
    },
  }
}

/** Their questions stay in the thread. */
function shortened({ id, title, category, isValidated, body }: KnownEntry): KnownEntry {
  return { id, title, category, isValidated, body }
}
