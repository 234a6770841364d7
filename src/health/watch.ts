import { actionString } from "../actions.ts"
import type { Button } from "../card.ts"
import type { Needs } from "../needs.ts"
import { clear, raise } from "./alarm.ts"
import { french } from "./french.ts"
import type { DeadJobs } from "./store.ts"

/** A mailbox or a chat that is silent for that long is told. */
const SILENCE = 5 * 60_000
const HOUR = 3_600_000

const BREAKER = "automatic mail stopped"
const DEAD = "dead jobs"

type Uses = Parameters<typeof raise>[0] & Pick<Needs, "mailboxes">

/** Every minute: who has not been heard (promise 9), and do machines make us write too much (promise 3)? */
export async function watchHealth(needs: Uses): Promise<void> {
  const now = needs.clock().getTime()
  const isOld = (at: Date | null) => at !== null && now - at.getTime() > SILENCE

  const limit = needs.settings.automaticMailsPerHour
  const isStopped = (await needs.store.automaticMailsSince(new Date(now - HOUR))) >= limit
  if (isStopped) await raise(needs, { key: BREAKER, ...french.automaticMailStopped(limit) })
  else await clear(needs, BREAKER)

  const jobs = await needs.store.deadJobs()
  const dead = jobs.filter(({ count }) => count > 0)
  if (dead.length > 0) {
    await raise(needs, { key: DEAD, ...french.jobsFailed(dead), buttons: dead.map(retryButton) })
  }
  // Those that are tried again may fail again: it is not over, and not told a second time.
  else if (jobs.length === 0) await clear(needs, DEAD)

  const states = await needs.store.mailboxes()
  for (const { name } of needs.mailboxes) {
    const state = states.find((known) => known.name === name)
    const key = `mailbox ${name}`
    if (isOld(state?.failingSince ?? null) || isOld(state?.lastPolledAt ?? null)) {
      await raise(needs, { key, ...french.mailboxSilent(name, state?.lastPolledAt ?? null) })
    } else {
      await clear(needs, key)
    }
  }

  for (const { name, failingSince } of await needs.store.chatStates()) {
    const key = `chat ${name}`
    if (isOld(failingSince)) await raise(needs, { key, ...french.chatSilent(name) })
    else await clear(needs, key)
  }
}

function retryButton({ name }: DeadJobs): Button {
  return { label: french.retry(name), action: actionString("jobs.retry", name), style: "secondary" }
}
