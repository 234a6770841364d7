// What tells a post of ours among others, when we do not know whether it went through.
import { createHash } from "node:crypto"
import { NONCE } from "./limits.ts"

const LARGEST_ID = 0x7fffffff

/** Discord makes one message for one nonce, for some minutes. */
export function nonceOf(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, NONCE)
}

/** The id of the first row of buttons, which Discord keeps with the message: a number of 31 bits, never 0. */
export function markerOf(key: string): number {
  return createHash("sha256").update(key).digest().readUInt32BE(0) & LARGEST_ID || 1
}
