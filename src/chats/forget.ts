import { dayOf } from "../calendar/working-days.ts"
import type { Needs } from "../needs.ts"

/** Platforms deliver an occasion again for hours, not for days. */
const KEPT = 2 * 86_400_000

/** Once a day: what came in from the chats needs not be known for ever. */
export async function forgetOccasions({
  store,
  clock,
}: Pick<Needs, "store" | "clock">): Promise<void> {
  const now = clock()
  if (!(await store.claimDay("forget occasions", dayOf(now).toString()))) return
  const before = new Date(now.getTime() - KEPT)
  await store.forgetOccasions(before)
  await store.forgetQuestions(before)
}
