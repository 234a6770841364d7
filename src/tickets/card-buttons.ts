import { actionString } from "../actions.ts"
import type { Button } from "../card.ts"
import { llmWords } from "../llm/french.ts"
import { isLong } from "../llm/summary-text.ts"
import type { TicketView } from "./card.ts"
import { answerButtons, proposeButtons } from "./card-answer.ts"
import { stopButtons } from "./card-automatic.ts"
import { french } from "./french.ts"

/** What may be done with a ticket as it is. */
export function ticketButtons(view: TicketView): Button[] {
  const { ticket, messages } = view
  const button = (
    label: string,
    name: Parameters<typeof actionString>[0],
    style: Button["style"],
  ) => ({
    ...{ label, style },
    action: actionString(name, ticket.id, ticket.version),
  })
  const { buttons: says } = french
  const undo = messages.flatMap((message) =>
    message.outgoing?.delivery === "waiting" &&
    !message.outgoing.isAutomatic &&
    message.outgoing.attempts === 0
      ? [french.undoButton(message.id)]
      : message.outgoing?.delivery === "failed"
        ? [french.retryButton(message.id)]
        : [],
  )
  // Its messages are in the other one: so is all that could be done.
  if (ticket.mergedInto) return [...undo, button(says.unmerge, "ticket.unmerge", "secondary")]
  if (ticket.status === "closed") {
    return [
      ...undo,
      button(says.reopen, "ticket.reopen", "secondary"),
      button(says.note, "ticket.note", "secondary"),
      button(french.categories.button, "ticket.category", "secondary"),
      ...proposeButtons(view),
    ]
  }
  return [
    ...undo,
    ...stopButtons(view),
    ...(ticket.assigneeId ? [] : [button(says.take, "ticket.take", "primary")]),
    button(says.reply, "ticket.reply", ticket.assigneeId ? "primary" : "secondary"),
    ...answerButtons(view),
    button(says.close, "ticket.close", "secondary"),
    button(says.note, "ticket.note", "secondary"),
    ...(view.hasLlm && isLong(messages)
      ? [button(llmWords.summarise, "ticket.summary", "secondary")]
      : []),
    ...(ticket.assigneeId ? [button(says.release, "ticket.release", "secondary")] : []),
    button(says.transfer, "ticket.transfer", "secondary"),
    button(french.passing.button, "ticket.redirect", "secondary"),
    button(says.snooze, "ticket.snooze", "secondary"),
    button(french.incident.button, "ticket.incident", "secondary"),
    button(says.merge, "ticket.merge", "secondary"),
    button(french.categories.button, "ticket.category", "secondary"),
    button(says.requester, "ticket.requester", "secondary"),
    ...proposeButtons(view),
  ]
}
