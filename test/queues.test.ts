import { expect, test } from "vitest"
import { openStore } from "../adapters/store/store.ts"
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
    "ticket.triage": nothing,
    "ticket.propose": nothing,
    "ticket.acknowledge": nothing,
    "ticket.remind": async () => {},
    "note.tell": async () => {},
    "team.summary": async () => {},
    "ticket.announce": nothing,
    "tickets.release": async () => {},
    "code.mail": async () => {},
    "mail.again": nothing,
    "mail.copy": nothing,
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
