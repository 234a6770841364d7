import type { Answer, Option } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { CATEGORIES, isCategory, labelIn } from "../triage/categories.ts"
import { labelOf, SAID } from "../triage/decision.ts"
import { changeTicket, refuseReaders } from "./change.ts"
import { french } from "./french.ts"
import type { Priority, Ticket, TicketId } from "./ticket.ts"

type Uses = Pick<Needs, "store" | "clock" | "lexicon">

/** *Changer la catégorie*: the one it has and the second guess come first. */
export async function askCategory(needs: Uses, id: TicketId, member: Member): Promise<Answer> {
  await refuseReaders(needs, member, id)
  const ticket = await needs.store.ticket(id)
  if (!ticket) throw new UserError(french.noSuchTicket(id))
  return { kind: "form", form: french.categories.form(ticket, optionsFor(needs, ticket)) }
}

/** What a person says of a category is a lesson; saying the same again is none. */
export async function changeCategory(
  needs: Uses,
  id: TicketId,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  const { category = "", priority = "" } = values
  if (!isCategory(category) || !isPriority(priority)) throw new UserError(french.categories.unknown)
  await changeTicket(needs, id, member, async (ticket, tx) => {
    if (ticket.mergedInto) throw new UserError(french.mergedAlready(id, ticket.mergedInto))
    const known = labelOf(await tx.decisionsOf(id))
    const isSaid = known?.weight === SAID && known.category === category
    if (isSaid && ticket.category === category && ticket.priority === priority) return null
    const proposed = ticket.triage?.category ?? null
    const decision = { ticketId: id, memberId: member.id, at: needs.clock(), category, proposed }
    if (!isSaid) await tx.keepDecision({ ...decision, weight: SAID })
    return {
      ticket: { ...ticket, category, priority },
      what: "category changed",
      detail: { from: ticket.category, to: category, priority },
    }
  })
  const label = labelIn(needs.lexicon, category)
  return { kind: "done", text: french.categories.changed(id, label, priority === "high") }
}

function optionsFor({ lexicon }: Uses, { category, triage }: Ticket): Option[] {
  const first = [category, triage?.category, triage?.second].flatMap((id) =>
    id && isCategory(id) ? [id] : [],
  )
  const all = [...new Set([...first, ...CATEGORIES])]
  return all.map((id) => ({ label: labelIn(lexicon, id), value: id }))
}

function isPriority(value: string): value is Priority {
  return value === "normal" || value === "high"
}
