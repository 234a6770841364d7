import { workingDaysBetween } from "../calendar/working-days.ts"

/** In working days (Services Publics+: announce a delay, and keep it). */
export const ANNOUNCED = 2
export const ALARM = 3
export const RED = 5

export type Delay = { workingDays: number; level: "on time" | "alarm" | "red" }

/** How long the requester has been waiting for us. */
export function delayOf(waitingSince: Date, now: Date): Delay {
  const workingDays = workingDaysBetween(waitingSince, now)
  if (workingDays >= RED) return { workingDays, level: "red" }
  return { workingDays, level: workingDays >= ALARM ? "alarm" : "on time" }
}
