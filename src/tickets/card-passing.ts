import type { Field } from "../card.ts"
import { likeliest } from "../redirections/office.ts"
import type { TicketView } from "./card.ts"
import { french } from "./french.ts"
import { isFirstTurn, isRedirected, requestText } from "./prefill.ts"
import type { Message } from "./ticket.ts"

type Passed = Pick<
  TicketView,
  "ticket" | "messages" | "passings" | "unreachedServices" | "offices" | "redirections"
>

/** To whom it was passed on, and whether they answered; or which service it looks like. */
export function passingFields(view: Passed): Field[] {
  const { ticket, messages, passings, unreachedServices, offices, redirections } = view
  const { passedTo, field, passed, leaves, likely, perhaps } = french.passing
  const told = passings.flatMap((passing) => {
    if (passing.passedAt) return [passed(passing, unreachedServices.includes(passing.id))]
    return isLeaving(messages, passing.id) ? [leaves(passing)] : []
  })
  if (told.length > 0) return [{ label: passedTo, text: told.join("\n") }]
  if (!isFirstTurn(ticket, messages)) return []
  const [first] = likeliest(offices, redirections, requestText(ticket, messages))
  if (!first) return []
  if (isRedirected(ticket)) return [{ label: field, text: likely(first) }]
  return first.words.length > 0 ? [{ label: field, text: perhaps(first) }] : []
}

/** Nobody is expected to answer but the service. */
export function waitsForService({ ticket, passings }: Passed): boolean {
  const isPending = ticket.status === "pending" && !ticket.snoozedUntil
  return isPending && passings.some(({ passedAt, answeredAt }) => passedAt && !answeredAt)
}

function isLeaving(messages: Message[], id: number): boolean {
  return messages.some(
    ({ passingId, outgoing }) => passingId === id && outgoing && outgoing.delivery !== "cancelled",
  )
}
