const EARLIEST_YEAR = 1900
const LATEST_YEAR = 9999
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const ZONES: Record<string, number> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
}
const RFC_5322 =
  /(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{2,4})[\s,]+(\d{1,2})\s*[:.]\s*(\d{2})(?:\s*[:.]\s*(\d{2}))?\s*([+-]\s*\d{4}|[a-z]{1,5})?/i
const ISO_8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/
/** Otherwise written, as « Thu Apr 29 23:34:45 2010 »: enough for the platform to read it. */
const DATE_AND_TIME = /^[a-z]{3,9},? .*\b(?:\d{1,2}:\d{2}.*\b\d{4}|\d{4}.*\b\d{1,2}:\d{2})\b/i

/** What a Date header says, or null when it says nothing that exists. Without a zone it is UTC. */
export function readDate(header: string): Date | null {
  const text = header
    .slice(0, 200)
    .replace(/\([^()]*\)/g, " ")
    .trim()
  if (ISO_8601.test(text)) return validDate(Date.parse(text))
  const [, day = "", monthName = "", yearText = "", hours, minutes, seconds = "0", zone = ""] =
    RFC_5322.exec(text) ?? []
  const month = MONTHS.indexOf(monthName.toLowerCase())
  if (month < 0) return DATE_AND_TIME.test(text) ? validDate(Date.parse(`${text} UTC`)) : null
  const at = new Date(0)
  at.setUTCFullYear(fullYear(yearText), month, Number(day))
  if (at.getUTCDate() !== Number(day)) return null // 31 February
  if (Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) > 60) return null
  at.setUTCHours(Number(hours), Number(minutes) - minutesEast(zone), Number(seconds))
  return validDate(at.getTime())
}

// RFC 5322, 4.3: years of two digits, then of three.
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return text.length === 3 ? 1900 + year : year
}

function minutesEast(zone: string): number {
  const [, sign, hours = "0", minutes = "0"] = /^([+-])\s*(\d{2})(\d{2})$/.exec(zone) ?? []
  if (!sign) return (ZONES[zone.toUpperCase()] ?? 0) * 60
  const offset = Number(hours) * 60 + Number(minutes)
  return sign === "-" ? -offset : offset
}

function validDate(milliseconds: number): Date | null {
  const date = new Date(milliseconds)
  const year = date.getUTCFullYear()
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR ? date : null
}
