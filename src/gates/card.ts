import type { Card, Field } from "../card.ts"
import { CATEGORIES, labelIn } from "../triage/categories.ts"
import type { Lexicon } from "../triage/lexicon.ts"
import { gateWords as words } from "./french.ts"
import { whyNever } from "./never.ts"
import type { Agreement, OutcomeStore } from "./store.ts"

type Shown = { evidence: Awaited<ReturnType<OutcomeStore["evidence"]>>; agreement: Agreement }

/** Category by category; what never becomes automatic says why. */
export function gatesCard(
  lexicon: Pick<Lexicon, "categories">,
  { evidence, agreement }: Shown,
): Card {
  const fields = CATEGORIES.filter((category) => !whyNever(category)).map((category): Field => {
    const known = evidence.find((one) => one.category === category)
    return {
      label: labelIn(lexicon, category),
      text: words.closed(known ?? { decided: 0, successes: 0 }),
    }
  })
  const never = CATEGORIES.flatMap((category) => {
    const reason = whyNever(category)
    return reason ? [words.neverBecause(labelIn(lexicon, category), reason)] : []
  })
  return {
    ...{ fallback: words.title, title: words.title, ticket: null, tone: "neutral", badges: [] },
    fields,
    sections: [
      { heading: words.agreement.heading, text: words.agreement.lastWeek(agreement) },
      { heading: words.neverHeading, text: [...never, words.neverTopics].join("\n") },
      { heading: words.howHeading, text: words.how },
    ],
    buttons: [],
  }
}
