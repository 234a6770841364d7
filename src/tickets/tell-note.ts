import { cutAtWord } from "../excerpt.ts"
import type { Needs } from "../needs.ts"
import { maskSecrets } from "../privacy/masking.ts"
import { french } from "./french.ts"
import type { Message, TicketId } from "./ticket.ts"

const MAX_SAID = 1_500
const DAY = 86_400_000
/** A chat that comes back is told the last notes, not a life of them. */
const MISSED = { days: 7, most: 10 }

type Uses = Pick<Needs, "store" | "team" | "clock">

/** The same line is said once in each thread. */
export function noteLine(messageId: number): string {
  return `note ${messageId}`
}

/** A note is read in the thread of its ticket on every chat, with who wrote it. */
export async function tellNote(needs: Uses, messageId: number): Promise<void> {
  const note = await needs.store.message(messageId)
  if (note?.kind === "note") await tell(needs, note)
}

/** What was noted while a chat was down, once its card is drawn again. */
export async function tellMissedNotes(needs: Uses, id: TicketId, chat: string): Promise<void> {
  const since = new Date(needs.clock().getTime() - MISSED.days * DAY)
  const missed = await needs.store.unsaidNotes(chat, { ticketId: id, since, most: MISSED.most })
  for (const messageId of missed) await tellNote(needs, messageId)
}

async function tell({ store, team }: Uses, { id, ticketId, memberId, text }: Message) {
  const author = memberId ? await store.member(memberId) : null
  const said = cutAtWord(maskSecrets(text), MAX_SAID)
  const line = french.noteSaid(author?.name ?? null, said, said === text)
  const { failed, busy } = await team.say(`ticket ${ticketId}`, line, noteLine(id))
  for (const chat of failed) await store.oweCard(chat, ticketId)
  if (busy.length > 0) throw new Error(`another copy tells note ${id} at this moment`)
}
