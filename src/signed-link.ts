import { createHmac, timingSafeEqual } from "node:crypto"

/** `purpose` binds it to one use: a link to unsubscribe opens nothing else. */
export type SignedLink = { purpose: string; subject: string; expiresAt: Date }

export type ReadLink =
  | { kind: "valid"; subject: string }
  | { kind: "expired"; subject: string }
  | { kind: "forged" }

const LONGEST = 500

/** The end of an address, of letters, digits, "-", "_" and ".": the subject may be anything. */
export function signLink(secret: string, link: SignedLink): string {
  const subject = Buffer.from(link.subject).toString("base64url")
  const until = Math.floor(link.expiresAt.getTime() / 1_000).toString(36)
  return `${subject}.${until}.${signature(secret, link.purpose, subject, until)}`
}

export function readLink(secret: string, purpose: string, token: string, now: Date): ReadLink {
  if (token.length > LONGEST) return { kind: "forged" }
  const [subject = "", until = "", seen = "", ...more] = token.split(".")
  const known = Buffer.from(signature(secret, purpose, subject, until))
  const given = Buffer.from(seen)
  const isOurs = more.length === 0 && known.length === given.length && timingSafeEqual(known, given)
  if (!isOurs) return { kind: "forged" }
  const text = Buffer.from(subject, "base64url").toString()
  const isOver = Number.parseInt(until, 36) * 1_000 <= now.getTime()
  return { kind: isOver ? "expired" : "valid", subject: text }
}

function signature(secret: string, purpose: string, subject: string, until: string): string {
  // As JSON, no purpose and subject can be read as another pair.
  const signed = JSON.stringify(["link", purpose, subject, until])
  return createHmac("sha256", secret).update(signed).digest("base64url")
}
