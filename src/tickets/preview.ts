import { actionString } from "../actions.ts"
import type { Card } from "../card.ts"
import { marksLeft } from "../faq/entry.ts"
import type { MailboxSettings } from "../needs.ts"
import type { Member } from "../people/member.ts"
import type { Passing } from "../redirections/store.ts"
import type { KeptFile } from "./file-store.ts"
import { french } from "./french.ts"
import type { Draft } from "./message-store.ts"
import type { Ticket } from "./ticket.ts"

/** The mail as it will leave (promise 2): From, To, Cc, subject, body. */
export function previewCard(
  draft: Draft,
  mailbox: MailboxSettings,
  member: Member,
  ticket: Ticket,
  files: KeptFile[] = [],
  /** To another service, and what the requester is told then. */
  passing: Pick<Passing, "toRequester"> | null = null,
): Card {
  // A card's sentence that nobody confirmed must not leave by accident.
  const marks = marksLeft(`${draft.subject}\n${draft.text}`)
  const others = draft.to.filter((address) => address !== ticket.requester.address)
  return {
    fallback: french.preview.title,
    title: french.preview.title,
    ticket: draft.ticketId,
    tone: marks.length > 0 ? "warning" : "info",
    badges: [
      ...(marks.length > 0 ? [{ text: french.preview.toValidate, tone: "warning" as const }] : []),
      ...(draft.closesTicket ? [{ text: french.preview.closes, tone: "info" as const }] : []),
      ...(passing ? [{ text: french.passing.forService, tone: "info" as const }] : []),
      ...(others.length > 0 && !passing
        ? [{ text: french.preview.notRequester, tone: "warning" as const }]
        : []),
    ],
    fields: [
      ...(marks.length > 0
        ? [{ label: french.preview.marks, text: french.preview.marksLeft(marks) }]
        : []),
      { label: french.preview.from, text: `${senderName(member, mailbox)} <${mailbox.address}>` },
      { label: french.preview.to, text: draft.to.join(", ") },
      { label: french.preview.cc, text: draft.cc.join(", ") || french.preview.nobody },
      { label: french.preview.subject, text: draft.subject },
      ...(files.length > 0
        ? [{ label: french.fields.attachments, text: french.attached(files, files.length) }]
        : []),
    ],
    sections: [
      { heading: french.preview.text, text: draft.text },
      ...(passing?.toRequester
        ? [{ heading: french.passing.toRequester, text: passing.toRequester }]
        : []),
    ],
    buttons: [
      ...(marks.length > 0
        ? []
        : [
            {
              ...{ label: french.preview.send, style: "primary" as const },
              action: actionString("reply.send", draft.id),
            },
          ]),
      {
        label: french.preview.edit,
        action: actionString("reply.edit", draft.id),
        style: "secondary",
      },
    ],
  }
}

/** Signed by a named person (Services Publics+), from the team's address. */
export function senderName(member: Pick<Member, "name">, mailbox: MailboxSettings): string {
  return `${member.name} – Assistance ${mailbox.label}`
}
