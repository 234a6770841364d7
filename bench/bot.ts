import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { freePort } from "../test/setup/dovecot.ts"
import { eventually } from "../test/setup/eventually.ts"

const START = fileURLToPath(new URL("../tools/start.mjs", import.meta.url))

export type MeasuredBot = {
  /** Milliseconds from the start of the process to readiness. */
  readyIn: number
  /** Megabytes of resident memory. */
  memory(): Promise<number>
  stop(): Promise<void>
}

/** The real bot in a process of its own, as `npm start` starts it. */
export async function startBot(environment: Record<string, string>): Promise<MeasuredBot> {
  const port = await freePort()
  const begun = performance.now()
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", START], {
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: "warn",
      DEMO_SMTP_PORT: "0",
      ...environment,
      PORT: `${port}`,
    },
    stdio: ["ignore", "inherit", "inherit"],
  })
  await eventually("the bot, ready", () => isReady(port, child), 30_000)
  return {
    readyIn: performance.now() - begun,
    memory: async () => residentMegabytes(child.pid ?? 0),
    async stop() {
      child.kill("SIGTERM")
      await once(child, "exit")
    },
  }
}

async function isReady(port: number, child: ChildProcess): Promise<boolean> {
  if (child.exitCode !== null) throw new Error("the bot did not start")
  const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
  return response?.ok ?? false
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8")
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}
