import type { Answer, Card } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import { french } from "../tickets/french.ts"
import type { TicketId } from "../tickets/ticket.ts"
import { llmWords as words } from "./french.ts"
import { hidingFor } from "./people.ts"
import { type Point, pointsFrom, SummaryShape, told, turnsToSum } from "./summary-text.ts"

type Uses = Pick<Needs, "store" | "settings" | "llm">

/** *Résumer*: what a long thread says, to that person alone. Each point shows the words that it rests on. */
export async function summarise(needs: Uses, id: TicketId): Promise<Answer> {
  const { store, llm } = needs
  if (!llm) throw new UserError(words.none)
  const ticket = await store.ticket(id)
  if (!ticket) throw new UserError(french.noSuchTicket(id))
  const turns = turnsToSum(await store.messages(id))
  if (turns.length === 0) throw new UserError(words.nothingToSum)
  const hiding = await hidingFor(needs, ticket, "")
  const material = JSON.stringify({ messages: told(turns, hiding) })
  const question = { material, shape: SummaryShape }
  const points = await llm.ask({ task: "summary", ticketId: id }, question, async (answer) => {
    const points = pointsFrom(answer, turns, hiding)
    if (!points) return { outcome: "unknown source" }
    if (points.length === 0) return { outcome: "nothing" }
    const now = turnsToSum(await store.messages(id))
    if (now.at(-1)?.id !== turns.at(-1)?.id) return { outcome: "changed meanwhile" }
    return { outcome: "used", kept: points }
  })
  if (!points) throw new UserError(words.noSummary)
  return { kind: "whisper", card: summaryCard(id, points) }
}

function summaryCard(id: TicketId, points: Point[]): Card {
  const title = words.summary(id)
  return {
    ...{ fallback: title, title, ticket: id, tone: "info", fields: [], buttons: [] },
    badges: [{ text: words.byModel, tone: "warning" }],
    sections: [{ heading: words.says, text: points.map(words.point).join("\n") }],
  }
}
