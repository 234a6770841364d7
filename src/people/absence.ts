import { Temporal } from "temporal-polyfill"

/** Someone of the team is away, both days included: YYYY-MM-DD, in Paris. */
export type Absence = { memberId: number; name: string; fromOn: string; untilOn: string }

const MONTHS =
  "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(" ")
const WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split(" ")

/**
 * « 2026-12-01 », « jusqu’au 1er décembre », « 01/12 », « 1/12/2026 », « vendredi », « demain »: the first such day from
 * `today` on, when no year is said. Null: not a day.
 */
export function readDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const said = folded(text)
  const days: Record<string, number> = { "aujourd'hui": 0, demain: 1, "apres-demain": 2 }
  const soon = days[said]
  if (soon !== undefined) return today.add({ days: soon })
  const weekday = WEEKDAYS.indexOf(said) + 1
  if (weekday > 0) return today.add({ days: (weekday - today.dayOfWeek + 7) % 7 })

  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(said) ?? []
  if (isoYear) return dayOf(isoDay, isoMonth, isoYear, today)
  const [, day, month, year] = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?$/.exec(said) ?? []
  if (day) return dayOf(day, month, year, today)
  const words = /^(?:\D+ )?(\d{1,2})(?:er)? ([a-z]+)(?: (\d{4}))?$/.exec(said)
  const named = MONTHS.indexOf(words?.[2] ?? "") + 1
  return words && named > 0 ? dayOf(words[1], String(named), words[3], today) : null
}

function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^\s*jusqu'?\s*(?:au|a|en)?\s*/, "")
    .replace(/\s+/g, " ")
    .trim()
}

function dayOf(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const of = (inYear: number) => {
    const fields = { year: inYear, month: Number(month), day: Number(day) }
    try {
      return Temporal.PlainDate.from(fields, { overflow: "reject" })
    } catch {
      return null // the 31st of June: the person is asked again
    }
  }
  if (year) return of(Number(year))
  const on = of(today.year)
  return on && Temporal.PlainDate.compare(on, today) >= 0 ? on : of(today.year + 1)
}
