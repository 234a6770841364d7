import type { KnownEntry } from "../faq/found.ts"
import { withoutQuestion } from "../tickets/closing-question.ts"
import { prefill } from "../tickets/prefill.ts"
import type { Ticket, TicketId } from "../tickets/ticket.ts"
import { compareFacts } from "./facts.ts"

/** What the bot would have answered, beside what the team did. One for each ticket. */
export type Outcome = {
  ticketId: TicketId
  at: Date
  /** As the bot sorted it. */
  category: string
  /** The answer card that the bot was sure of. */
  entryId: string | null
  /** none: it was sure of no card; stopped: a member kept its answer from leaving. */
  what: "same" | "edited" | "other" | "none" | "stopped"
  /** It would have left by itself, had the gate of its category been open. */
  isEligible: boolean
  /** What the card says and the answer does not. */
  lacks: string[]
}

/** What the bot would have answered. `text`: between the greeting and the signature; `card`: what of it is the card’s. */
export type OwnAnswer = { entry: KnownEntry; text: string; card: string }

/** Null: it was sure of no card, or would first have asked for what is missing. */
export function ownAnswer(
  ticket: Ticket,
  entryOf: (id: string) => KnownEntry | undefined,
): OwnAnswer | null {
  const { triage } = ticket
  const [id = ""] = triage?.answer?.isSure ? triage.answer.ids : []
  const entry = entryOf(id)
  if (!triage || !entry) return null
  // A person may have said another category since.
  const { text, card } = prefill({ ...ticket, category: triage.category }, entry)
  return card ? { entry, text, card } : null
}

/** `answer`: what the team sent; null: it closed the request without a word. */
export function outcomeOf(own: OwnAnswer | null, answer: string | null) {
  if (!own) return { entryId: null, what: "none" as const, lacks: [] }
  const compared =
    answer === null
      ? { what: "other" as const, lacks: [] }
      : compareFacts(own.card, withoutQuestion(answer))
  return { entryId: own.entry.id, ...compared }
}
