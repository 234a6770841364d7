import { createHmac, timingSafeEqual } from "node:crypto"

/** Asked for by an account of a chat (or by the console), mailed to a professional address. */
export type Code = {
  id: number
  chat: string
  externalId: string
  address: string
  /** Keyed; empty until it is mailed, and for ever when the address is no member's. */
  hash: string
  triesLeft: number
  askedAt: Date
  expiresAt: Date
  usedAt: Date | null
}

/** again: it was right, and used already. */
export type Outcome = "right" | "again" | "wrong" | "expired" | "no tries left"

const DIGITS = 6
const LASTS = 10 * 60_000
export const TRIES = 5

export type NewCode = Pick<Code, "chat" | "externalId" | "address" | "askedAt"> & {
  triesLeft: number
  expiresAt: Date
}

/** Expires at the same moment whether or not it is mailed: otherwise its end would tell who is a member. */
export function newCode(of: Pick<Code, "chat" | "externalId" | "address">, now: Date): NewCode {
  return { ...of, triesLeft: TRIES, askedAt: now, expiresAt: new Date(now.getTime() + LASTS) }
}

/** Derived from its row, so that a mail that leaves twice says the same; nobody without the secret can. */
export function digitsOf(secret: string, { id, askedAt }: Pick<Code, "id" | "askedAt">): string {
  const bytes = keyed(secret, `digits ${id} ${askedAt.getTime()}`)
  return String(bytes.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, "0")
}

export function hashOf(secret: string, { id }: Pick<Code, "id">, text: string): string {
  return keyed(secret, `hash ${id} ${text}`).toString("hex")
}

/** The code after one try, and how it went. */
export function tryCode(secret: string, code: Code, typed: string, now: Date): [Code, Outcome] {
  if (code.expiresAt <= now) return [code, "expired"]
  if (code.triesLeft <= 0) return [code, "no tries left"]
  const tried = { ...code, triesLeft: code.triesLeft - 1 }
  const isRight = isSame(code.hash, hashOf(secret, code, typed.replaceAll(/\s/g, "")))
  if (!isRight) return [tried, tried.triesLeft > 0 ? "wrong" : "no tries left"]
  return code.usedAt ? [tried, "again"] : [{ ...tried, usedAt: now }, "right"]
}

function isSame(known: string, seen: string): boolean {
  return known.length === seen.length && timingSafeEqual(Buffer.from(known), Buffer.from(seen))
}

function keyed(secret: string, text: string): Buffer {
  return createHmac("sha256", secret).update(`code ${text}`).digest()
}
