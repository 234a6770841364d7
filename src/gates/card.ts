import { actionString } from "../actions.ts"
import type { Button, Card, Field } from "../card.ts"
import { CATEGORIES, labelIn } from "../triage/categories.ts"
import type { Lexicon } from "../triage/lexicon.ts"
import { type Evidence, isEnough } from "./evidence.ts"
import { gateWords as words } from "./french.ts"
import { whyNever } from "./never.ts"
import type { Agreement, Gate, OutcomeStore } from "./store.ts"

type Shown = {
  evidence: Awaited<ReturnType<OutcomeStore["evidence"]>>
  gates: Gate[]
  agreement: Agreement
  /** Administrators alone move gates. */
  isAdministrator: boolean
}

const NONE: Evidence = { decided: 0, successes: 0 }

/** Category by category; what never becomes automatic says why. */
export function gatesCard(lexicon: Pick<Lexicon, "categories">, shown: Shown): Card {
  const { evidence, gates, agreement, isAdministrator } = shown
  const rows = CATEGORIES.filter((category) => !whyNever(category)).map((category) => ({
    category,
    label: labelIn(lexicon, category),
    gate: gates.find((gate) => gate.category === category) ?? null,
    evidence: evidence.find((one) => one.category === category) ?? NONE,
  }))
  const never = CATEGORIES.flatMap((category) => {
    const reason = whyNever(category)
    return reason ? [words.neverBecause(labelIn(lexicon, category), reason)] : []
  })
  return {
    ...{ fallback: words.title, title: words.title, ticket: null, tone: "neutral", badges: [] },
    fields: rows.map(
      ({ label, gate, evidence }): Field => ({ label, text: words.state(gate, evidence) }),
    ),
    sections: [
      { heading: words.agreement.heading, text: words.agreement.lastWeek(agreement) },
      { heading: words.neverHeading, text: [...never, words.neverTopics].join("\n") },
      { heading: words.howHeading, text: words.how },
    ],
    buttons: isAdministrator ? rows.flatMap(buttonsOf) : [],
  }
}

function buttonsOf(row: {
  category: string
  label: string
  gate: Gate | null
  evidence: Evidence
}): Button[] {
  const { category, label, gate, evidence } = row
  if (gate?.isOpen) {
    const action = actionString("gate.close", category)
    return [{ label: words.closeButton(label), action, style: "danger" }]
  }
  if (!isEnough(evidence)) return []
  const action = actionString("gate.open", category)
  const confirm = words.confirmOpening(label)
  return [{ label: words.openButton(label), action, style: "secondary", confirm }]
}

/** What the team is told when a gate opens or closes. */
export function movedCard(label: string, gate: Gate, evidence: Evidence): Card {
  const { title, text } = words.moved(label, gate, evidence)
  return {
    ...{ fallback: title, title, ticket: null, badges: [], fields: [], buttons: [] },
    tone: gate.isOpen || gate.by ? "info" : "warning",
    sections: [{ heading: words.movedHeading, text }],
  }
}
