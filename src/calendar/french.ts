import { ZONE, zoned } from "./working-days.ts"

// A formatter costs far more to make than to use, and every card has dates.
const LONG_DAY = new Intl.DateTimeFormat("fr-FR", {
  ...{ timeZone: ZONE, weekday: "long", day: "numeric", month: "long" },
})
const SHORT_DAY = new Intl.DateTimeFormat("fr-FR", {
  ...{ timeZone: ZONE, day: "2-digit", month: "2-digit", year: "numeric" },
})

/** « mardi 24 novembre à 14 h 05 » */
export function dayAndTime(at: Date): string {
  return `${longDay(at)} à ${time(at)}`
}

/** « mardi 24 novembre » ; the year only when it is not this one's is left to the caller. */
export function longDay(at: Date): string {
  return LONG_DAY.format(at).replace(/ 1 /, " 1er ")
}

/** « 24/11/2026 » */
export function shortDay(at: Date): string {
  return SHORT_DAY.format(at)
}

/** « 14 h 05 » */
export function time(at: Date): string {
  const { hour, minute } = zoned(at)
  return `${hour}\u00a0h\u00a0${String(minute).padStart(2, "0")}`
}

/** « il y a 3 jours », « il y a 2 heures », « à l’instant » */
export function ago(from: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - from.getTime()) / 60_000)
  if (minutes < 1) return "à l’instant"
  if (minutes < 60) return `il y a ${count(minutes, "minute")}`
  if (minutes < 24 * 60) return `il y a ${count(Math.floor(minutes / 60), "heure")}`
  return `il y a ${count(Math.floor(minutes / (24 * 60)), "jour")}`
}

/** « 1 jour », « 2 jours », « 0 jour » */
export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${n}\u00a0${n < 2 ? singular : plural}`
}
