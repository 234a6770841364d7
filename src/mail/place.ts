import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { requesterOf } from "../people/requester.ts"
import type { Passing } from "../redirections/store.ts"
import type { Transaction } from "../store.ts"
import { followUp, type Ticket } from "../tickets/ticket.ts"
import { isThanksAlone } from "./courtesy.ts"
import type { ReadMail, Unreadable } from "./incoming.ts"
import { locateTicket } from "./locate.ts"
import { attachMembersMail } from "./members-mail.ts"
import { answeredPassing, passingNamedBy, quotedIn } from "./service-answer.ts"
import { isCanary, messagesNamedIn } from "./thread.ts"
import { bareSubject, textForTeam } from "./words.ts"

type Uses = Pick<Needs, "settings" | "clock">
type Kept = { id: number; mailbox: string; receivedAt: Date }

/** Every mail ends in exactly one state of the balance (promise 1). */
export async function placeMail(
  needs: Uses,
  tx: Transaction,
  kept: Kept,
  read: ReadMail | Unreadable,
): Promise<void> {
  if ("unreadable" in read) return park(tx, kept, `unreadable: ${read.unreadable}`)
  const from = read.mail.from?.address.toLowerCase() ?? ""
  if (needs.settings.mailboxes.some(({ address }) => address.toLowerCase() === from)) {
    return fromOurselves(needs, tx, kept, read)
  }
  const thread = await locateTicket(needs, tx, read.mail, kept.mailbox)
  if (read.understanding.automatic) {
    const ticket = thread.continues ?? (await ticketQuotedBy(needs, tx, read))
    return ticket
      ? attachAutomatic(needs, tx, kept, read, ticket)
      : park(tx, kept, `automatic: ${read.understanding.automatic}`)
  }
  const member = await tx.memberByAddress(from)
  // A member may have asked something for themselves: there they are the requester.
  const isTheirs = thread.continues?.requester.address === from
  if (member && !isTheirs) return fromMember(needs, tx, kept, read, member, thread.continues)
  if (thread.continues) {
    const passing = await answeredPassing(needs, tx, read.mail, thread.continues)
    return passing
      ? addServiceAnswer(needs, tx, kept, read, thread.continues, passing)
      : continueTicket(needs, tx, kept, read, thread.continues)
  }
  await openTicket(needs, tx, kept, read, thread.mayContinue)
}

async function fromOurselves(
  { settings, clock }: Uses,
  tx: Transaction,
  kept: Kept,
  { mail }: ReadMail,
): Promise<void> {
  if (!isCanary(settings.secret, mail.messageId)) return park(tx, kept, "from ourselves")
  await tx.noteCanaryHeard(kept.mailbox, clock())
  await tx.endMail(kept.id, { state: "routed", reason: "canary", isCanary: true })
}

/** Opens a ticket whatever the mail looks like: the team said *C’est une demande*. */
export async function openTicket(
  { clock }: Pick<Needs, "clock">,
  tx: Transaction,
  kept: Kept,
  { mail, understanding }: ReadMail,
  mayContinue: Ticket | null = null,
  memberId: number | null = null,
): Promise<Ticket> {
  const ticket = await tx.openTicket({
    mailbox: kept.mailbox,
    subject: bareSubject(mail.subject),
    // A member who passes a mail on is not the one who asks.
    requester: requesterOf(
      memberId && understanding.forwarded?.from ? understanding.forwarded.from : mail.from,
    ),
    openedAt: kept.receivedAt,
    mayContinue: mayContinue?.id ?? null,
  })
  await addIncoming(tx, kept, ticket, { mail, understanding })
  await tx.endMail(kept.id, { state: "ticket", ticketId: ticket.id })
  await tx.record({
    ticketId: ticket.id,
    memberId,
    at: clock(),
    what: "opened",
    detail: { mail: kept.id },
  })
  await tx.enqueue("ticket.triage", { ticketId: ticket.id })
  return ticket
}

