import { dayOf } from "../calendar/working-days.ts"
import type { Answer } from "../card.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { weekBefore } from "./agreement.ts"
import { gatesCard } from "./card.ts"

/** « automatismes »: what the bot would have answered as the team did, and what is still needed. */
export async function showGates(
  { store, lexicon, clock }: Pick<Needs, "store" | "lexicon" | "clock">,
  { role }: Member,
): Promise<Answer> {
  const { from, before } = weekBefore(dayOf(clock()))
  const [evidence, gates, agreement] = await Promise.all([
    store.evidence(),
    store.gates(),
    store.agreement(from, before),
  ])
  const isAdministrator = role === "administrator"
  const card = gatesCard(lexicon, { evidence, gates, agreement, isAdministrator })
  return { kind: "whisper", card }
}
