import { createHmac, timingSafeEqual } from "node:crypto"
import { withoutPrefixes } from "./subject-prefix.ts"

const TOKEN_LENGTH = 16

/**
 * The Message-ID of an outgoing mail, derived from its row: a second copy has the same one, and an answer
 * that carries it is known to be an answer to us, since nobody else can compute the token.
 */
export function messageIdFor(secret: string, messageId: number, domain: string): string {
  return `tm.${messageId}.${token(secret, `message ${messageId}`)}@${domain}`
}

/** The Message-ID of the daily mail to ourselves: nobody else can make one. */
export function canaryMessageId(secret: string, day: string, domain: string): string {
  return `canary.${day}.${token(secret, `canary ${day}`)}@${domain}`
}

export function isCanary(secret: string, messageId: string | null): boolean {
  const [, day, seen] = /^canary\.(\d{4}-\d\d-\d\d)\.([0-9a-f]{16})@/.exec(messageId ?? "") ?? []
  return day !== undefined && seen !== undefined && isToken(secret, `canary ${day}`, seen)
}

/** What a sub-address names: a ticket, or a request passed on to another service. */
export type Addressed = { kind: "ticket" | "passing"; id: number }

const LETTER = { ticket: "t", passing: "s" } as const

/** The sub-address that an answer comes back to: `assistance+t12.token@…` (RFC 5233). */
export function subaddress(secret: string, { kind, id }: Addressed, address: string): string {
  const at = address.lastIndexOf("@")
  const detail = `${LETTER[kind]}${id}.${token(secret, `${kind} ${id}`)}`
  return `${address.slice(0, at)}+${detail}${address.slice(at)}`
}

/** Our messages that these identifiers (or any text: a delivery report quotes them) really name. */
export function messagesNamedIn(secret: string, texts: string[]): number[] {
  return found(/\btm\.(\d{1,9})\.([0-9a-f]{16})@/g, texts, (id, seen) =>
    isToken(secret, `message ${id}`, seen),
  )
}

/** The tickets that these recipients' sub-addresses really name. */
export function ticketsAddressedBy(secret: string, addresses: string[]): number[] {
  return found(/\+t(\d{1,9})\.([0-9a-f]{16})@/g, addresses, (id, seen) =>
    isToken(secret, `ticket ${id}`, seen),
  )
}

/** The requests passed on that these recipients' sub-addresses really name. */
export function passingsAddressedBy(secret: string, addresses: string[]): number[] {
  return found(/\+s(\d{1,9})\.([0-9a-f]{16})@/g, addresses, (id, seen) =>
    isToken(secret, `passing ${id}`, seen),
  )
}

/** The number in « [Mentor #123] »: anybody can type it, so it counts for those who take part already. */
export function ticketInSubject(subject: string, label: string): number | null {
  const at = subject.toLowerCase().indexOf(`[${label.toLowerCase()} #`)
  const number = at < 0 ? null : /^\d{1,9}(?=\])/.exec(subject.slice(at + label.length + 3))
  return number ? Number(number[0]) : null
}

/** The subject of an answer, marked once: « RE: objet [Mentor #12] ». */
export function answerSubject(subject: string, label: string, ticketId: number): string {
  const mark = `[${label} #${ticketId}]`
  const bare = withoutPrefixes(subject, ["reply"])
  return bare.includes(mark) ? `RE: ${bare}` : `RE: ${bare || "votre demande"} ${mark}`
}

function token(secret: string, of: string): string {
  return createHmac("sha256", secret).update(of).digest("hex").slice(0, TOKEN_LENGTH)
}

function isToken(secret: string, of: string, seen: string): boolean {
  return timingSafeEqual(Buffer.from(token(secret, of)), Buffer.from(seen))
}

function found(
  pattern: RegExp,
  texts: string[],
  isOurs: (id: number, token: string) => boolean,
): number[] {
  const ids = texts.flatMap((text) =>
    [...text.matchAll(pattern)].flatMap(([, id, seen]) =>
      id && seen && isOurs(Number(id), seen) ? Number(id) : [],
    ),
  )
  return [...new Set(ids)]
}
