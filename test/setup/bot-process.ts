// The real bot as a process of its own, started as `npm start` starts it: tests stop it, kill it, and read what it says.
import { type ChildProcess, spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openEmbeddedPostgres } from "../../adapters/store/embedded.ts"
import { freePort } from "./dovecot.ts"
import { eventually } from "./eventually.ts"

const PROJECT = new URL("../../", import.meta.url).pathname
const READY_WITHIN = 30_000

export type Ended = { code: number | null; signal: NodeJS.Signals | null }

export type BotProcess = {
  pid: number
  /** Without a slash at its end. */
  url: string
  /** What it has printed so far. */
  log(): string
  isReady(): Promise<boolean>
  /** By SIGKILL: it has no time for anything. */
  kill(): Promise<Ended>
  /** By SIGTERM: it finishes what it began. */
  stop(): Promise<Ended>
  ended: Promise<Ended>
}

const alive = new Set<ChildProcess>()
// A run that is cut short leaves no bot behind.
process.on("exit", () => {
  for (const child of alive) child.kill("SIGKILL")
})

/** Started, perhaps not ready yet. `environment` is all that it knows. */
export async function startBot(environment: Record<string, string>): Promise<BotProcess> {
  const port = environment.PORT ?? `${await freePort()}`
  const child = spawn(process.execPath, startArguments(), {
    cwd: tmpdir(), // where no .env is
    env: { PATH: process.env.PATH, DEMO_SMTP_PORT: "0", ...environment, PORT: port },
    stdio: ["ignore", "pipe", "pipe"],
  })
  alive.add(child)
  let printed = ""
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding("utf8").on("data", (text: string) => {
      printed += text
    })
  }
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code, signal) => {
      alive.delete(child)
      resolve({ code, signal })
    })
  })
  const url = `http://127.0.0.1:${port}`
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return {
    pid: child.pid ?? 0,
    url,
    log: () => printed,
    isReady: () => answers(`${url}/readyz`),
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    ended,
  }
}

/** Started and ready; or the error says what it printed. */
export async function startReadyBot(environment: Record<string, string>): Promise<BotProcess> {
  const bot = await startBot(environment)
  let hasEnded = false
  void bot.ended.then(() => {
    hasEnded = true
  })
  await eventually("the bot, ready", async () => hasEnded || bot.isReady(), READY_WITHIN).catch(
    async (error: Error) => {
      await bot.kill()
      throw new Error(`${error.message}; it printed:\n${bot.log()}`)
    },
  )
  if (hasEnded) throw new Error(`The bot did not start; it printed:\n${bot.log()}`)
  return bot
}

/** The embedded database outlives a bot that was killed: joined, and left as the last one, it stops. */
export async function stopEmbeddedDatabase(dataDirectory: string): Promise<void> {
  const server = await openEmbeddedPostgres(join(dataDirectory, "db"))
  await server.stop()
}

/** The numbers of /metrics, by name and label. */
export async function metricsOf(bot: Pick<BotProcess, "url">): Promise<Record<string, number>> {
  const text = await (await fetch(`${bot.url}/metrics`)).text()
  const lines = text.split("\n").filter((line) => line && !line.startsWith("#"))
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.lastIndexOf(" ")
      return [line.slice(0, at), Number(line.slice(at + 1))]
    }),
  )
}

function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"))
  const [, ...given] = String(scripts.start).split(" ")
  return given.map((word) => (/\.(ts|mjs)$/.test(word) ? join(PROJECT, word) : word))
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
}
