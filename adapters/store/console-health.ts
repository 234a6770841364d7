import type { Balance } from "../../src/health/store.ts"
import type { Db } from "./db.ts"
import { readDeadJobs } from "./dead-jobs.ts"
import { alarmSlice, healthSlice } from "./health.ts"

/** How old the balance that a page shows may be. */
export const BALANCE_FRESH = 2_000

export function consoleHealth(db: Db) {
  const { balance, mailboxes, queueDepth, oldestWaiting } = healthSlice(db)
  const { alarms } = alarmSlice(db)
  // every page shows the balance, and counting a million mails takes a while
  let last: { at: number; balance: Promise<Balance> } | null = null
  return {
    balance,
    mailboxes,
    queueDepth,
    oldestWaiting,
    alarms,
    deadJobs: () => readDeadJobs(db),

    recentBalance(): Promise<Balance> {
      if (!last || Date.now() - last.at > BALANCE_FRESH) {
        const counting = balance()
        last = { at: Date.now(), balance: counting }
        counting.catch(() => {
          last = null
        })
      }
      return last.balance
    },
  }
}
