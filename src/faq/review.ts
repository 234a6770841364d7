// The review day of a card: from then on it is for the team alone, which is told so once.

import { dayOf, isWorkingDay, zoned } from "../calendar/working-days.ts"
import type { Needs } from "../needs.ts"
import { isToReview } from "./entry.ts"
import { reviewCard } from "./entry-card.ts"
import { entriesInUse } from "./keep-up.ts"

/** In Paris, on working days: nobody reviews a card at night. */
const [FROM_HOUR, UNTIL_HOUR] = [8, 18]

/** Every minute: the cards whose day came, once each, whatever copies of the bot see it. */
export async function planReview({ store, clock }: Pick<Needs, "store" | "clock">): Promise<void> {
  const now = clock()
  const { hour } = zoned(now)
  if (!isWorkingDay(dayOf(now)) || hour < FROM_HOUR || hour >= UNTIL_HOUR) return
  const day = dayOf(now).toString()
  if ((await store.entriesToTell(day)).length === 0) return
  await store.transaction(async (tx) => {
    await tx.lockEntries()
    const due = await tx.entriesToTell(day)
    if (due.length === 0) return
    for (const { id, reviewOn } of due) await tx.noteEntry(id, { toldReviewOn: reviewOn })
    await tx.enqueue("entries.review", { ids: due.map(({ id }) => id), day })
  })
}

/** In every place of the team; what was reviewed meanwhile is left out. */
export async function tellReview(
  { store, team, settings, clock }: Pick<Needs, "store" | "team" | "settings" | "clock">,
  { ids, day }: { ids: string[]; day: string },
): Promise<void> {
  const today = dayOf(clock()).toString()
  const entries = (await entriesInUse(store)).filter(
    (entry) => ids.includes(entry.id) && isToReview(entry, today),
  )
  if (entries.length === 0) return
  const { failed, busy } = await team.show({
    key: `cards to review ${day} ${ids[0] ?? ""}`,
    draw: () => reviewCard(entries, settings.consoleUrl),
    ticketId: null,
  })
  if (failed.length + busy.length > 0) {
    throw new Error(`the cards to review are not told on ${[...failed, ...busy].join(", ")}`)
  }
}
