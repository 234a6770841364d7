import type { Answer, Form } from "../card.ts"
import type { LlmDraft } from "../llm/store.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { likeliest, redirectionText } from "../redirections/office.ts"
import { refuseReaders } from "./change.ts"
import { french } from "./french.ts"
import { draftWords } from "./french-draft.ts"
import {
  basisOf,
  isPrefilled,
  isRedirected,
  type Prefill,
  prefill,
  proposedIds,
  requestText,
  sourcesFor,
} from "./prefill.ts"
import { fillFor, newDraft, seenBy } from "./reply.ts"
import type { Message, Ticket, TicketId } from "./ticket.ts"

const NOTHING: Prefill = { text: "", card: "" }

type Uses = Pick<
  Needs,
  "store" | "clock" | "settings" | "templates" | "faq" | "redirections" | "llm"
>

/** *Répondre*: the form, with greeting and signature, and what the bot proposes to say when it is sure of a card. */
export async function askReply(needs: Uses, id: TicketId, member: Member): Promise<Answer> {
  return replyWith(needs, id, member, null)
}

/** *Répondre avec la fiche 2*: the same, with a card that the person chose. `about`: « 12-mot-de-passe-oublie ». */
export async function askReplyWith(needs: Uses, about: string, member: Member): Promise<Answer> {
  const [, id, chosen = ""] = /^(\d{1,9})-(.+)$/.exec(about) ?? []
  return replyWith(needs, Number(id ?? 0), member, chosen)
}

async function replyWith(
  needs: Uses,
  id: TicketId,
  member: Member,
  chosen: string | null,
): Promise<Answer> {
  await refuseReaders(needs, member, id)
  const { ticket, recipients, messages, lastMessageId } = await seenBy(needs, id)
  const sure = ticket.triage?.answer?.isSure ? proposedIds(ticket)[0] : undefined
  const isChosen = chosen !== null
  const entry = needs.faq.entry(chosen ?? sure ?? "")
  // A person who chose a card wants it, whatever happened since.
  const isProposed = isChosen || isPrefilled(ticket, messages)
  const drafted = isProposed && !isChosen ? await llmDraft(needs, ticket, messages) : null
  const proposed = isRedirected(ticket)
    ? await redirection(needs, ticket, messages)
    : prefill(ticket, entry, { isChosen, drafted: drafted?.text })
  const { text, card } = isProposed ? proposed : NOTHING
  const draft = {
    ...newDraft(ticket, member, lastMessageId),
    ...fillFor(needs, "reply", ticket, member, { reponse: text }),
  }
  const hint = entry && card ? draftWords.fromCard(entry) : ""
  const form = french.replyForm(draft, recipients, [], [], hint)
  return { kind: "form", form: drafted ? await fromModel(needs, form, drafted) : form }
}

/** Where it comes from is said above it, and beside it. */
async function fromModel(
  { store, clock, faq }: Pick<Uses, "store" | "clock" | "faq">,
  form: Form,
  { ticketId, entryIds, text }: LlmDraft,
): Promise<Form> {
  await store.noteDraftShown(ticketId, clock())
  const titles = entryIds.flatMap((id) => faq.entry(id)?.title ?? [])
  return {
    ...form,
    intro: draftWords.byModel,
    inputs: form.inputs.map((input) =>
      input.name === "text" ? { ...input, hint: draftWords.fromModel(titles, text) } : input,
    ),
  }
}

/** What a model wrote for the ticket as it is now, from cards as they are now. */
async function llmDraft(
  { store, faq, llm }: Pick<Uses, "store" | "faq" | "llm">,
  ticket: Ticket,
  messages: Message[],
): Promise<LlmDraft | null> {
  const drafted = llm && (await store.llmDraft(ticket.id))
  if (!drafted) return null
  return drafted.basis === basisOf(ticket, messages, sourcesFor(ticket, faq.entry)) ? drafted : null
}

/** The text of the likeliest service; nothing when the team uses none. */
async function redirection(
  { store, redirections }: Uses,
  ticket: Ticket,
  messages: Message[],
): Promise<Prefill> {
  const about = requestText(ticket, messages)
  const offices = (await store.offices()).filter(({ categories }) =>
    categories.some((category) => category === ticket.category),
  )
  const [first] = likeliest(offices, redirections, about)
  return first ? { text: redirectionText(first.office, redirections), card: "" } : NOTHING
}
