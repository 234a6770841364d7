import type { Context } from "hono"
import { type SSEStreamingApi, streamSSE } from "hono/streaming"
import pg from "pg"
import { CONSOLE_LISTENER } from "../../store/connections.ts"
import { CONSOLE_CHANNEL } from "../../store/console.ts"
import { BALANCE_FRESH } from "../../store/console-health.ts"
import type { Log } from "./desk.ts"

const KEEP_ALIVE = 25_000
const FIRST_PAUSE = 200
const LONGEST_PAUSE = 5_000
const A_MOMENT = 100
const LOOK_AGAIN = "event: change\ndata: -\n\n"

/** Every open page hears what any copy of the bot posted. */
export type Live = {
  stream(c: Context): Response
  close(): Promise<void>
}

export function openLive(databaseUrl: string, log: Log): Live {
  const pages = new Set<SSEStreamingApi>()
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | undefined
  let pause = FIRST_PAUSE
  let settled: NodeJS.Timeout | undefined
  let isClosed = false
  const keepAlive = setInterval(() => tellPages(": \n\n"), KEEP_ALIVE)
  let connecting = listen()

  function tellPages(text: string): void {
    // A page that has gone is removed by its own onAbort.
    for (const page of pages) page.write(text).catch(() => {})
  }

  function changed(what: string): void {
    tellPages(`event: change\ndata: ${what.replaceAll(/\s+/g, " ")}\n\n`)
    // The balance that they draw now may have been counted just before the change.
    clearTimeout(settled)
    settled = setTimeout(() => tellPages(LOOK_AGAIN), BALANCE_FRESH + A_MOMENT)
  }

  async function listen(): Promise<void> {
    const mine = new pg.Client({
      connectionString: databaseUrl,
      application_name: CONSOLE_LISTENER,
      keepAlive: true,
    })
    const lost = (error?: Error) => {
      if (client === mine) client = null
      if (isClosed || retry) return
      log.warn({ error: error?.message }, "console: not listening, will try again")
      retry = setTimeout(() => {
        retry = undefined
        connecting = listen()
      }, pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    }
    mine.on("error", lost)
    mine.on("end", () => lost())
    mine.on("notification", ({ payload }) => changed(payload ?? ""))
    try {
      await mine.connect()
      await mine.query(`LISTEN ${CONSOLE_CHANNEL}`)
      if (isClosed) return await mine.end()
      client = mine
      pause = FIRST_PAUSE
      changed("-") // what was posted while nobody listened
    } catch (error) {
      await mine.end().catch(() => {})
      lost(error instanceof Error ? error : undefined)
    }
  }

  return {
    stream(c) {
      c.header("Cache-Control", "no-store")
      return streamSSE(c, async (page) => {
        const gone = new Promise<void>((resolve) => page.onAbort(resolve))
        pages.add(page)
        // What changed between the page and this connection, or while it was cut, is looked for at once.
        await page.write(`retry: 1000\n${LOOK_AGAIN}`)
        await gone
        pages.delete(page)
      })
    },
    async close() {
      isClosed = true
      clearInterval(keepAlive)
      clearTimeout(retry)
      clearTimeout(settled)
      await connecting
      await client?.end()
    },
  }
}
