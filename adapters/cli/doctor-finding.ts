import type { Check } from "../mail/checks.ts"

/** warning: the bot works, less well; fault: it does not start, or a promise is not held. */
export type Level = "ok" | "warning" | "fault"

/** One line of the doctor, in English. No secret. */
export type Finding = { level: Level; what: string; detail: string; cure: string | null }

const LEVEL_WIDTH = "warning".length

export function ok(what: string, detail: string): Finding {
  return { level: "ok", what, detail, cure: null }
}

export function warning(what: string, detail: string, cure: string): Finding {
  return { level: "warning", what, detail, cure }
}

export function fault(what: string, detail: string, cure: string): Finding {
  return { level: "fault", what, detail, cure }
}

/** What an adapter checked by itself; `ifUnwell`: how bad it is when it is not well. */
export function findingOf(check: Check, what: string, ifUnwell: Level): Finding {
  return { level: check.ok ? "ok" : ifUnwell, what, detail: check.detail, cure: check.cure }
}

/** « fault    database — … — start it » */
export function lineOf({ level, what, detail, cure }: Finding): string {
  const words = [`${level.padEnd(LEVEL_WIDTH)}  ${what}`, detail, ...(cure ? [cure] : [])]
  return words.join(" — ").replace(/\s*\n\s*/g, " ")
}
