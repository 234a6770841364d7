import type { Address } from "../mail/incoming.ts"

/** Who asks. Changed by a person only, never by a mail. */
export type Requester = { name: string; address: string }

export type DomainVerdict = "public service" | "personal webmail" | "likely typo" | "unknown"

export function requesterOf(from: Address | null): Requester {
  const address = from?.address.toLowerCase() ?? ""
  return { name: from?.name.trim() || nameFrom(address), address }
}

/** First name and initial: what a card shows (promise 6). « Claire D. » */
export function shortName(name: string): string {
  const words = properOrder(name.trim().split(/\s+/).filter(Boolean))
  const [first = "", ...rest] = words
  const last = rest.at(-1)
  return last ? `${first} ${last.charAt(0).toUpperCase()}.` : first
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase()
}

/** Administrations write « DURAND Claire »: the capitals are the family name. */
function properOrder(words: string[]): string[] {
  const isFamily = (word: string) => word.length > 1 && word === word.toUpperCase()
  const capitals = words.filter(isFamily)
  if (capitals.length === 0 || capitals.length === words.length) return words
  return [...words.filter((word) => !isFamily(word)), ...capitals]
}

function nameFrom(address: string): string {
  const local = address.slice(0, Math.max(0, address.lastIndexOf("@")))
  return local
    .split(/[._-]+/)
    .filter((part) => /^\p{L}+$/u.test(part))
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(" ")
}

/** Enough to refuse a typing error; the mail server has the last word. */
export function isAddress(text: string): boolean {
  return /^[^\s@<>"(),:;[\]\\]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/i.test(text)
}

/** For the greeting; "" when the name does not tell. */
export function firstName(name: string): string {
  const [first = "", ...rest] = properOrder(name.trim().split(/\s+/).filter(Boolean))
  return rest.length > 0 && /^\p{Lu}\p{Ll}[\p{L}'’-]*$/u.test(first) ? first : ""
}
