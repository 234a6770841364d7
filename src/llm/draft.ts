import type { Needs } from "../needs.ts"
import type { Hiding } from "../privacy/personal-data.ts"
import { basisOf, isPrefilled, sourcesFor } from "../tickets/prefill.ts"
import type { Message, Ticket, TicketId } from "../tickets/ticket.ts"
import { DraftShape, draftFrom, readable, type Source } from "./draft-text.ts"
import type { Verdict } from "./llm.ts"
import { hidingFor } from "./people.ts"

const LONGEST = 4_000

type Uses = Pick<Needs, "store" | "clock" | "faq" | "llm" | "settings">
type Asked = { ticket: Ticket; messages: Message[]; sources: Source[]; basis: string }

/**
 * Asks a model which sentences of the proposed cards answer the request. Nobody waits for it: until it comes, and if it
 * never does, the form shows the card.
 */
export async function draftAnswer(needs: Uses, ticketId: TicketId): Promise<void> {
  const { store, llm } = needs
  const asked = llm && (await readFor(needs, store, ticketId))
  if (!asked || (await store.llmDraft(ticketId))?.basis === asked.basis) return
  const cards = asked.sources.map(({ title, text }) => `${title} ${text}`).join(" ")
  const training = trainingOf(asked.ticket)
  const ours = training ? cards.replaceAll(training, " ") : cards
  const hiding = await hidingFor(needs, asked.ticket, ours)
  const question = { material: materialOf(asked, hiding), shape: DraftShape }
  await llm.ask({ task: "draft", ticketId }, question, async ({ phrases }) => {
    const whole = phrases.map(({ fiche, citation }) => ({
      ...{ fiche, citation: hiding.putBack(citation) ?? "" },
    }))
    const drafted = draftFrom({ phrases: whole }, asked.sources)
    if (!drafted) return { outcome: "unknown source" }
    if (drafted.text === "") return { outcome: "nothing" }
    return keep(needs, asked, drafted)
  })
}

/** Null: nothing is to be written for it. */
async function readFor(
  { faq }: Pick<Uses, "faq">,
  store: Pick<Needs["store"], "ticket" | "messages">,
  ticketId: TicketId,
): Promise<Asked | null> {
  const ticket = await store.ticket(ticketId)
  if (!ticket) return null
  const messages = await store.messages(ticketId)
  const sources = isPrefilled(ticket, messages) ? sourcesFor(ticket, faq.entry) : []
  if (sources.length === 0) return null
  return { ticket, messages, sources, basis: basisOf(ticket, messages, sources) }
}

function materialOf({ ticket, messages, sources }: Asked, { hide }: Hiding): string {
  const training = trainingOf(ticket)
  const hidden = (text: string) => (training ? text.replaceAll(training, hide(training)) : text)
  const [first] = messages.filter(({ kind }) => kind === "incoming")
  return JSON.stringify({
    demande: {
      objet: hide(ticket.subject),
      message: hide((first?.text ?? "").slice(0, LONGEST)),
    },
    fiches: sources.map((source) => ({
      ...{ id: source.id, titre: source.title, texte: hidden(readable(source)) },
    })),
  })
}

async function keep(
  needs: Uses,
  asked: Asked,
  drafted: { text: string; entryIds: string[] },
): Promise<Verdict<true>> {
  return needs.store.transaction(async (tx) => {
    await tx.lockTicket(asked.ticket.id)
    const now = await readFor(needs, tx, asked.ticket.id)
    if (now?.basis !== asked.basis) return { outcome: "changed meanwhile" }
    const { basis, ticket } = asked
    await tx.keepLlmDraft({ ...drafted, ticketId: ticket.id, basis, at: needs.clock() })
    return { outcome: "used", kept: true }
  })
}

/** The one thing in a card that they wrote; "" when they wrote none. */
function trainingOf({ triage }: Ticket): string {
  return triage?.answer?.training ?? ""
}
