import type { Card } from "../card.ts"
import type { Comparison, Resorted } from "./comparison.ts"
import { french } from "./french-comparison.ts"

const MOST_LISTED = 10

/** What the team is told when the lexicon, the examples or the questions of the cards' files changed. */
export function comparisonCard(
  { decided, better, worse }: Comparison,
  labelOf: (category: string) => string,
  consoleUrl: string | null,
): Card {
  const title = french.title(worse.length)
  return {
    ...{ fallback: title, title, ticket: null, badges: [], buttons: [] },
    tone: worse.length > 0 ? "warning" : "info",
    fields: [{ label: french.compared, text: french.counts(decided, better.length, worse.length) }],
    sections: [
      ...listed(french.worse, worse, labelOf),
      ...listed(french.better, better, labelOf),
      { heading: french.next, text: french.whatToDo(worse.length > 0, consoleUrl) },
    ],
  }
}

function listed(heading: string, tickets: Resorted[], labelOf: (category: string) => string) {
  if (tickets.length === 0) return []
  const lines = tickets
    .slice(0, MOST_LISTED)
    .map(({ ticketId, subject, decided, now }) =>
      french.line(ticketId, subject, labelOf(decided), labelOf(now)),
    )
  const left = tickets.length - MOST_LISTED
  const text = [...lines, ...(left > 0 ? [french.more(left)] : [])].join("\n")
  return [{ heading, text }]
}
