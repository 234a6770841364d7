import { actionString } from "../actions.ts"
import type { Badge, Button } from "../card.ts"
import type { TicketView } from "./card.ts"
import { answerWords } from "./french-answer.ts"

type Leaving = Pick<TicketView, "ticket" | "automaticAnswer">

/** When it leaves by itself. */
export function answerBadges({ automaticAnswer }: Leaving): Badge[] {
  if (!automaticAnswer) return []
  return [{ text: answerWords.automatic(automaticAnswer.leavesAt), tone: "warning" }]
}

export function stopButtons({ ticket, automaticAnswer }: Leaving): Button[] {
  if (!automaticAnswer) return []
  const action = actionString("gate.stop", ticket.id)
  return [{ label: answerWords.stop, action, style: "danger" }]
}
