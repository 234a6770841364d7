import type { Closings, Help } from "../../../src/ports.ts"

/** What the public pages know. Of the tickets, a number to who holds its signed link; nothing of the members. */
export type Site = {
  /** The name they are reached by, with a slash at its end. */
  url: string
  /** Whom people write to. */
  mailboxes: { label: string; address: string }[]
  service: string
  /** « 2 jours ouvrés »; asked for at most every ten minutes, whoever comes. */
  delay(): Promise<string>
  closings: Closings
  help: Help
  proxies: number
  log: { error(details: object, message: string): void }
  now(): number
}
