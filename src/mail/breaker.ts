import type { Needs } from "../needs.ts"
import { french } from "./french.ts"

const HOUR = 3_600_000
export const BREAKER = "automatic mail stopped"

type Uses = Pick<Needs, "store" | "settings" | "clock" | "log">

/** True while too many automatic mails left in the last hour; the team is alarmed once. */
export async function tripBreaker({ store, settings, clock, log }: Uses): Promise<boolean> {
  const now = clock()
  const sent = await store.automaticMailsSince(new Date(now.getTime() - HOUR))
  if (sent < settings.automaticMailsPerHour) return false
  if (await store.raiseAlarm(BREAKER, french.breaker(settings.automaticMailsPerHour), now)) {
    log.warn({ sent }, "automatic mail is stopped: too many left in an hour")
  }
  return true
}

/** Every minute: automatic mail is allowed again once an hour is calm. */
export async function resetBreaker({ store, settings, clock }: Uses): Promise<void> {
  const sent = await store.automaticMailsSince(new Date(clock().getTime() - HOUR))
  if (sent < settings.automaticMailsPerHour) await store.clearAlarm(BREAKER)
}
