import type { Address, IncomingMail } from "./incoming.ts"

/** A mail that somebody passed on: who wrote it first, and what they wrote. */
export type Forwarded = { from: Address | null; subject: string; text: string }

export function forwardedMail(_mail: IncomingMail): Forwarded | null {
  return null
}
