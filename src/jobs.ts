import { z } from "zod"

/** Every job and its payload, parsed again where the job is worked. A job may run twice. */
export const JOBS = {
  "ticket.triage": z.object({ ticketId: z.number() }),
  "ticket.acknowledge": z.object({ ticketId: z.number() }),
  "ticket.announce": z.object({ ticketId: z.number() }),
  "mail.send": z.object({ messageId: z.number() }),
  "mail.again": z.object({ mailId: z.number() }),
} as const

export type JobName = keyof typeof JOBS
export type Job<Name extends JobName> = z.infer<(typeof JOBS)[Name]>

export type Enqueue = <Name extends JobName>(
  name: Name,
  job: Job<Name>,
  options?: { startAfter?: Date },
) => Promise<void>