/** `memberId`: who said that it is a request, when the mail had been put aside. */
export async function continueTicket(
  { clock }: Pick<Needs, "clock">,
  tx: Transaction,
  kept: Kept,
  read: ReadMail,
  ticket: Ticket,
  memberId: number | null = null,
): Promise<void> {
  const hasFiles = read.mail.attachments.some(({ isInline }) => !isInline)
  const isThanks =
    ticket.status === "closed" && !hasFiles && isThanksAlone(read.understanding.reply.written)
  await addIncoming(tx, kept, ticket, read)
  await tx.saveTicket(isThanks ? ticket : followUp(ticket, kept.receivedAt))
  await tx.endMail(kept.id, { state: "followup", ticketId: ticket.id })
  const what = isThanks ? "thanked" : "followed up"
  await tx.record({
    ticketId: ticket.id,
    memberId,
    at: clock(),
    what,
    detail: { mail: kept.id },
  })
  await tx.enqueue("ticket.announce", { ticketId: ticket.id })
}

/** Not the requester's voice: shown as the service's, and it is our turn. */
async function addServiceAnswer(
  { clock }: Pick<Needs, "clock">,
  tx: Transaction,
  kept: Kept,
  read: ReadMail,
  ticket: Ticket,
  passing: Passing,
): Promise<void> {
  await addIncoming(tx, kept, ticket, read, passing.id)
  await tx.savePassing({ ...passing, answeredAt: passing.answeredAt ?? kept.receivedAt })
  await tx.saveTicket(followUp(ticket, kept.receivedAt))
  await tx.endMail(kept.id, { state: "followup", ticketId: ticket.id })
  const line = { ticketId: ticket.id, memberId: null, at: clock(), what: "answered by a service" }
  await tx.record({ ...line, detail: { mail: kept.id, service: passing.name } })
  await tx.enqueue("ticket.announce", { ticketId: ticket.id })
}

/** A member's mail is never the requester's voice: a reply is the answer, a forward waits for *C’est une demande*. */
async function fromMember(
  needs: Uses,
  tx: Transaction,
  kept: Kept,
  read: ReadMail,
  member: Member,
  ticket: Ticket | null,
): Promise<void> {
  if (read.understanding.forwarded) return park(tx, kept, "forwarded by a member")
  if (!ticket) return park(tx, kept, "written by a member")
  await attachMembersMail(needs, tx, kept, read, ticket, member)
}

/** RFC 3834: kept with its ticket, never answered, and nothing changes but what the card shows. */
async function attachAutomatic(
  needs: Uses,
  tx: Transaction,
  kept: Kept,
  { mail }: ReadMail,
  ticket: Ticket,
): Promise<void> {
  const passing = await passingNamedBy(needs, tx, mail, ticket, quotedIn(mail))
  const end = { state: "followup", ticketId: ticket.id } as const
  await tx.endMail(kept.id, passing ? { ...end, passingId: passing.id } : end)
  await tx.enqueue("ticket.announce", { ticketId: ticket.id })
}

async function ticketQuotedBy(
  { settings }: Pick<Needs, "settings">,
  tx: Transaction,
  { mail }: ReadMail,
): Promise<Ticket | null> {
  const [messageId] = messagesNamedIn(settings.secret, quotedIn(mail))
  const message = messageId ? await tx.message(messageId) : null
  return message && tx.lockTicket(message.ticketId)
}

async function addIncoming(
  tx: Transaction,
  kept: Kept,
  ticket: Ticket,
  read: ReadMail,
  passingId: number | null = null,
): Promise<void> {
  await tx.addMessage({
    passingId,
    ticketId: ticket.id,
    kind: "incoming",
    memberId: null,
    mailId: kept.id,
    at: kept.receivedAt,
    text: textForTeam(read),
    key: null,
    outgoing: null,
  })
}

function park(tx: Transaction, kept: Kept, reason: string): Promise<void> {
  return tx.endMail(kept.id, { state: "parked", reason })
}
