import type { Address } from "../mail/incoming.ts"
import { firstNames, initialOf, nameFrom, namesOf } from "./names.ts"

/** Who asks. Changed by a person only, never by a mail. */
export type Requester = { name: string; address: string }

export type DomainVerdict = "public service" | "personal webmail" | "likely typo" | "unknown"

/** First name first, when the mail tells which one it is. */
export function requesterOf(from: Address | null): Requester {
  const address = from?.address.toLowerCase() ?? ""
  return { name: namesOf(from?.name ?? "", address).join(" ") || nameFrom(address), address }
}

/** First name and initial: what a card shows (promise 6). « Claire D. » */
export function shortName(name: string): string {
  const words = namesOf(name, "")
  const [first = ""] = words
  const initial = initialOf(words)
  return initial ? `${first} ${initial}.` : first
}

/** For the greeting; "" when the name does not tell. */
export function firstName(name: string): string {
  return firstNames(namesOf(name, ""))
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase()
}

/** Enough to refuse a typing error; the mail server has the last word. */
export function isAddress(text: string): boolean {
  return /^[^\s@<>"(),:;[\]\\]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/i.test(text)
}
