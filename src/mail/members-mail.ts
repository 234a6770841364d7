import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import type { Transaction } from "../store.ts"
import { answered, type Outgoing, type Ticket, take } from "../tickets/ticket.ts"
import type { ReadMail } from "./incoming.ts"
import type { MailId } from "./store.ts"
import { textForTeam } from "./words.ts"

type Kept = { id: MailId; receivedAt: Date }

/**
 * A member wrote about a ticket from their own mail program. To the requester, it is the answer and counts as one; to
 * anybody else it is a note. Never is it the requester's voice.
 */
export async function attachMembersMail(
  { clock }: Pick<Needs, "clock">,
  tx: Transaction,
  kept: Kept,
  read: ReadMail,
  ticket: Ticket,
  member: Member | null,
): Promise<void> {
  const { to, cc } = read.mail
  const isAnswer = [...to, ...cc].some(
    ({ address }) => address.toLowerCase() === ticket.requester.address,
  )
  const wroteSince = (await tx.messages(ticket.id)).some(
    ({ kind, at }) => kind === "incoming" && at > kept.receivedAt,
  )
  await tx.addMessage({
    ...{ ticketId: ticket.id, kind: isAnswer ? "outgoing" : "note", memberId: member?.id ?? null },
    ...{ mailId: kept.id, at: kept.receivedAt, text: textForTeam(read), key: null },
    outgoing: isAnswer ? sentElsewhere(read, kept.receivedAt) : null,
  })
  const taken = member && !ticket.assigneeId ? take(ticket, member.id) : ticket
  await tx.saveTicket(
    isAnswer ? answered(taken, kept.receivedAt, { closes: false, wroteSince }) : ticket,
  )
  await tx.endMail(kept.id, { state: "followup", ticketId: ticket.id })
  await tx.record({
    ...{ ticketId: ticket.id, memberId: member?.id ?? null, at: clock() },
    ...{ what: isAnswer ? "answered elsewhere" : "noted", detail: { mail: kept.id } },
  })
  if (isAnswer) await tx.enqueue("ticket.outcome", { ticketId: ticket.id })
  await tx.enqueue("ticket.announce", { ticketId: ticket.id })
}

function sentElsewhere({ mail }: ReadMail, at: Date): Outgoing {
  return {
    ...{ isAutomatic: false, closesTicket: false, messageId: null, subject: mail.subject },
    ...{ to: addresses(mail.to), cc: addresses(mail.cc), sendAt: at, sentAt: at },
    ...{ inReplyTo: null, references: [], delivery: "sent", attempts: 0, cutShort: 0 },
    ...{ firstAttemptAt: null, lastError: null },
  }
}

function addresses(list: { address: string }[]): string[] {
  return list.map(({ address }) => address.toLowerCase())
}
