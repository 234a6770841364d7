import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type MeasuredBot, startBot } from "./bot.ts"
import { line, percentile } from "./figures.ts"

const ROUNDS = 5
// The demo's mails are read, then the reader's thread is let go after 20 s.
const QUIET_AFTER = 35_000

/** From nothing to ready, and again; memory once all is quiet. */
export async function benchStart(): Promise<void> {
  const fresh: number[] = []
  const existing: number[] = []
  const memory: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const directory = await mkdtemp(join(tmpdir(), "telemaque-bench-"))
    const first = await startBot({ DATA_DIR: directory })
    fresh.push(first.readyIn)
    await first.stop()
    const second = await startBot({ DATA_DIR: directory })
    existing.push(second.readyIn)
    if (round === 0) memory.push(await onceQuiet(second))
    await second.stop()
    await rm(directory, { recursive: true, force: true })
  }
  const median = (values: number[]) => Math.round(percentile(values, 0.5))
  line(
    "start to ready, fresh (median of 5)",
    `${median(fresh)} ms`,
    "5000 ms",
    median(fresh) < 5_000,
  )
  line("start to ready, existing", `${median(existing)} ms`, "2000 ms", median(existing) < 2_000)
  line("memory, idle, console only", `${median(memory)} MB RSS`, "200 MB", median(memory) < 200)
}

async function onceQuiet(bot: MeasuredBot): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, QUIET_AFTER))
  return bot.memory()
}
