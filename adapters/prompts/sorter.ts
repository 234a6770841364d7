import type { Lexicon } from "../../src/triage/lexicon.ts"
import { type Sorter, sorter } from "../../src/triage/sorter.ts"
import { readExamples } from "./examples.ts"
import type { Report } from "./yaml-file.ts"

/** Sorts with all that `prompts/` teaches. */
export function openSorter(lexicon: Lexicon, report?: Report): Sorter {
  return sorter(lexicon, readExamples(undefined, report))
}
