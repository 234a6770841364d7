import { type ChildProcess, fork } from "node:child_process"
import { setPriority } from "node:os"
import { fileURLToPath } from "node:url"
import type { FaqPort, Found, KnownEntry, SearchedEntry } from "../../src/faq/found.ts"
import type { ToSearch } from "./answerer-process.ts"
import { readFaq } from "./faq.ts"

type Settle = { found: (found: Found) => void; failed: (error: unknown) => void }
type Searching = {
  process: ChildProcess
  /** Fails when the cards cannot be read. */
  begun: Promise<void>
  isReady: boolean
  /** Cards changed: it answers what it was asked, and goes. */
  isLeaving: boolean
  asked: Map<number, Settle>
  rest: NodeJS.Timeout | null
}

const SEARCH = fileURLToPath(new URL("./answerer-process.ts", import.meta.url))
// Learning takes a hundred megabytes, of which a thread would leave half behind it: a process gives all back when it goes.
const DISMISSED_AFTER = 20_000
/** Nobody waits for it: mails, clicks and cards go first. */
const POLITE = 10
/** A process that hangs is given up, and whoever asked asks another. */
const LONGEST_ANSWER = 60_000
/** Somebody waits for what other cards would answer. */
const PATIENCE = 10_000
const TOO_SLOW = new Error("The search of answers was too slow.")

export type Answerer = FaqPort & { close(): Promise<void> }

/**
 * Searches the answer cards in a process of its own, which learns when the first mail comes and goes when none comes.
 * `cards`: asked each time that one begins, for those that are searched.
 */
export function openAnswerer(
  cards: () => Promise<SearchedEntry[]> = async () => readFaq().entries,
  dismissedAfter = DISMISSED_AFTER,
  patience = LONGEST_ANSWER,
): Answerer {
  let known = new Map<string, KnownEntry>()
  let revision = 0
  let searching: Searching | null = null
  const all = new Set<Searching>()
  let count = 0

  function open(): Searching {
    searching = begin(cards)
    return searching
  }

  function begin(cards: () => Promise<SearchedEntry[]>): Searching {
    const process = fork(SEARCH, { execArgv: ["--disable-warning=ExperimentalWarning"] })
    if (process.pid) setPriority(process.pid, POLITE)
    const begun = cards().then((entries) => tell(process, { entries: entries.map(searched) }))
    const opened: Searching = {
      ...{ process, begun, isReady: false, isLeaving: false, asked: new Map(), rest: null },
    }
    begun.catch((error) => drop(opened, error))
    process.on("message", (said: { id: number; found: Found } | "ready") => {
      if (said === "ready") opened.isReady = true
      else settle(opened, said.id, said.found)
      restWhenIdle(opened)
    })
    process.on("error", (error) => drop(opened, error))
    process.on("exit", () => drop(opened, new Error("The search of answers ended.")))
    all.add(opened)
    return opened
  }

  function settle({ asked }: Searching, id: number, found: Found): void {
    asked.get(id)?.found(found)
    asked.delete(id)
  }

  function restWhenIdle(opened: Searching): void {
    if (opened.rest) clearTimeout(opened.rest)
    if (opened.asked.size > 0) return
    if (opened.isLeaving) {
      drop(opened, null)
      return
    }
    opened.process.unref()
    opened.process.channel?.unref()
    opened.rest = setTimeout(() => drop(opened, null), dismissedAfter).unref()
  }

  function drop(opened: Searching, error: unknown): void {
    if (searching === opened) searching = null
    all.delete(opened)
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
      setTimeout(() => {
        if (opened.asked.has(id)) drop(opened, new Error("The search of answers does not answer."))
      }, patience).unref()
      // Who cannot begin is dropped, and tells all who asked.
      opened.begun.then(() => tell(opened.process, { id, text })).catch(() => {})
    })
  }

  return {
    async answerNow(text) {
      const opened = searching ?? open()
      // Not an error of the mail: the job that asks again tells it, if it lasts.
      return opened.isReady ? ask(opened, text).catch(() => null) : null
    },
    answer: (text) => ask(searching ?? open(), text),
    async answerWith(entries, texts) {
      if (texts.length === 0) return []
      const opened = begin(async () => entries)
      opened.isLeaving = true
      const found = Promise.all(texts.map((text) => ask(opened, text)))
      const late = setTimeout(() => drop(opened, TOO_SLOW), PATIENCE)
      try {
        return await found
      } catch (error) {
        if (error === TOO_SLOW) return null
        throw error
      } finally {
        clearTimeout(late)
      }
    },
    entry: (id) => known.get(id),
    learn(entries, at) {
      known = new Map(entries.map((entry) => [entry.id, shortened(entry)]))
      revision = at
      if (!searching) return
      const leaving = searching
      leaving.isLeaving = true
      searching = null
      if (leaving.asked.size === 0) drop(leaving, null)
    },
    revision: () => revision,
    async close() {
      for (const opened of all) drop(opened, new Error("The search of answers was closed."))
    },
  }
}

function tell(process: ChildProcess, what: ToSearch): void {
  if (process.connected) process.send(what)
}

/** What search learns from. */
function searched({ id, title, questions, body }: SearchedEntry): SearchedEntry {
  return { id, title, questions, body }
}

/** Their questions stay in the process. */
function shortened(entry: KnownEntry): KnownEntry {
  const { id, title, category, isValidated, body, source, verifiedOn, reviewOn } = entry
  return { id, title, category, isValidated, body, source, verifiedOn, reviewOn }
}
