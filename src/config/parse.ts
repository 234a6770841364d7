// How one variable of the environment becomes a value, or a mistake with its cure. No message quotes a secret.
import * as z from "zod"

export type Environment = Record<string, string | undefined>

/** One thing to repair. English, for administrators. */
export type Mistake = { variable: string; problem: string; cure: string }

type Context = z.core.$RefinementCtx<unknown>

const ADDRESS = /^[^\s@<>,;]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i
const YES_NO = new Map([
  ["yes", true],
  ["no", false],
])

export function refuse(context: Context, problem: string, cure: string): never {
  context.addIssue({ code: "custom", message: problem, params: { cure } })
  return z.NEVER
}

/** Blank is absent: an empty line of `.env` is a variable left alone. */
export function withoutBlanks(environment: Environment): Record<string, string> {
  const entries = Object.entries(environment).map(([name, text]) => [name, text?.trim()] as const)
  return Object.fromEntries(entries.flatMap(([name, text]) => (text ? [[name, text]] : [])))
}

/** Every mistake of a parse; `prefix` is what the variables' names begin by. */
export function mistakesOf(error: z.ZodError, prefix = ""): Mistake[] {
  return error.issues.map((issue) => ({
    variable: `${prefix}${issue.path.join("_")}`,
    problem: issue.code === "invalid_type" ? "is missing" : issue.message,
    cure: cureOf(issue),
  }))
}

function cureOf(issue: z.core.$ZodIssue): string {
  const cure = issue.code === "custom" ? issue.params?.cure : undefined
  return typeof cure === "string" ? cure : "Set it: .env.example shows a value that works."
}

export function words(): z.ZodType<string> {
  return z.string()
}

export function wholeNumber(least: number, most: number) {
  return z.string().transform((text, context) => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
    if (number >= least && number <= most) return number
    return refuse(context, "is not a whole number that fits", `Write one from ${least} to ${most}.`)
  })
}

export function yesOrNo() {
  return z.string().transform((text, context) => {
    return (
      YES_NO.get(text.toLowerCase()) ?? refuse(context, "is neither yes nor no", "Write yes or no.")
    )
  })
}

export function oneOf<const Word extends string>(choices: readonly Word[]) {
  return z.string().transform((text, context) => {
    const found = choices.find((choice) => choice === text.toLowerCase())
    return found ?? refuse(context, "is not a word expected here", `Write ${choices.join(", ")}.`)
  })
}

/** Commas or spaces between, in the order given, once each, in lower case. */
export function list() {
  return z.string().transform((text) => {
    const parts = text
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean)
    return [...new Set(parts)]
  })
}

export function address() {
  return z.string().transform((text, context) => {
    if (isAddress(text)) return text.toLowerCase()
    return refuse(
      context,
      "is not a mail address",
      "Write it as name@domain.example, and nothing else.",
    )
  })
}

export function addresses() {
  return list().transform((parts, context) => {
    const wrong = parts.find((part) => !isAddress(part))
    if (wrong === undefined) return parts
    return refuse(
      context,
      `has « ${wrong} », which is not a mail address`,
      "Write addresses with commas between.",
    )
  })
}

export function isAddress(text: string): boolean {
  return ADDRESS.test(text)
}

/** A day that exists, as YYYY-MM-DD. */
export function day() {
  return z.string().transform((text, context) => {
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text)
    const at = isDay ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN)
    if (!Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)) return text
    return refuse(
      context,
      "is not a day of the calendar",
      "Write it as 2026-11-24 (year-month-day).",
    )
  })
}

export function postgresUrl() {
  return z.string().transform((text, context) => {
    if (/^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? "")) return text
    return refuse(
      context,
      "is not the URL of a PostgreSQL database",
      "Write it as postgresql://user:password@host:5432/database, or leave it empty for the embedded database.",
    )
  })
}
