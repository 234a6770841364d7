import { Temporal } from "temporal-polyfill"
import { expect, test } from "vitest"
import { ago, count, dayAndTime, longDay, shortDay, time } from "../src/calendar/french.ts"
import {
  instantOf,
  isHoliday,
  isWorkingDay,
  workingDaysBetween,
} from "../src/calendar/working-days.ts"

/** Written by hand: Easter Monday, Ascension, Whit Monday. */
const MOVABLE: Record<number, string[]> = {
  2025: ["2025-04-21", "2025-05-29", "2025-06-09"],
  2026: ["2026-04-06", "2026-05-14", "2026-05-25"],
  2027: ["2027-03-29", "2027-05-06", "2027-05-17"],
  2028: ["2028-04-17", "2028-05-25", "2028-06-05"],
  2029: ["2029-04-02", "2029-05-10", "2029-05-21"],
  2030: ["2030-04-22", "2030-05-30", "2030-06-10"],
}
const FIXED = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]

test.each(Object.keys(MOVABLE).map(Number))(
  "%i has its eleven public holidays, and no other",
  (year) => {
    const days = Array.from({ length: 366 }, (_, i) =>
      Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: i }),
    ).filter((day) => day.year === year)

    const holidays = days.filter(isHoliday).map(String)

    const expected = [...FIXED.map((day) => `${year}-${day}`), ...(MOVABLE[year] ?? [])]
    expect(holidays).toEqual([...new Set(expected)].sort())
  },
)

test.each([
  { day: "2026-11-24", is: true, why: "a Tuesday" },
  { day: "2026-11-28", is: false, why: "a Saturday" },
  { day: "2026-11-29", is: false, why: "a Sunday" },
  { day: "2026-11-11", is: false, why: "the armistice" },
  { day: "2026-04-03", is: true, why: "Good Friday, worked outside Alsace and Moselle" },
])("$day, $why: worked is $is", ({ day, is }) => {
  expect(isWorkingDay(Temporal.PlainDate.from(day))).toBe(is)
})

test.each([
  { from: "2026-11-24T09:00+01:00", to: "2026-11-24T18:00+01:00", days: 0 },
  { from: "2026-11-24T23:59+01:00", to: "2026-11-25T00:01+01:00", days: 1 },
  { from: "2026-11-27T18:00+01:00", to: "2026-11-30T08:00+01:00", days: 1 },
  { from: "2026-11-28T10:00+01:00", to: "2026-11-29T10:00+01:00", days: 0 },
  { from: "2026-05-13T10:00+02:00", to: "2026-05-15T10:00+02:00", days: 1 },
  { from: "2026-11-25T10:00+01:00", to: "2026-11-24T10:00+01:00", days: 0 },
])("from $from to $to: $days working days", ({ from, to, days }) => {
  expect(workingDaysBetween(new Date(from), new Date(to))).toBe(days)
})

test("days are those of Paris, whatever the zone of the server", () => {
  const lateInParis = new Date("2026-11-23T23:30:00Z")

  expect(workingDaysBetween(new Date("2026-11-23T22:30:00Z"), lateInParis)).toBe(1)
  expect(dayAndTime(lateInParis)).toBe("mardi 24 novembre à 0\u00a0h\u00a030")
})

test("the nights when clocks change neither add nor lose a day", () => {
  const days = (from: string, to: string) => workingDaysBetween(new Date(from), new Date(to))

  expect(days("2026-03-27T22:59:00Z", "2026-03-30T22:01:00Z")).toBe(2)
  expect(days("2026-10-23T21:59:00Z", "2026-10-26T22:59:00Z")).toBe(1)
})

test("a mail of 1970 has waited for more than a year, and is counted at once", () => {
  const begin = performance.now()

  expect(workingDaysBetween(new Date(0), new Date("2099-01-01"))).toBe(250)
  expect(performance.now() - begin).toBeLessThan(500)
})

test("a wall-clock time of Paris is an instant, in winter and in summer", () => {
  expect(instantOf("2026-12-01", 8).toISOString()).toBe("2026-12-01T07:00:00.000Z")
  expect(instantOf("2026-07-01", 8).toISOString()).toBe("2026-07-01T06:00:00.000Z")
})

test("a time that does not exist is refused; one that comes twice is the first", () => {
  expect(() => instantOf("2026-03-29", 2)).toThrow(RangeError)
  expect(() => instantOf("2026-02-30", 8)).toThrow(RangeError)
  expect(instantOf("2026-10-25", 2).toISOString()).toBe("2026-10-25T00:00:00.000Z")
})

test("days and times are written as in French", () => {
  const at = new Date("2026-11-24T13:05:00Z")

  expect(time(at)).toBe("14\u00a0h\u00a005")
  expect(longDay(at)).toBe("mardi 24 novembre")
  expect(longDay(new Date("2026-12-01T12:00:00Z"))).toBe("mardi 1er décembre")
  expect(shortDay(at)).toBe("24/11/2026")
})

test.each([
  { minutes: 0, says: "à l’instant" },
  { minutes: 1, says: "il y a 1\u00a0minute" },
  { minutes: 59, says: "il y a 59\u00a0minutes" },
  { minutes: 60, says: "il y a 1\u00a0heure" },
  { minutes: 60 * 24 * 3, says: "il y a 3\u00a0jours" },
  { minutes: -5, says: "à l’instant" },
])("$minutes minutes before is « $says »", ({ minutes, says }) => {
  const now = new Date("2026-11-24T12:00:00Z")

  expect(ago(new Date(now.getTime() - minutes * 60_000), now)).toBe(says)
})

test("zero is singular in French", () => {
  expect([0, 1, 2].map((n) => count(n, "jour"))).toEqual([
    "0\u00a0jour",
    "1\u00a0jour",
    "2\u00a0jours",
  ])
})
