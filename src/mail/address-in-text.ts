import type { Address } from "./incoming.ts"

const LONGEST_VALUE = 500
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g

/**
 * The first address of a line, in any of the forms people see: `"X" <a@b>`, `a@b`, `X [mailto:a@b]`,
 * `X (a@b)`, `X<mailto:a@b> <a@b<mailto:a@b>>`.
 */
export function addressIn(text: string): Address | null {
  const value = text.slice(0, LONGEST_VALUE).replace(INVISIBLE, "")
  const bracketed = /[<[(]\s*(?:mailto:)?\s*([^\s<>[\]()"',;:]+@[^\s<>[\]()"',;:]+)/i.exec(value)
  const found = bracketed ?? /([^\s<>[\]()"',;:*]+@[^\s<>[\]()"',;:*]+)/.exec(value)
  const address = found?.[1]
  if (!found || !address) return null
  return { name: nameBefore(value.slice(0, found.index)), address: address.toLowerCase() }
}

function nameBefore(text: string): string {
  const name = text.replace(/["'«»“”„*<>[\]()]/g, " ").replace(/\s+/g, " ")
  return name.trim().replace(/^mailto:|[,;:]$/g, "")
}
