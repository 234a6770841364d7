import type { Outgoing } from "./ticket.ts"

/** A mail that a member had leave, before anything was tried. `references`: those that it answers, the last one last. */
export function outgoing(
  mail: Pick<Outgoing, "to" | "cc" | "subject" | "closesTicket">,
  sendAt: Date,
  references: string[],
): Outgoing {
  const { to, cc, subject, closesTicket } = mail
  return {
    ...{ isAutomatic: false, closesTicket, messageId: null, to, cc, subject, sendAt },
    ...{ inReplyTo: references.at(-1) ?? null, references, delivery: "waiting" },
    ...{ attempts: 0, cutShort: 0, firstAttemptAt: null, lastError: null, sentAt: null },
  }
}
