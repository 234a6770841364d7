import { expect, test } from "vitest"
import { delayOf } from "../src/tickets/delay.ts"

const TUESDAY = new Date("2026-11-24T10:00:00+01:00")

test.each([
  { now: "2026-11-24T18:00:00+01:00", workingDays: 0, level: "on time" },
  { now: "2026-11-26T23:00:00+01:00", workingDays: 2, level: "on time" },
  { now: "2026-11-27T00:01:00+01:00", workingDays: 3, level: "alarm" },
  { now: "2026-11-29T12:00:00+01:00", workingDays: 3, level: "alarm" },
  { now: "2026-11-30T12:00:00+01:00", workingDays: 4, level: "alarm" },
  { now: "2026-12-01T08:00:00+01:00", workingDays: 5, level: "red" },
])("a request of Tuesday, on $now: $workingDays days, $level", ({ now, workingDays, level }) => {
  expect(delayOf(TUESDAY, new Date(now))).toEqual({ workingDays, level })
})

test("a public holiday is no day of waiting", () => {
  const beforeAscension = new Date("2026-05-13T10:00:00+02:00")

  const delay = delayOf(beforeAscension, new Date("2026-05-18T10:00:00+02:00"))

  expect(delay).toEqual({ workingDays: 2, level: "on time" })
})
