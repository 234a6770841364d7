import { z } from "zod"

/** Every job and its payload, parsed again where the job is worked. A job may run twice. */
export const JOBS = {
  "ticket.triage": z.object({ ticketId: z.number() }),
  /** `isAsked`: a member wants it, for somebody who wrote no mail. */
  "ticket.acknowledge": z.object({ ticketId: z.number(), isAsked: z.boolean().optional() }),
  /** `backIn`: a chat that was down, and may have missed notes too. */
  "ticket.announce": z.object({ ticketId: z.number(), backIn: z.string().optional() }),
  "ticket.propose": z.object({ ticketId: z.number() }),
  "ticket.draft": z.object({ ticketId: z.number() }),
  "ticket.remind": z.object({ ticketId: z.number() }),
  "incident.announce": z.object({ incidentId: z.number() }),
  "incident.write": z.object({ replyId: z.number() }),
  "note.tell": z.object({ messageId: z.number() }),
  "team.summary": z.object({ day: z.string() }),
  "gate.prepare": z.object({ ticketId: z.number() }),
  "gate.leave": z.object({ ticketId: z.number() }),
  "gate.tell": z.object({ category: z.string() }),
  "ticket.outcome": z.object({ ticketId: z.number() }),
  "mail.send": z.object({ messageId: z.number() }),
  "mail.copy": z.object({ messageId: z.number() }),
  "mail.again": z.object({ mailId: z.number() }),
  "tickets.release": z.object({ byId: z.number() }),
  "code.mail": z.object({ codeId: z.number() }),
  "passing.told": z.object({ messageId: z.number() }),
  "passing.remind": z.object({ passingId: z.number(), turn: z.number() }),
  /** `after`: the last model when it was asked; another one since, and it is done. */
  "triage.learn": z.object({ after: z.number() }),
  /** `lessons`: the fingerprint of what prompts/ teaches now. */
  "triage.compare": z.object({ lessons: z.string() }),
  "entries.review": z.object({ ids: z.array(z.string()), day: z.string() }),
} as const

/** One job at a time for each key: a mail must not be sent by two copies at once, nor a model learnt. */
export const ONE_BY_KEY: JobName[] = ["mail.send", "triage.learn"]

export type JobName = keyof typeof JOBS

export const JOB_NAMES = Object.keys(JOBS).filter(isJobName)

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(JOBS, name)
}

export type Job<Name extends JobName> = z.infer<(typeof JOBS)[Name]>

export type Enqueue = <Name extends JobName>(
  name: Name,
  job: Job<Name>,
  /** `key`: no second one while a job of that key waits or runs (queues of `ONE_BY_KEY`). */
  options?: { startAfter?: Date; key?: string },
) => Promise<void>
