import type { Needs } from "../needs.ts"
import { labelIn } from "../triage/categories.ts"
import { movedCard } from "./card.ts"

/** In every place of the team, each time that a gate opens or closes. */
export async function tellGate(
  { store, team, lexicon }: Pick<Needs, "store" | "team" | "lexicon">,
  category: string,
): Promise<void> {
  const gate = (await store.gates()).find((known) => known.category === category)
  if (!gate) return
  const evidence = await store.evidenceOf(category)
  const { failed, busy } = await team.show({
    key: `gate ${category} ${gate.at.toISOString()}`,
    draw: () => movedCard(labelIn(lexicon, category), gate, evidence),
    ticketId: null,
  })
  if (failed.length + busy.length > 0) {
    throw new Error(`the gate of ${category} is not told on ${[...failed, ...busy].join(", ")}`)
  }
}
