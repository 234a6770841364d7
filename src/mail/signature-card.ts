import { isContact, isName, isRole, isSignatureLike } from "./signature-lines.ts"
import { isAddressOf, isNameOf, type Sender } from "./signature-name.ts"

// What stands below a mail without a formula: a name, and how to reach or call who has it.

/** A name above a telephone number, a site or a function, unless it answers « Créez un compte pour : ». */
export function isCard(
  lines: readonly string[],
  index: number,
  isApart: boolean,
  sender: Sender,
): boolean {
  const above = lines[index - 1] ?? ""
  const isFree = isApart ? !/[:,]\s*$/.test(above) : /[.!?]\s*$/.test(above)
  const [name = "", ...rest] = lines.slice(index)
  if (!isFree || !ownPart(name).includes(" ") || !isName(ownPart(name))) return false
  const isReached = rest.some((line) => isContact(line) || isAddressOf(sender, line))
  return (isReached || isFunction(rest)) && rest.every(isSignatureLike)
}

/** The name in From, at the end or above what else is in a card. */
export function isOwnName(
  lines: readonly string[],
  index: number,
  isApart: boolean,
  sender: Sender,
): boolean {
  const [name = "", ...rest] = lines.slice(index)
  if (!isNameOf(sender, ownPart(name)) || !rest.every(isSignatureLike)) return false
  const above = (lines[index - 1] ?? "").trim()
  return isApart ? !/[:,]$/.test(above) : /[.!?…]$/.test(above)
}

/** « Jeanne Petit | Cheffe de bureau » is a name, and more. */
export function ownPart(line: string): string {
  return (line.split(/\s+[|–—•·/-]\s+|,\s+/, 1)[0] ?? "").trim()
}

/** What one person does, below their name; functions with names between them are a list of people. */
function isFunction(lines: readonly string[]): boolean {
  const first = lines.findIndex(isRole)
  const last = lines.findLastIndex(isRole)
  const between = lines.slice(Math.max(first, 0), last)
  return first === 0 && !between.some((line) => isName(line) && !isRole(line))
}
