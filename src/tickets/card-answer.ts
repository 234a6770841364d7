import { dayOf } from "../calendar/working-days.ts"
import type { Button, Field } from "../card.ts"
import { readButton } from "../faq/french-entries.ts"
import type { TicketView } from "./card.ts"
import { french } from "./french.ts"
import { answerWords } from "./french-answer.ts"
import { isFirstTurn } from "./prefill.ts"

type Answering = Pick<TicketView, "ticket" | "answers" | "messages">

/** What the bot proposes to answer, and why; titles to choose from; or why it proposes nothing. */
export function answerFields({ ticket, answers, messages }: Answering, now: Date): Field[] {
  const proposed = ticket.triage?.answer
  const [first] = answers
  if (proposed?.isDelicate && isFirstTurn(ticket, messages)) {
    return [{ label: french.fields.answer, text: answerWords.none(proposed.because) }]
  }
  if (!first || !proposed) return []
  const today = dayOf(now).toString()
  return proposed.isSure
    ? [{ label: french.fields.answer, text: answerWords.answer(first, proposed.because, today) }]
    : [{ label: french.fields.choices, text: answerWords.choices(answers, today) }]
}

/**
 * When it is sure of one, *Répondre* holds it already; who reads it there may validate it. Where a model may have chosen
 * some of its sentences only, the whole card is a click away.
 */
export function answerButtons({
  ticket,
  answers,
  hasLlm,
}: Pick<TicketView, "ticket" | "answers" | "hasLlm">): Button[] {
  const [first] = answers
  if (ticket.triage?.answer?.isSure) {
    return [
      ...(first && hasLlm ? [french.answerButton(1, ticket.id, first.id)] : []),
      ...(first && !first.isValidated ? [readButton(first.id)] : []),
    ]
  }
  return answers.map(({ id }, n) => french.answerButton(n + 1, ticket.id, id))
}

/** An answer of the team left: it may serve others. */
export function proposeButtons({
  ticket,
  messages,
}: Pick<TicketView, "ticket" | "messages">): Button[] {
  const isAnswered = messages.some(
    ({ outgoing, passingId }) =>
      outgoing?.delivery === "sent" && !outgoing.isAutomatic && !outgoing.isByGate && !passingId,
  )
  return isAnswered ? [french.proposeButton(ticket.id)] : []
}
