import type { Temporal } from "temporal-polyfill"
import { dayOf, instantOf, isWorkingDay, zoned } from "../calendar/working-days.ts"
import { isFirstWorkingDay, weekBefore } from "../gates/agreement.ts"
import type { Needs } from "../needs.ts"
import { MAX_LISTED } from "./list-size.ts"
import { summaryCard } from "./summary-card.ts"

/** In Paris. A stop is caught up until noon: later, it would tell of a morning that is over. */
const FROM_MINUTE = 8 * 60 + 30
const UNTIL_MINUTE = 12 * 60
const WHAT = "summary"
/** Working days that somebody has waited for us. */
const LATE_DAYS = 2

type Uses = Pick<Needs, "store" | "clock" | "settings">

/** Every minute: every working day at 8:30, once among copies. On the day the bot is first started, there is none. */
export async function planSummary({ store, clock }: Uses): Promise<void> {
  const now = clock()
  const day = dayOf(now).toString()
  const last = await store.lastDay(WHAT)
  if (last === null) return void (await store.claimDay(WHAT, day))
  if (last === day || !isTime(now)) return
  await store.transaction(async (tx) => {
    if (await tx.claimDay(WHAT, day)) await tx.enqueue("team.summary", { day })
  })
}

/** The card of the morning, in every place of the team. */
export async function showSummary(needs: Uses & Pick<Needs, "team">, day: string): Promise<void> {
  const now = needs.clock()
  if (dayOf(now).toString() !== day || !isTime(now)) return
  const today = dayOf(now)
  const which = {
    lateBefore: startOf(workingDaysBefore(today, LATE_DAYS)),
    parkedSince: startOf(workingDaysBefore(today, 1)),
    most: MAX_LISTED / 2,
  }
  const { from, before } = weekBefore(today)
  const [morning, away, agreement] = await Promise.all([
    needs.store.morning(which),
    needs.store.away(day, MAX_LISTED),
    isFirstWorkingDay(today) ? needs.store.agreement(from, before) : null,
  ])
  const card = (chat: string) =>
    summaryCard(needs, { morning, away, agreement, now }, needs.settings.cardDetail[chat])
  const { failed, busy } = await needs.team.show({
    key: `summary ${day}`,
    draw: card,
    ticketId: null,
  })
  if (failed.length + busy.length > 0) {
    throw new Error(`the summary of ${day} is not shown on ${[...failed, ...busy].join(", ")}`)
  }
}

function isTime(now: Date): boolean {
  const { hour, minute } = zoned(now)
  const at = hour * 60 + minute
  return isWorkingDay(dayOf(now)) && at >= FROM_MINUTE && at < UNTIL_MINUTE
}

function workingDaysBefore(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let before = day
  for (let left = count; left > 0; ) {
    before = before.subtract({ days: 1 })
    if (isWorkingDay(before)) left -= 1
  }
  return before
}

function startOf(day: Temporal.PlainDate): Date {
  return instantOf(day.toString(), 0)
}
