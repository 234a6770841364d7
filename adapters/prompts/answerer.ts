import { type ChildProcess, fork } from "node:child_process"
import { setPriority } from "node:os"
import { fileURLToPath } from "node:url"
import type { FaqPort, Found, KnownEntry } from "../../src/faq/found.ts"
import { type Faq, readFaq } from "./faq.ts"

type Settle = { found: (found: Found) => void; failed: (error: unknown) => void }
type Searching = {
  process: ChildProcess
  isReady: boolean
  asked: Map<number, Settle>
  rest: NodeJS.Timeout | null
}

const SEARCH = fileURLToPath(new URL("./answerer-process.ts", import.meta.url))
// Learning takes a hundred megabytes, of which a thread would leave half behind it: a process gives all back when it goes.
const DISMISSED_AFTER = 20_000
/** Nobody waits for it: mails, clicks and cards go first. */
const POLITE = 10

export type Answerer = FaqPort & { close(): Promise<void> }

/** Searches the answer cards in a process of its own, which learns when the first mail comes and goes when none comes. */
export function openAnswerer(
  { entries }: Pick<Faq, "entries"> = readFaq(),
  dismissedAfter = DISMISSED_AFTER,
): Answerer {
  const known = new Map(entries.map((entry) => [entry.id, shortened(entry)]))
  let searching: Searching | null = null
  let count = 0

  function open(): Searching {
    const process = fork(SEARCH, { execArgv: ["--disable-warning=ExperimentalWarning"] })
    if (process.pid) setPriority(process.pid, POLITE)
    const opened: Searching = { process, isReady: false, asked: new Map(), rest: null }
    process.on("message", (said: { id: number; found: Found } | "ready") => {
      if (said === "ready") opened.isReady = true
      else settle(opened, said.id, said.found)
      restWhenIdle(opened)
    })
    process.on("error", (error) => drop(opened, error))
    process.on("exit", () => drop(opened, new Error("The search of answers ended.")))
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
    opened.process.unref()
    opened.process.channel?.unref()
    opened.rest = setTimeout(() => drop(opened, null), dismissedAfter).unref()
  }

  function drop(opened: Searching, error: unknown): void {
    if (searching === opened) searching = null
    if (opened.rest) clearTimeout(opened.rest)
    for (const { failed } of opened.asked.values()) failed(error)
    opened.asked.clear()
    opened.process.kill()
  }

  function ask(opened: Searching, text: string): Promise<Found> {
    if (opened.rest) clearTimeout(opened.rest)
    count += 1
    const id = count
    opened.process.ref()
    opened.process.channel?.ref()
    return new Promise<Found>((found, failed) => {
      opened.asked.set(id, { found, failed })
      opened.process.send({ id, text })
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
      if (searching) drop(searching, new Error("The search of answers was closed."))
    },
  }
}

/** Their questions stay in the thread. */
function shortened(entry: KnownEntry): KnownEntry {
  const { id, title, category, isValidated, body, source, verifiedOn, reviewOn } = entry
  return { id, title, category, isValidated, body, source, verifiedOn, reviewOn }
}
