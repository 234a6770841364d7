import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { isAddress } from "../people/requester.ts"
import { changeTicket } from "./change.ts"
import { french } from "./french.ts"
import type { TicketId } from "./ticket.ts"

type Uses = Pick<Needs, "store" | "clock">

/** Proposes the first author when the mail was passed on. */
export async function askRequester({ store }: Uses, id: TicketId): Promise<Answer> {
  const ticket = await store.ticket(id)
  if (!ticket) throw new UserError(french.noSuchTicket(id))
  const [first] = await store.mailsOfTicket(id)
  const original = first?.forwarded?.from
  return { kind: "form", form: french.requesterForm(ticket, original ?? ticket.requester) }
}

/** Only a person changes who asks: no mail ever does. */
export async function correctRequester(
  needs: Uses,
  id: TicketId,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  const address = (values.address ?? "").trim().toLowerCase()
  const name = (values.name ?? "").replace(/\s+/g, " ").trim()
  if (!isAddress(address)) throw new UserError(french.notAnAddress(address))
  await changeTicket(needs, id, member, (ticket) => ({
    ticket: { ...ticket, requester: { name, address } },
    what: "requester corrected",
  }))
  return { kind: "done", text: french.requesterCorrected(id) }
}
