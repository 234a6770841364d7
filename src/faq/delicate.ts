import type { Lexicon } from "../triage/lexicon.ts"
import { reminderIn } from "../triage/reminder.ts"
import { wordsOf } from "../triage/told.ts"
import { ANGER, DATA_RIGHTS, SECURITY } from "./delicate-words.ts"
import { delicate } from "./french.ts"

const ANGRY = wordsOf(ANGER)
const OF_SECURITY = wordsOf(SECURITY)
const OF_RIGHTS = wordsOf(DATA_RIGHTS)
/** Reasons of the lexicon that say it too, in the team's words. */
const REMINDED = /relance/i
const AT_RISK = /sécurité/i
/** Whoever is sent there by the search speaks of that, whatever their words. */
const CARDS = new Map([
  ["suppression-compte-rgpd", delicate.rights],
  ["phishing-signalement", delicate.security],
])

/** Why a person alone answers this mail, in French; null when a card may help. `folded`: as `lexicon.fold` writes. */
export function delicateReason(lexicon: Lexicon, folded: string): string | null {
  if (OF_SECURITY.test(folded) || isSaid(lexicon, AT_RISK, folded)) return delicate.security
  if (OF_RIGHTS.test(folded)) return delicate.rights
  if (ANGRY.test(folded)) return delicate.anger
  const isReminded = reminderIn([folded]) !== undefined || isSaid(lexicon, REMINDED, folded)
  return isReminded ? delicate.reminded : null
}

export function delicateCard(id: string): string | null {
  return CARDS.get(id) ?? null
}

function isSaid({ highPriority }: Lexicon, about: RegExp, folded: string): boolean {
  return highPriority.some(
    ({ reason, phrases }) =>
      about.test(reason) && phrases.some(({ pattern }) => pattern.test(folded)),
  )
}
