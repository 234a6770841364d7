import { Temporal } from "temporal-polyfill"

/** Wall-clock zone of the team (DESIGN.md section 5). */
export const ZONE = "Europe/Paris"

/** Working days begun since: what came on Friday, at any hour, is one working day old on Monday. */
export function workingDaysBetween(from: Date, to: Date): number {
  const last = dayOf(to)
  let days = 0
  for (
    let day = dayOf(from).add({ days: 1 });
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (isWorkingDay(day)) days += 1
    if (days >= 250) break // a mail dated 1970: « more than a year » is all we need
  }
  return days
}

export function isWorkingDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek <= 5 && !isHoliday(day)
}

/** French public holidays (code du travail, L3133-1). */
export function isHoliday(day: Temporal.PlainDate): boolean {
  const fixed = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]
  if (fixed.includes(day.toString().slice(5))) return true
  const fromEaster = easter(day.year).until(day).days
  return fromEaster === 1 || fromEaster === 39 || fromEaster === 50
}

export function dayOf(at: Date): Temporal.PlainDate {
  return zoned(at).toPlainDate()
}

/** A day that exists, as yyyy-mm-dd. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T12:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime())) return false
  return day.toISOString().startsWith(text)
}

export function zoned(at: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE)
}

/** The instant of a wall-clock time in Paris. Throws a RangeError for a time that does not exist (spring night). */
export function instantOf(day: string, hour: number): Date {
  const wall = Temporal.PlainDate.from(day).toPlainDateTime({ hour })
  // On the autumn night an hour comes twice: the first one is meant.
  const at = wall.toZonedDateTime(ZONE, { disambiguation: "earlier" })
  if (!at.toPlainDateTime().equals(wall))
    throw new RangeError(`${day} has no ${hour} o'clock in ${ZONE}`)
  return new Date(at.epochMilliseconds)
}

/** In Paris. */
export function monthBegan(at: Date): Date {
  return instantOf(dayOf(at).with({ day: 1 }).toString(), 0)
}

/** Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(f / 31), day: (f % 31) + 1 })
}
