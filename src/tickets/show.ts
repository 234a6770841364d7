import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import { viewOf } from "./announce.ts"
import { ticketCard } from "./card.ts"
import { french } from "./french.ts"
import type { TicketId } from "./ticket.ts"

type Uses = Pick<Needs, "store" | "settings" | "lexicon" | "faq" | "clock" | "redirections" | "llm">

/** *Voir la demande*: the whole card, to that person alone. */
export async function showTicket(needs: Uses, id: TicketId): Promise<Answer> {
  const drawing = await needs.store.drawing(id)
  if (!drawing) throw new UserError(french.noSuchTicket(id))
  return { kind: "whisper", card: ticketCard(viewOf(needs, drawing), needs.clock()) }
}

/** « demande 123 », « demande #123 » */
export async function showNumbered(needs: Uses, argument: string): Promise<Answer> {
  const [, number] = /^#?\s*(\d{1,9})$/.exec(argument.trim()) ?? []
  if (!number) throw new UserError(french.sayNumber)
  return showTicket(needs, Number(number))
}
