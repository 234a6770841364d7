import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import { isJobName, JOB_NAMES } from "../jobs.ts"
import type { Needs } from "../needs.ts"
import { type Member, mayAnswer } from "../people/member.ts"
import { french } from "./french.ts"

const HOUR = 3_600_000
const BY_A_CLICK = 1_000
/** A queue gives a job up in some ten minutes; what broke it may take longer to be mended. */
const BY_ITSELF = { deadFor: HOUR, failingFor: 72 * HOUR, most: 100 }

/** *Réessayer*: what was given up goes back to its queue. Jobs may run twice, and so may this. */
export async function retryJobs(
  { store, clock }: Pick<Needs, "store" | "clock">,
  name: string,
  member: Member,
): Promise<Answer> {
  const line = { ticketId: null, memberId: member.id, at: clock() }
  if (!mayAnswer(member)) {
    await store.record({ ...line, what: "refused", detail: {} })
    throw new UserError(french.readersCannot)
  }
  if (!isJobName(name)) throw new UserError(french.noSuchJobs)
  const count = await store.transaction(async (tx) => {
    const revived = await tx.reviveJobs(name, BY_A_CLICK)
    if (revived > 0) {
      await tx.record({ ...line, what: "jobs retried", detail: { job: name, count: revived } })
    }
    return revived
  })
  return { kind: "done", text: french.jobsRetried(count) }
}

/** Every minute: an hour after it was given up a job is tried again, during three days; then it waits for a person. */
export async function rescueJobs({ store, log }: Pick<Needs, "store" | "log">): Promise<void> {
  for (const name of JOB_NAMES) {
    const count = await store.reviveOldJobs(name, BY_ITSELF)
    if (count > 0) log.info({ job: name, count }, "jobs that were given up are tried again")
  }
}
