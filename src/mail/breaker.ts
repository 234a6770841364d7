import type { Needs } from "../needs.ts"

const HOUR = 3_600_000

/** True while too many automatic mails left in the last hour (promise 3); `watchHealth` alarms the team. */
export async function isAutomaticMailStopped({
  store,
  settings,
  clock,
}: Pick<Needs, "store" | "settings" | "clock">): Promise<boolean> {
  const sent = await store.automaticMailsSince(new Date(clock().getTime() - HOUR))
  return sent >= settings.automaticMailsPerHour
}
