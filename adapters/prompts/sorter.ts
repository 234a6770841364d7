import type { Entry } from "../../src/faq/entry.ts"
import { isCategory } from "../../src/triage/categories.ts"
import type { LabelledText } from "../../src/triage/examples.ts"
import { type Learnt, learn } from "../../src/triage/learn.ts"
import type { Lexicon } from "../../src/triage/lexicon.ts"
import type { Look } from "../../src/triage/look.ts"
import { type Sorter, sorter } from "../../src/triage/sorter.ts"
import { readExamples } from "./examples.ts"
import { readFaq } from "./faq.ts"
import { learntOnce } from "./learnt.ts"
import type { Report } from "./yaml-file.ts"

/** Cards are asked about in a few words, which say less than a mail. */
const CARD_WEIGHT = 0.1

/** Sorts with all that `prompts/` teaches: the lexicon, the examples, and the questions of the answer cards. */
export function openSorter(lexicon: Lexicon, report?: Report, faq = readFaq()): Sorter {
  return sorterOf(lexicon, lessons(report, faq))
}

export function sorterOf(lexicon: Lexicon, examples: LabelledText[]): Sorter {
  return sorter(lexicon, examples, (look) => learntOf(look, lexicon, examples))
}

export function learntOf(look: Look, lexicon: Lexicon, examples: LabelledText[]): Learnt {
  return learntOnce("triage", { lexicon, examples }, () => learn(look, examples))
}

export function lessons(report?: Report, { entries } = readFaq()): LabelledText[] {
  return [...readExamples(undefined, report), ...entries.flatMap(questionsOf)]
}

function questionsOf({ category, questions }: Entry): LabelledText[] {
  if (!isCategory(category)) return []
  return questions.map((text) => ({ subject: "", text, category, weight: CARD_WEIGHT }))
}
