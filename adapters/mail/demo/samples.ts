import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { encodeWords } from "nodemailer/lib/mime-funcs"
import { Temporal } from "temporal-polyfill"

const SAMPLES = join(import.meta.dirname, "samples")
const ZONE = "Europe/Paris"

/**
 * The mails of `samples/`, oldest first, as their programs would have sent them over the two working
 * days before `start`. They are kept readable: `{{…}}` stands for what depends on the day, and accents
 * in headers are encoded here.
 */
export async function sampleMails(
  start: Date,
  assistance: string,
): Promise<{ source: Uint8Array; receivedAt: Date }[]> {
  const names = (await readdir(SAMPLES)).filter((name) => name.endsWith(".eml")).sort()
  return Promise.all(
    names.map(async (name) => {
      const written = await readFile(join(SAMPLES, name), "utf8")
      const text = await fill(written, dayOf(start), assistance)
      const date = /^Date: (.*)$/m.exec(text)?.[1] ?? ""
      return {
        source: Buffer.from(encodeHead(text).replaceAll("\n", "\r\n")),
        receivedAt: new Date(date),
      }
    }),
  )
}

async function fill(text: string, start: Temporal.PlainDate, assistance: string): Promise<string> {
  const files = new Map<string, string>()
  for (const [, name = ""] of text.matchAll(/\{\{fichier (\S+)\}\}/g)) {
    const bytes = await readFile(join(SAMPLES, name))
    files.set(name, bytes.toString("base64").replace(/.{76}/g, "$&\n"))
  }
  return text
    .replaceAll("{{assistance}}", assistance)
    .replaceAll("{{demain}}", () => tomorrow(start))
    .replace(/\{\{fichier (\S+)\}\}/g, (_, name) => files.get(name) ?? "")
    .replace(/\{\{(date|utc|jour|Jour) (-?\d+)(?: (\d\d:\d\d))?\}\}/g, (_, form, days, time) =>
      written(form, workingDay(start, Number(days)), time),
    )
}

function written(form: string, day: Temporal.PlainDate, time: string | undefined): string {
  const moment = day.toZonedDateTime({ timeZone: ZONE, plainTime: time ?? "00:00" })
  if (form === "date") return mailDate(moment)
  if (form === "utc") return moment.toInstant().toString().replace(/[-:]/g, "")
  if (time === undefined) {
    const short = day.toLocaleString("fr", { day: "numeric", month: "long" })
    return short.replace(/^1 /, "1er ")
  }
  const long = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const
  const date = day.toLocaleString("fr", long)
  // « Mardi 24 Novembre » is how Zimbra writes it, « mardi 24 novembre » how Outlook does.
  if (form === "Jour") return `${date.replace(/(?<![\p{L}])\p{Ll}/gu, upper)} ${time}:12`
  return `${date} ${time}`
}

function mailDate(moment: Temporal.ZonedDateTime): string {
  const date = moment.toPlainDate().toLocaleString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  })
  return `${date.replace("Sept", "Sep")} ${moment.toPlainTime()} ${moment.offset.replace(":", "")}`
}

function tomorrow(start: Temporal.PlainDate): string {
  const written = workingDay(start, -1)
  const session = workingDay(start, 0)
  return written.until(session).days === 1 ? "demain" : "lundi"
}

/** Day 0 is the working day of the start, or the next one; -1 the one before, and so on. */
function workingDay(start: Temporal.PlainDate, days: number): Temporal.PlainDate {
  let day = start
  while (isWeekend(day)) day = day.add({ days: 1 })
  for (let left = Math.abs(days); left > 0; left--) {
    do day = day.add({ days: Math.sign(days) })
    while (isWeekend(day))
  }
  return day
}

function isWeekend(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek > 5
}

function dayOf(date: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
}

/** Accents in a header travel as encoded words (RFC 2047), the address beside a name as it is. */
function encodeHead(mail: string): string {
  const end = mail.indexOf("\n\n")
  const head = mail.slice(0, end).replace(/^([\w-]+): (.*)$/gm, (line, name, value) => {
    if (/^\p{ASCII}*$/u.test(line)) return line
    const [, text = "", address = ""] = /^(.*?)( <[^>]*>)?$/.exec(value) ?? []
    return `${name}: ${encodeWords(text, "Q", 52, true)}${address}`
  })
  return head + mail.slice(end)
}

function upper(letter: string): string {
  return letter.toUpperCase()
}
