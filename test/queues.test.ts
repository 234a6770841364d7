import { expect, test } from "vitest"
import type { JobHandlers } from "../adapters/store/queues.ts"
import { openStore } from "../adapters/store/store.ts"
import { JOB_NAMES } from "../src/jobs.ts"
import { testDatabase } from "./setup/database.ts"
import { eventually } from "./setup/eventually.ts"

const DUE_IN = 1_000
const SOON = 5_000

test("a job that becomes due later is begun soon after, though nobody announces it then", async () => {
  const database = await testDatabase()
  const open = await openStore(database.url, () => {})
  const begun: number[] = []
  const nothing = async () => {}
  await open.work({
    ...(Object.fromEntries(JOB_NAMES.map((name) => [name, nothing])) as unknown as JobHandlers),
    "mail.send": async () => void begun.push(Date.now()),
  })

  const dueAt = new Date(Date.now() + DUE_IN)
  await open.store.transaction((tx) =>
    tx.enqueue("mail.send", { messageId: 1 }, { startAfter: dueAt, key: "1" }),
  )
  await eventually("the job, begun", () => begun.length > 0)

  const late = (begun[0] ?? 0) - dueAt.getTime()
  expect(late).toBeGreaterThanOrEqual(0)
  expect(late).toBeLessThan(SOON)

  await open.stopWork()
  await open.close()
  await database.close()
})
