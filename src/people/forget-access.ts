import type { Needs } from "../needs.ts"

/** Long enough to count what was asked for in an hour, and to tell of a link that it was used. */
const KEPT = 24 * 3_600_000

/** Every minute: codes, addresses that were asked about and sessions that are over are not kept. */
export async function forgetAccess({
  store,
  clock,
}: Pick<Needs, "store" | "clock">): Promise<void> {
  await store.forgetAccess(new Date(clock().getTime() - KEPT))
}
