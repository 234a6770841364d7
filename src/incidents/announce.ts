import type { Needs } from "../needs.ts"
import { incidentCard } from "./card.ts"

const AT_ONCE = 20
const MAX_TURNS = 5

type Uses = Pick<Needs, "store" | "team" | "settings">

/** The incident's card, in every place of the team, redrawn whole from state. */
export async function announceIncident(needs: Uses, id: number): Promise<void> {
  let shown = ""
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const view = await needs.store.incidentView(id)
    if (!view) return
    const drawn = JSON.stringify(incidentCard(view))
    if (drawn === shown) return
    const { busy, failed } = await needs.team.show({
      key: `incident ${id}`,
      draw: (chat) => incidentCard(view, needs.settings.cardDetail[chat]),
      ticketId: null,
    })
    if (busy.length > 0) throw new Error(`another copy shows the card of incident ${id}`)
    // A chat that is down is shown it at a next minute.
    if (failed.length > 0) return
    await needs.store.noteDrawn(id, view.incident.version)
    shown = drawn
  }
}

/** Every minute: those that changed since they were drawn. */
export async function redrawIncidents({ store }: Pick<Needs, "store">): Promise<void> {
  for (const incidentId of await store.undrawnIncidents(AT_ONCE)) {
    await store.transaction((tx) => tx.enqueue("incident.announce", { incidentId }))
  }
}
