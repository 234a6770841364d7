import type { Temporal } from "temporal-polyfill"
import { instantOf, isWorkingDay } from "../calendar/working-days.ts"

/** Monday to Sunday, in Paris, before the week of that day. */
export function weekBefore(day: Temporal.PlainDate): { from: Date; before: Date } {
  const monday = mondayOf(day)
  const midnight = (on: Temporal.PlainDate) => instantOf(on.toString(), 0)
  return { from: midnight(monday.subtract({ days: 7 })), before: midnight(monday) }
}

/** Monday, unless it is a holiday. */
export function isFirstWorkingDay(day: Temporal.PlainDate): boolean {
  if (!isWorkingDay(day)) return false
  const earlier = Array.from({ length: day.dayOfWeek - 1 }, (_, n) => day.subtract({ days: n + 1 }))
  return !earlier.some(isWorkingDay)
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 })
}
