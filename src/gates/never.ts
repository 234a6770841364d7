import { type Category, isCategory } from "../triage/categories.ts"
import { wordsOf } from "../triage/told.ts"
import { gateWords } from "./french.ts"

/** Categories in which nothing is ever answered automatically, whatever the evidence. */
const NEVER = new Map<Category, string>([
  // Suspended accounts, personal data and security are sorted there.
  ["autre", gateWords.never.mixed],
  ["hors-perimetre", gateWords.never.elsewhere],
  ["indesirable", gateWords.never.unwanted],
])

const SUSPENDED = wordsOf(`
suspen\\w+ | desactiv\\w+ | reactiv\\w+ | bloque\\w* par | (?:compte|acces) (?:a ete |est |ete )?(?:ferme|revoque|retire|supprime)\\w*
deactivated | disabled | banni\\w*`)
/** It speaks of accounts that an administrator suspended. */
const OF_SUSPENDED = ["compte-verrouille"]

/** Why the gate of a category never opens, in French; null: it may. */
export function whyNever(category: string): string | null {
  return isCategory(category) ? (NEVER.get(category) ?? null) : gateWords.never.unknown
}

/** `folded`: as `lexicon.fold` writes. */
export function isOfSuspendedAccount(folded: string, entryId: string): boolean {
  return SUSPENDED.test(folded) || OF_SUSPENDED.includes(entryId)
}
