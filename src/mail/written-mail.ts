import { mailboxSettings, type Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import type { Mailbox } from "../ports.ts"
import type { Transaction } from "../store.ts"
import { senderName } from "../tickets/preview.ts"
import type { Message, Outgoing, Ticket } from "../tickets/ticket.ts"
import { htmlOf } from "./html.ts"
import type { OutgoingAttachment, OutgoingMail } from "./outgoing.ts"
import { subaddress } from "./thread.ts"

/** A message with all that its mail is made of. */
export type Written = {
  message: Message
  outgoing: Outgoing
  ticket: Ticket
  member: Member | null
  files: OutgoingAttachment[]
}

export async function readWritten(
  tx: Transaction,
  message: Message,
  outgoing: Outgoing,
): Promise<Written | null> {
  const ticket = await tx.ticket(message.ticketId)
  if (!ticket) return null
  const member = message.memberId ? await tx.member(message.memberId) : null
  return { message, outgoing, ticket, member, files: await tx.attachmentsToSend(message.id) }
}

/** The same message gives the same mail, however often it is asked. */
export function composeWritten(
  { settings }: Pick<Needs, "settings">,
  { message, outgoing, ticket, member, files }: Written,
): OutgoingMail {
  const mailbox = mailboxSettings(settings, ticket.mailbox)
  const address = (to: string) => ({
    name: to === ticket.requester.address ? ticket.requester.name : "",
    address: to,
  })
  const about = message.passingId
    ? ({ kind: "passing", id: message.passingId } as const)
    : ({ kind: "ticket", id: ticket.id } as const)
  const sub = mailbox.hasSubaddresses ? subaddress(settings.secret, about, mailbox.address) : null
  return {
    messageId: outgoing.messageId ?? "",
    date: outgoing.firstAttemptAt ?? outgoing.sendAt,
    from: {
      name: member ? senderName(member, mailbox) : `Assistance ${mailbox.label}`,
      address: mailbox.address,
    },
    replyTo: sub ? { name: `Assistance ${mailbox.label}`, address: sub } : null,
    to: outgoing.to.map(address),
    cc: outgoing.cc.map(address),
    subject: outgoing.subject,
    text: message.text,
    html: htmlOf(message.text),
    inReplyTo: outgoing.inReplyTo,
    references: outgoing.references,
    isAutomatic: outgoing.isAutomatic || outgoing.isByGate === true,
    attachments: files,
  }
}

/** Answers leave from the mailbox that received. */
export function mailboxOf({ mailboxes }: Pick<Needs, "mailboxes">, { mailbox }: Ticket): Mailbox {
  const found = mailboxes.find(({ name }) => name === mailbox) ?? mailboxes[0]
  if (!found) throw new Error("no mailbox is configured")
  return found
}
