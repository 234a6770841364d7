import type { Needs } from "../needs.ts"

const HOUR = 3_600_000

/** How many automatic mails may still leave in this hour (promise 3); at 0, `watchHealth` alarms the team. */
export async function roomForAutomaticMail({
  store,
  settings,
  clock,
}: Pick<Needs, "store" | "settings" | "clock">): Promise<number> {
  const sent = await store.automaticMailsSince(new Date(clock().getTime() - HOUR))
  return Math.max(0, settings.automaticMailsPerHour - sent)
}
