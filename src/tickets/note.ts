import type { Answer } from "../card.ts"
import { SAID } from "../chats/line.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { changeTicket } from "./change.ts"
import { french } from "./french.ts"
import { noteLine } from "./tell-note.ts"
import type { TicketId } from "./ticket.ts"

export const MAX_NOTE = 20_000

export function askNote(id: TicketId): Answer {
  return { kind: "form", form: french.noteForm(id) }
}

/** A note is for the team: it never leaves (promise 2). */
export async function addNote(
  needs: Pick<Needs, "store" | "clock">,
  id: TicketId,
  values: Record<string, string>,
  member: Member,
  /** When it was written in the thread of the ticket's card, and where that thread shows it already. */
  said: { key: string; there: { chat: string; place: string } | null } | null = null,
): Promise<Answer> {
  const text = (values.text ?? "").trim()
  if (!text) throw new UserError(french.emptyNote)
  if (text.length > MAX_NOTE) throw new UserError(french.tooLong(MAX_NOTE))
  await changeTicket(needs, id, member, async (ticket, tx) => {
    const last = (await tx.messages(id)).at(-1)
    const isThere = last?.kind === "note" && last.memberId === member.id && last.text === text
    if (isThere) return null
    const turn = { ticketId: id, kind: "note", memberId: member.id, mailId: null } as const
    const kept = { ...turn, at: needs.clock(), text, key: said?.key ?? null, outgoing: null }
    const message = await tx.addMessage(kept)
    if (!message) return null
    if (said?.there) {
      const line = { ...said.there, key: noteLine(message.id), ref: SAID, ticketId: null }
      await tx.savePosting(line)
    }
    await tx.enqueue("note.tell", { messageId: message.id })
    return { ticket, what: "noted" }
  })
  return { kind: "done", text: french.noted(id) }
}
