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
