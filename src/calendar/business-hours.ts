import { Temporal } from "temporal-polyfill"
import { dayOf, isWorkingDay, ZONE, zoned } from "./working-days.ts"

/** When somebody of the team may be expected to read, in Paris. */
const OPENS = 9
const CLOSES = 18
const HOUR = 3_600_000
const MAX_DAYS = 60

/** Hours of work between two instants; what is older than two months is « a long time ». */
export function businessHoursBetween(from: Date, to: Date): number {
  const last = dayOf(to)
  const first = dayOf(from)
  const oldest = last.subtract({ days: MAX_DAYS })
  let day = Temporal.PlainDate.compare(first, oldest) < 0 ? oldest : first
  let total = 0
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (!isWorkingDay(day)) continue
    const begins = Math.max(at(day, OPENS), from.getTime())
    const ends = Math.min(at(day, CLOSES), to.getTime())
    total += Math.max(0, ends - begins)
  }
  return total / HOUR
}

export function isBusinessTime(now: Date): boolean {
  const { hour } = zoned(now)
  return isWorkingDay(dayOf(now)) && hour >= OPENS && hour < CLOSES
}

function at(day: Temporal.PlainDate, hour: number): number {
  return day.toZonedDateTime({ timeZone: ZONE, plainTime: { hour } }).epochMilliseconds
}
