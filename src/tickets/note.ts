import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { changeTicket } from "./change.ts"
import { french } from "./french.ts"
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
  /** The chat's own key of what was written, when it came by its thread. */
  key: string | null = null,
): Promise<Answer> {
  const text = (values.text ?? "").trim()
  if (!text) throw new UserError(french.emptyNote)
  if (text.length > MAX_NOTE) throw new UserError(french.tooLong(MAX_NOTE))
  await changeTicket(needs, id, member, async (ticket, tx) => {
    const last = (await tx.messages(id)).at(-1)
    const isThere = last?.kind === "note" && last.memberId === member.id && last.text === text
    if (isThere) return null
    const turn = { ticketId: id, kind: "note", memberId: member.id, mailId: null } as const
    await tx.addMessage({ ...turn, at: needs.clock(), text, key, outgoing: null })
    return { ticket, what: "noted" }
  })
  return { kind: "done", text: french.noted(id) }
}
