import { dayOf } from "../calendar/working-days.ts"
import type { Answer } from "../card.ts"
import type { Needs } from "../needs.ts"
import { weekBefore } from "./agreement.ts"
import { gatesCard } from "./card.ts"

/** « automatismes »: what the bot would have answered as the team did, and what is still needed. */
export async function showGates({
  store,
  lexicon,
  clock,
}: Pick<Needs, "store" | "lexicon" | "clock">): Promise<Answer> {
  const { from, before } = weekBefore(dayOf(clock()))
  const [evidence, agreement] = await Promise.all([store.evidence(), store.agreement(from, before)])
  return { kind: "whisper", card: gatesCard(lexicon, { evidence, agreement }) }
}
