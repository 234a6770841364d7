import type { SlackConfig } from "../../src/config/slack.ts"

export type Log = Record<"info" | "warn" | "error", (details: object, message: string) => void>

export type SlackOptions = Omit<SlackConfig, "detail"> & {
  /** Where a request can be read; null where people cannot reach the console. */
  ticketUrl(id: number): string | null
  consoleUrl: string | null
  /** True when this occasion was met in the last 24 hours. */
  seen(id: string): Promise<boolean>
  log: Log
  timing?: Timing
}

/** In milliseconds. */
export type Timing = {
  /** How often it is asked whether the token and the channels still are ours. */
  lookEvery: number
  /** After which a click opens a window that waits: it is worth three seconds, and a window takes a while to open. */
  openWithin: number
  /** After which the window of a form that was sent says to wait: Slack allows three seconds. */
  submitWithin: number
  /** After which an event is acknowledged, done or not: Slack allows three seconds, and then tells it again. */
  acknowledgeWithin: number
}

export const TIMING: Timing = {
  ...{ lookEvery: 60_000, openWithin: 1_200, submitWithin: 2_000, acknowledgeWithin: 2_500 },
}
