import type { FaqPort, KnownEntry } from "../faq/found.ts"
import { theTraining } from "../faq/french.ts"
import { type MailText, mailText } from "../faq/mail-text.ts"
import { hasNoAnswer } from "../faq/proposal.ts"
import type { Source } from "../llm/draft-text.ts"
import { draftWords as words } from "./french-draft.ts"
import type { Message, Ticket } from "./ticket.ts"

/** Nothing is proposed to those whom a person alone answers. */
export function isPrefilled(ticket: Ticket, messages: Message[]): boolean {
  const { triage } = ticket
  return triage !== null && !triage.answer?.isDelicate && isFirstTurn(ticket, messages)
}

/** On a second message, a draft would say again what the first answer said. */
export function isFirstTurn({ status, mergedInto }: Ticket, messages: Message[]): boolean {
  return !mergedInto && status !== "closed" && turnsOf(messages).length <= 1
}

function turnsOf(messages: Message[]): Message[] {
  return messages.filter(
    ({ kind, outgoing }) =>
      kind !== "note" && !outgoing?.isAutomatic && outgoing?.delivery !== "cancelled",
  )
}

/** The cards that the ticket's card shows: their category is still the ticket's. */
export function proposedIds({ category, triage }: Ticket): string[] {
  const isStillOf = category === triage?.category && !hasNoAnswer(category)
  return isStillOf ? (triage?.answer?.ids ?? []) : []
}

/** What says which service it is for: what they wrote first. */
export function requestText({ subject, category }: Ticket, messages: Message[]) {
  const first = messages.find(({ kind }) => kind === "incoming")
  return { category, text: `${subject}\n${first?.text ?? ""}` }
}

/** Another service's: its text stands in the place of a card's. */
export function isRedirected({ category }: Ticket): boolean {
  return category === "hors-perimetre"
}

/** `card`: what of it is the card’s; "" when none is used. */
export type Prefill = { text: string; card: string }

/**
 * What stands between the greeting and the signature: the card's text, and one question for each missing item only.
 * While something is missing, a card that does not help without it waits, unless a person chose it. `drafted`: what a
 * model chose in the cards, in their place.
 */
export function prefill(
  ticket: Ticket,
  entry: KnownEntry | undefined,
  { isChosen = false, drafted = "" } = {},
): Prefill {
  if (!ticket.triage || hasNoAnswer(ticket.category)) return { text: "", card: "" }
  const asked = questionsFor(ticket)
  const card = entry && cardFor(ticket, entry)

  const isCardUsed = card !== undefined && (asked.length === 0 || isChosen || card.helpsAlone)
  const said = drafted || (isCardUsed ? card.text : "")
  const questions = asked.map((question) => `- ${question}`).join("\n")
  const count = asked.length
  const parts = [
    ...(said ? [said] : []),
    ...(count > 0 ? [said ? words.notEnough(count) : words.toHelp(count), questions] : []),
  ]
  const text = parts.length > 0 ? [words.thanks, ...parts].join("\n\n") : ""
  return { text, card: isCardUsed ? card.text : "" }
}

/** What a model may choose from: the cards proposed, if they help as things are. */
export function sourcesFor(ticket: Ticket, entry: FaqPort["entry"]): Source[] {
  return proposedIds(ticket).flatMap((id) => {
    const known = entry(id)
    const text = prefill(ticket, known).card
    return known && text ? [{ id, title: known.title, text }] : []
  })
}

/** What a draft is written for: their turn, what is missing, and the cards as they are. */
export function basisOf(ticket: Ticket, messages: Message[], sources: Source[]): string {
  const turns = turnsOf(messages).map(({ id }) => id)
  return JSON.stringify([ticket.category, questionsFor(ticket), turns, sources])
}

function cardFor(ticket: Ticket, entry: KnownEntry): MailText {
  const { training = "", isGeneral = false } = ticket.triage?.answer ?? {}
  const values = training ? { formation: theTraining(training) } : {}
  const asking = questionsFor(ticket).length > 0 ? "nothing" : isGeneral ? "all" : "write back"
  return mailText(entry, values, asking)
}

function questionsFor({ triage, category }: Ticket): string[] {
  if (!triage || category !== triage.category) return []
  const { training = "", isForAnother = false } = triage.answer ?? {}
  const unknown = triage.missing.filter((id) => id !== "formation" || training === "")
  return unknown.flatMap((id) => words.question(id, isForAnother))
}
