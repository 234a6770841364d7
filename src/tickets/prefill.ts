import type { KnownEntry } from "../faq/found.ts"
import { theTraining } from "../faq/french.ts"
import { mailText } from "../faq/mail-text.ts"
import { hasNoAnswer } from "../faq/proposal.ts"
import { draftWords as words } from "./french-draft.ts"
import type { Message, Ticket } from "./ticket.ts"

/** Nothing is proposed to those whom a person alone answers. */
export function isPrefilled(ticket: Ticket, messages: Message[]): boolean {
  const { triage } = ticket
  return triage !== null && !triage.answer?.isDelicate && isFirstTurn(ticket, messages)
}

/** On a second message, a draft would say again what the first answer said. */
export function isFirstTurn({ status, mergedInto }: Ticket, messages: Message[]): boolean {
  if (mergedInto || status === "closed") return false
  const turns = messages.filter(
    ({ kind, outgoing }) =>
      kind !== "note" && !outgoing?.isAutomatic && outgoing?.delivery !== "cancelled",
  )
  return turns.length <= 1
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
 * While something is missing, a card that does not help without it waits, unless a person chose it.
 */
export function prefill(
  ticket: Ticket,
  entry: KnownEntry | undefined,
  { isChosen = false } = {},
): Prefill {
  const { triage, category } = ticket
  if (!triage || hasNoAnswer(category)) return { text: "", card: "" }
  const { training = "", isGeneral = false, isForAnother = false } = triage.answer ?? {}
  const missing = category === triage.category ? triage.missing : []
  const unknown = missing.filter((id) => id !== "formation" || training === "")
  const asked = unknown.flatMap((id) => words.question(id, isForAnother))
  const values = training ? { formation: theTraining(training) } : {}
  const asking = asked.length > 0 ? "nothing" : isGeneral ? "all" : "write back"
  const card = entry && mailText(entry, values, asking)

  const isCardUsed = card !== undefined && (asked.length === 0 || isChosen || card.helpsAlone)
  const questions = asked.map((question) => `- ${question}`).join("\n")
  const count = asked.length
  const parts = [
    ...(isCardUsed ? [card.text] : []),
    ...(count > 0 ? [isCardUsed ? words.notEnough(count) : words.toHelp(count), questions] : []),
  ]
  const text = parts.length > 0 ? [words.thanks, ...parts].join("\n\n") : ""
  return { text, card: isCardUsed ? card.text : "" }
}
