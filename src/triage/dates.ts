// Days as mails name them: « vendredi », « le 14 mars », « du 12 au 14/03 ». Texts are folded.
import { Temporal } from "temporal-polyfill"
import { isWorkingDay } from "../calendar/working-days.ts"

/** The day on which a mail was written; of some, the weekday alone is known, because they tell it. */
export type Today = { day: Temporal.PlainDate; isDated: boolean }

type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate }

const WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
export const MONTH_NAMES = [
  ...["janvier", "fevrier", "mars", "avril", "mai", "juin"],
  ...["juillet", "aout", "septembre", "octobre", "novembre", "decembre"],
]
export const WEEKDAY = `(?:${WEEKDAYS.join("|")})`
export const MONTH = `(?:${MONTH_NAMES.join("|")}|0?[1-9]\\b|1[0-2]\\b)`
const DATE = new RegExp(
  `\\b(?:(\\d{1,2})(?:er)?(?: (${MONTH}))? (?:au|et(?: le)?|a) )?(\\d{1,2})(?:er)? (${MONTH})(?: (20\\d\\d))?`,
  "g",
)
const TOLD = new RegExp(
  `\\b(?:nous sommes|on est|sommes)(?: (?:deja|le|bien|ce))* (${WEEKDAY})|\\b(${WEEKDAY}) (?:aujourd hui)`,
)
/** A Monday of a week without holidays: enough to count from a weekday. */
const A_MONDAY = Temporal.PlainDate.from("2025-03-03")
const ENGLISH: [string, string][] = [
  ..."monday tuesday wednesday thursday friday saturday sunday".split(" "),
  ..."january february march april may june july august september october november december".split(
    " ",
  ),
].map((name, i) => [name, [...WEEKDAYS, ...MONTH_NAMES][i] ?? name])
const IN_ENGLISH = new RegExp(
  `\\b(?:${ENGLISH.map(([name]) => name.replace(/^may$/, "may(?= \\\\d)")).join("|")})\\b`,
  "g",
)
const FRENCH = new Map(ENGLISH)
const END_OF_WEEK =
  /\b(?:(?:la )?fin de (?:la |cette )?semaine|(?:ce|le) week ?end)\b(?! (?:derniere|passee|prochaine))/g
const END_OF_MONTH = /\b(?:la )?fin (?:du|de ce|de) mois\b(?! (?:dernier|passe|prochain|de))/g
const AGES_AGO = 60
const FAR = 30

/** « Nous sommes vendredi » */
export function todayTold(clauses: string[]): Today | null {
  const told = clauses.map((clause) => TOLD.exec(clause)).find((found) => found !== null)
  const weekday = WEEKDAYS.indexOf(told?.[1] ?? told?.[2] ?? "")
  return weekday < 0 ? null : { day: A_MONDAY.add({ days: weekday }), isDated: false }
}

/** « Friday » is « vendredi », and so is « la fin de la semaine »; « la fin du mois », its last day. */
export function daysNamed(clause: string, today: Today | null): string {
  const inFrench = clause.replace(IN_ENGLISH, (name) => FRENCH.get(name) ?? name)
  if (!today?.isDated) return inFrench
  const { day } = today
  return inFrench
    .replace(END_OF_WEEK, "vendredi")
    .replace(END_OF_MONTH, `le ${day.daysInMonth} ${MONTH_NAMES[day.month - 1]}`)
}

/** « Le 14 », « du 12 au 14 »: of this month or of the next. */
export function daysToDayOfMonth(words: string, { day, isDated }: Today): number {
  const named = [...words.matchAll(/\d+/g)].map(Number).filter((n) => n >= 1 && n <= 31)
  if (!isDated) return FAR
  const ahead = named.map((date) => {
    let next = day
    while (next.day !== date) next = next.add({ days: 1 })
    return workingDaysTo(next, day)
  })
  return Math.min(FAR, ...ahead)
}

/** Working days until the next day of that name. */
export function daysToWeekday(words: string, { day }: Today): number {
  const weekday = WEEKDAYS.findIndex((name) => words.includes(name)) + 1
  const ahead = (weekday - day.dayOfWeek + 7) % 7
  return workingDaysTo(day.add({ days: ahead }), day)
}

/** Working days until the nearest day that these words name and that is not over: 0 when it runs. */
export function daysToDate(words: string, today: Today): number {
  if (!today.isDated) return FAR
  const spans = [...words.matchAll(DATE)].flatMap((found) => spanOf(found, today.day))
  const ahead = spans.map(({ from, to }) => {
    if (Temporal.PlainDate.compare(to, today.day) < 0) return FAR
    return workingDaysTo(from, today.day)
  })
  return Math.min(FAR, ...ahead)
}

function spanOf(found: RegExpExecArray, today: Temporal.PlainDate): Span[] {
  const [, first, firstMonth, last = "", month = "", year] = found
  const to = dayOf(last, month, year, today)
  if (!to) return []
  const from = first ? dayOf(first, firstMonth ?? month, year, today) : to
  return [{ from: from ?? to, to }]
}

/** Without a year, the one that makes it come next, or not long ago. */
function dayOf(
  day: string,
  monthName: string,
  year: string | undefined,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const named = MONTH_NAMES.indexOf(monthName) + 1
  const fields = { day: Number(day), month: named || Number(monthName) }
  try {
    if (year) return Temporal.PlainDate.from({ ...fields, year: Number(year) }, STRICT)
    const thisYear = Temporal.PlainDate.from({ ...fields, year: today.year }, STRICT)
    const ago = thisYear.until(today).days
    return ago > AGES_AGO ? thisYear.add({ years: 1 }) : thisYear
  } catch {
    return null // the 31st of June
  }
}

const STRICT = { overflow: "reject" } as const

function workingDaysTo(to: Temporal.PlainDate, today: Temporal.PlainDate): number {
  let days = 0
  let day = today
  while (Temporal.PlainDate.compare(day, to) < 0 && days < FAR) {
    day = day.add({ days: 1 })
    if (isWorkingDay(day)) days += 1
  }
  return days
}
