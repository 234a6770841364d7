// Ceilings, and the circuit breaker: both are read in the ledger, so that all copies of the bot have the same.

import type { RequestOutcome } from "./llm.ts"

export type Ceilings = { day: number; month: number }

/** What was asked of the model lately. */
export type Use = {
  today: number
  thisMonth: number
  /** The last ones that came back, the latest first. */
  last: { outcome: RequestOutcome; at: Date }[]
  /** When the last one that has not come back was asked. */
  askedAt: Date | null
}

const FAILURES = 3
const REST = 5 * 60_000
const LONGEST_ANSWER = 3 * 60_000
const FAILED: RequestOutcome[] = ["late", "unreachable", "refused", "garbage"]

/** How many of the last requests must be read. */
export const LAST = FAILURES

/** Why no request may be made now; null: it may. After a rest, one goes to see. */
export function whyNot(use: Use, ceilings: Ceilings, now: Date): "ceiling" | "resting" | null {
  if (use.today >= ceilings.day || use.thisMonth >= ceilings.month) return "ceiling"
  const [last] = use.last
  const isFailing =
    use.last.length >= FAILURES && use.last.every(({ outcome }) => FAILED.includes(outcome))
  if (!isFailing || !last) return null
  if (now.getTime() - last.at.getTime() < REST) return "resting"
  const isGoing = use.askedAt && now.getTime() - use.askedAt.getTime() < LONGEST_ANSWER
  return isGoing ? "resting" : null
}

/** Worth asking once more: it may be a moment's trouble. */
export function isWorthAnother(outcome: RequestOutcome): boolean {
  return outcome === "late" || outcome === "unreachable" || outcome === "garbage"
}
