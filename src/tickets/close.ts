import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { changeTicket } from "./change.ts"
import { french } from "./french.ts"
import { tellNews } from "./news.ts"
import { previewClosing } from "./reply.ts"
import { newsSince } from "./since.ts"
import { close, reopen, type TicketId } from "./ticket.ts"

type Uses = Pick<Needs, "store" | "clock" | "settings" | "templates">

export async function askHowToClose({ store }: Uses, id: TicketId): Promise<Answer> {
  const ticket = await store.ticket(id)
  if (!ticket) throw new UserError(french.noSuchTicket(id))
  const lastMessageId = (await store.messages(id)).at(-1)?.id ?? 0
  return { kind: "form", form: french.closeForm(ticket, lastMessageId) }
}

/**
 * Closes in silence, or shows the closing mail first: no mail leaves without its preview (promise 2). `version` is the
 * last message that the member had seen: what they wrote since must not disappear in a closed request.
 */
export async function closeTicket(
  needs: Uses,
  { id, version }: { id: TicketId; version: number },
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  if (values.how === "mail") return previewClosing(needs, id, member)
  return closeSilently(needs, id, member, version)
}

/** `lastSeen`: 0 when nobody can say what they had seen. */
export async function closeSilently(
  needs: Pick<Uses, "store" | "clock">,
  id: TicketId,
  member: Member,
  lastSeen = 0,
): Promise<Answer> {
  await changeTicket(needs, id, member, async (ticket, tx) => {
    if (ticket.status === "closed") return null
    const news = lastSeen > 0 ? newsSince(await tx.messages(id), lastSeen) : []
    if (news.length > 0) throw new UserError(french.notClosed(await tellNews(tx, news, false)))
    await tx.enqueue("ticket.outcome", { ticketId: id })
    return { ticket: close(ticket, needs.clock()), what: "closed" }
  })
  return { kind: "done", text: french.closed(id), undo: french.reopenButton(id) }
}

export async function reopenTicket(needs: Uses, id: TicketId, member: Member): Promise<Answer> {
  await changeTicket(needs, id, member, (ticket) => {
    if (ticket.mergedInto) throw new UserError(french.mergedAlready(id, ticket.mergedInto))
    return ticket.status === "closed"
      ? { ticket: reopen(ticket, needs.clock()), what: "reopened" }
      : null
  })
  return { kind: "done", text: french.reopened(id) }
}
