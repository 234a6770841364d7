import type { SlackConfig } from "../../src/config/slack.ts"

export type Log = Record<"info" | "warn" | "error", (details: object, message: string) => void>

export type SlackOptions = Omit<SlackConfig, "detail"> & {
  /** Where a request can be read; null where people cannot reach the console. */
  ticketUrl(id: number): string | null
  consoleUrl: string | null
  /** True when this occasion was met in the last 24 hours. */
  seen(id: string): Promise<boolean>
  log: Log
  /** ms; how often it is asked whether the token and the channels still are ours. */
  lookEvery?: number
}
