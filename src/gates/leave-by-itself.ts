import { referencesOf } from "../mail/references.ts"
import { messageIdFor } from "../mail/thread.ts"
import { mailboxSettings } from "../needs.ts"
import { domainOf } from "../people/requester.ts"
import type { Transaction } from "../store.ts"
import { outgoing } from "../tickets/outgoing.ts"
import type { Ticket, TicketId } from "../tickets/ticket.ts"
import type { AutomaticAnswer } from "./automatic-answer.ts"
import { gateWords } from "./french.ts"
import { type Locked, lockWithGate, mailToLeave, type Uses } from "./may-leave.ts"

/** Later than that, the bot was stopped: nobody could stop what it had prepared. */
const LATE = 10 * 60_000

/**
 * The time to stop it is over. All that allowed it is looked at again: it leaves only if nobody did anything to the
 * request, if the same text would be prepared now, and if the gate is still open.
 */
export async function leaveByItself(needs: Uses, ticketId: TicketId): Promise<void> {
  const { store, clock } = needs
  await store.transaction(async (tx) => {
    const locked = await lockWithGate(tx, ticketId)
    const answer = await tx.automaticAnswer(ticketId)
    const now = clock()
    if (!locked || answer?.state !== "waiting" || answer.leavesAt > now) return
    const because = await whyNot(needs, tx, locked, answer)
    if (because === null) await leave(needs, tx, locked.ticket, answer)
    else {
      const line = { ticketId, memberId: null, at: now, what: "automatic answer dropped" }
      await tx.record({ ...line, detail: { because } })
    }
    await tx.endAutomaticAnswer(ticketId, because === null ? "left" : "dropped")
    await tx.enqueue("ticket.announce", { ticketId })
  })
}

async function whyNot(
  needs: Uses,
  tx: Transaction,
  locked: Locked,
  answer: AutomaticAnswer,
): Promise<string | null> {
  const { person } = gateWords
  if (locked.ticket.version !== answer.version) return person.changed
  if (needs.clock().getTime() - answer.leavesAt.getTime() > LATE) return person.late
  const { mail, because } = await mailToLeave(needs, tx, locked)
  if (!mail) return because
  return mail.text === answer.text && mail.subject === answer.subject ? null : person.cardChanged
}

/** An answer as another, that no member wrote. */
async function leave(
  { settings, clock }: Uses,
  tx: Transaction,
  ticket: Ticket,
  { subject, text, entryId }: AutomaticAnswer,
): Promise<void> {
  const at = clock()
  const { id: ticketId, requester } = ticket
  const mail = { to: [requester.address], cc: [], subject, closesTicket: false }
  const message = await tx.addMessage({
    ...{ ticketId, kind: "outgoing", memberId: null, mailId: null, at, text },
    key: `automatic answer to ${ticketId}`,
    outgoing: {
      ...outgoing(mail, at, referencesOf(await tx.mailsOfTicket(ticketId))),
      isByGate: true,
    },
  })
  if (!message?.outgoing) return
  const { address } = mailboxSettings(settings, ticket.mailbox)
  const messageId = messageIdFor(settings.secret, message.id, domainOf(address))
  await tx.saveOutgoing(message.id, { ...message.outgoing, messageId })
  const line = { ticketId, memberId: null, at, what: "answered automatically" }
  await tx.record({ ...line, detail: { message: message.id, card: entryId } })
  await tx.enqueue("mail.send", { messageId: message.id }, { key: `${message.id}` })
}
