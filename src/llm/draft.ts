import type { Needs } from "../needs.ts"
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
  const material = await materialOf(needs, asked)
  const question = { material, shape: DraftShape }
  await llm.ask({ task: "draft", ticketId }, question, async (answer) => {
    const drafted = draftFrom(answer, asked.sources)
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

async function materialOf(needs: Uses, asked: Asked): Promise<string> {
  const { ticket, messages, sources } = asked
  const ours = sources.map(({ title, text }) => `${title} ${text}`).join(" ")
  const hiding = await hidingFor(needs, ticket, ours)
  const [first] = messages.filter(({ kind }) => kind === "incoming")
  return JSON.stringify({
    demande: {
      objet: hiding.hide(ticket.subject),
      message: hiding.hide((first?.text ?? "").slice(0, LONGEST)),
    },
    fiches: sources.map((source) => ({
      ...{ id: source.id, titre: source.title, texte: readable(source) },
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
