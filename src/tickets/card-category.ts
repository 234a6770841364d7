import type { Field } from "../card.ts"
import type { TicketView } from "./card.ts"
import { french } from "./french.ts"

/** What the bot proposes, and why; or what a person said, and what the bot had proposed. */
export function categoryFields({
  ticket: { category, triage },
  categoryLabel,
  proposedLabel,
}: Pick<TicketView, "ticket" | "categoryLabel" | "proposedLabel">): Field[] {
  if (category && category !== triage?.category) {
    const text = french.categories.chosen(categoryLabel ?? category, proposedLabel)
    return [{ label: french.categories.field, text }]
  }
  const text = triage && french.sorting(categoryLabel, triage)
  return text ? [{ label: french.fields.category, text }] : []
}
