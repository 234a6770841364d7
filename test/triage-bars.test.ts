// What the triage promises (docs/decisions/0012), on the mails that we wrote; `npm run eval` tells more.
import { expect, test } from "vitest"
import { readLexicon } from "../adapters/prompts/lexicon.ts"
import { openSorter } from "../adapters/prompts/sorter.ts"
import { figuresOf, ourMails } from "../bench/eval/mails.ts"

/** On a machine that does ten other things. */
const LEARNING_AND_MAILS = 60_000

test(
  "the mails that we wrote are sorted as promised",
  () => {
    const figures = figuresOf(ourMails(), openSorter(readLexicon()))

    expect(figures.mails).toBeGreaterThan(300)
    expect(figures.accepted).toBeGreaterThan(0.95)
    expect(figures.legitimateCalledUnwanted).toBe(0)
    expect(figures.priorityRecall).toBeGreaterThan(0.95)
    expect(figures.priorityPrecision).toBeGreaterThan(0.95)
    expect(figures.missingF1).toBeGreaterThan(0.8)
    expect(figures.withReason).toBe(1)
  },
  LEARNING_AND_MAILS,
)
