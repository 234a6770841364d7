// One line per event: JSON for machines, a readable line in a terminal. Nothing that opens an account, nothing of what
// people wrote: whatever is handed to the log is cleaned here, at any depth.
import pino from "pino"
import type { LogLevel } from "../src/config.ts"

export type Log = pino.Logger
type Output = { isTTY?: boolean; write(line: string): unknown }

const SECRET = /pass(word|phrase)?$|^auth(orization)?$|token|secret|cookie|credential/i
const WRITTEN = new Set(["body", "text", "html", "source", "raw", "content", "quote", "fresh"])
const CREDENTIALS_IN_URL = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi
const HIDDEN = "[hidden]"
const DEEPEST = 5
const LONGEST = 2_000

export function openLog(level: LogLevel, output: Output = process.stdout): Log {
  const options: pino.LoggerOptions = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label) => ({ level: label }),
      log: (event) => Object.fromEntries(Object.entries(event).map(cleanField)),
    },
    hooks: {
      logMethod(args, method) {
        const [first, ...rest]: unknown[] = args
        const isError = first instanceof Error
        const words = isError ? [{ error: first }, rest[0] ?? first.message] : args
        method.apply(this, words.map(cleanText) as typeof args)
      },
    },
  }
  const write = (line: string) => output.write(output.isTTY ? readable(line) : line)
  return pino(options, { write })
}

function cleanField([name, value]: [string, unknown]): [string, unknown] {
  return [name, clean(value, name, 0)]
}

function clean(value: unknown, name: string, depth: number): unknown {
  if (value === null || value === undefined) return value
  if (SECRET.test(name)) return HIDDEN
  if (typeof value === "bigint") return value.toString()
  if (value instanceof Uint8Array) return `[${value.length} bytes]`
  if (typeof value === "string") {
    return WRITTEN.has(name) ? `[${value.length} characters]` : cleanText(value)
  }
  if (value instanceof Date || typeof value !== "object") return value
  if (depth > DEEPEST) return "[deeper]"
  if (value instanceof Error) return cleanError(value, depth)
  if (Array.isArray(value)) return value.map((item) => clean(item, name, depth + 1))
  const fields = Object.entries(value)
  return Object.fromEntries(fields.map(([key, field]) => [key, clean(field, key, depth + 1)]))
}

/** Not its other fields: those of databases and mail servers quote rows, addresses, commands. */
function cleanError(error: Error, depth: number): Record<string, unknown> {
  const code = "code" in error ? error.code : undefined
  return {
    type: error.name,
    message: cleanText(error.message),
    ...(typeof code === "string" ? { code } : {}),
    stack: cleanText(error.stack ?? ""),
    ...(error.cause === undefined ? {} : { cause: clean(error.cause, "cause", depth + 1) }),
  }
}

function cleanText<Value>(text: Value): Value | string {
  if (typeof text !== "string") return text
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  return short.replaceAll(CREDENTIALS_IN_URL, `$1${HIDDEN}@`)
}

/** "20:03:04 info the mailbox answers again mailbox=mentor" */
function readable(line: string): string {
  const { level, time, pid: _pid, msg, error, ...fields } = JSON.parse(line)
  const at = String(time).slice(11, 19)
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${word(value)}`)
  const frame = /\n\s+(at .*)/.exec(error?.stack ?? "")?.[1]
  const why = error ? [`(${word(error.message ?? error)}${frame ? ` ${frame}` : ""})`] : []
  const words = [at, String(level).padEnd(5), msg, ...rest, ...why].filter(Boolean)
  return `${words.join(" ").replaceAll(/\p{Cc}+/gu, " ")}\n`
}

function word(value: unknown): string {
  return typeof value === "string" && !/[\s"]/.test(value) ? value : JSON.stringify(value)
}
