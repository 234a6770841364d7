// What a change of a card would change of what was answered before: each answer that the team sent is a test of the cards.
import type { Needs } from "../needs.ts"
import { mailToSort } from "../triage/mail-to-sort.ts"
import { readingOf } from "../triage/reading.ts"
import type { EntryDraft } from "./draft-store.ts"
import type { Entry } from "./entry.ts"
import type { Found } from "./found.ts"
import { changedParts, contentOf, type EntryPart } from "./history.ts"
import { entriesInUse } from "./keep-up.ts"
import type { ChangedCase, Checked, PastCase } from "./past-case.ts"
import { proposalFrom, questionIn } from "./proposal.ts"
import type { StoredEntry } from "./store.ts"

type Uses = Pick<Needs, "store" | "faq" | "settings">
type Card = Pick<Entry, "id" | "title" | "category" | "questions" | "body">

const MOST_CASES = 300
/** What search reads of a card. */
const SEARCHED: EntryPart[] = ["title", "category", "questions", "body"]
const NEW = "nouvelle-fiche"

/** Null: there is nothing to check. */
export async function checkPastCases(
  needs: Uses,
  draft: Pick<EntryDraft, "entryId" | "content">,
  entry: StoredEntry | null,
): Promise<Checked | "too slow" | null> {
  const parts = entry ? changedParts(contentOf(entry), draft.content) : SEARCHED
  if (!parts.some((part) => SEARCHED.includes(part))) return null
  const cases = await needs.store.pastCases(MOST_CASES)
  return cases.length > 0 ? compare(needs, cases, draft) : null
}

async function compare(
  { store, faq, settings }: Uses,
  cases: PastCase[],
  { entryId, content }: Pick<EntryDraft, "entryId" | "content">,
): Promise<Checked | "too slow"> {
  const now: Card[] = await entriesInUse(store)
  const others = now.filter(({ id }) => id !== entryId)
  const then: Card[] = [...others, { ...content, id: entryId ?? NEW }]
  const readings = cases.map(({ opening }) =>
    readingOf(mailToSort(opening, settings.publicServiceDomains)),
  )
  const texts = readings.map(questionIn)
  const [foundNow, foundThen] = [
    await faq.answerWith(now, texts),
    await faq.answerWith(then, texts),
  ]
  if (!foundNow || !foundThen) return "too slow"
  const changed = cases.flatMap(({ opening: { ticket }, entryId: sent }, n): ChangedCase[] => {
    const sure = (found: Found | undefined, cards: Card[]) =>
      found && ticket.triage && readings[n]
        ? sureCard(found, ticket.triage, readings[n], cards)
        : null
    const [before, after] = [sure(foundNow[n], now), sure(foundThen[n], then)]
    if (before?.id === after?.id) return []
    const isWorse = before?.id === sent
    const titles = { before: before?.title ?? null, after: after?.title ?? null }
    return [{ ticketId: ticket.id, subject: ticket.subject, ...titles, isWorse }]
  })
  return { cases: cases.length, changed }
}

function sureCard(
  found: Found,
  sorted: Parameters<typeof proposalFrom>[1],
  reading: Parameters<typeof proposalFrom>[2],
  cards: Card[],
): Card | null {
  const cardOf = (id: string | undefined) => cards.find((card) => card.id === id)
  const { isSure, ids } = proposalFrom(found, sorted, reading, cardOf)
  return (isSure && cardOf(ids[0])) || null
}
