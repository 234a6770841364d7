/** What the public pages know. Nothing of the tickets, nothing of the members. */
export type Site = {
  /** The name they are reached by, with a slash at its end. */
  url: string
  /** Whom people write to. */
  mailboxes: { label: string; address: string }[]
  service: string
  /** « 2 jours ouvrés »; asked for at most every ten minutes, whoever comes. */
  delay(): Promise<string>
  proxies: number
  log: { error(details: object, message: string): void }
  now(): number
}
