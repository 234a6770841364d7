import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { isAddress, requesterOf } from "../people/requester.ts"
import { refuseReaders } from "./change.ts"
import { french } from "./french.ts"
import { isHow } from "./french-open.ts"

const MAX_SUBJECT = 200
const MAX_TEXT = 20_000

type Uses = Pick<Needs, "store" | "clock" | "settings">

/** « ouvrir », and a message of a chat: the form, which holds what they said. */
export async function askToOpen(
  needs: Uses,
  member: Member,
  text = "",
  how: "telephone" | "chat" = "telephone",
): Promise<Answer> {
  await refuseReaders(needs, member, 0)
  return { kind: "form", form: french.open.form(text.slice(0, MAX_TEXT), how) }
}

/** On behalf of somebody who called, or wrote in a chat. Nothing is sent to them unless it is asked. */
export async function openForSomebody(
  needs: Uses,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  await refuseReaders(needs, member, 0)
  const { requester, subject, text, how } = typed(values)
  const mailbox = needs.settings.mailboxes[0]?.name
  if (!mailbox) throw new UserError(french.open.noMailbox)
  const isAcknowledged = (values.acknowledge ?? "") !== ""
  const now = needs.clock()

  const id = await needs.store.transaction(async (tx) => {
    const opened = { mailbox, subject, requester, openedAt: now, mayContinue: null }
    const { id: ticketId } = await tx.openTicket(opened)
    const message = await tx.addMessage({
      ...{ ticketId, kind: "incoming", memberId: member.id, mailId: null, at: now, text },
      ...{ key: values.key ?? null, outgoing: null },
    })
    // The same form came twice: the second ticket is not kept.
    if (!message) throw new UserError(french.open.alreadyOpen)
    await tx.record({ ticketId, memberId: member.id, at: now, what: "opened", detail: { how } })
    await tx.enqueue("ticket.triage", { ticketId })
    if (isAcknowledged) await tx.enqueue("ticket.acknowledge", { ticketId, isAsked: true })
    return ticketId
  })
  return { kind: "done", text: french.open.opened(id, isAcknowledged) }
}

function typed(values: Record<string, string>) {
  const address = (values.address ?? "").trim().toLowerCase()
  const subject = (values.subject ?? "").replace(/\s+/g, " ").trim()
  const text = (values.text ?? "").replace(/\r\n/g, "\n").trim()
  if (!isAddress(address)) throw new UserError(french.notAnAddress(address))
  if (!subject) throw new UserError(french.open.emptySubject)
  if (!text) throw new UserError(french.open.emptyText)
  if (subject.length > MAX_SUBJECT) throw new UserError(french.tooLong(MAX_SUBJECT))
  if (text.length > MAX_TEXT) throw new UserError(french.tooLong(MAX_TEXT))
  const ways = (values.how ?? "").split("\n").filter(isHow)
  const how = ways.map((way) => french.open.how[way]).join(", ") || french.open.otherwise
  return {
    requester: requesterOf({ name: (values.name ?? "").trim(), address }),
    subject,
    text,
    how,
  }
}
