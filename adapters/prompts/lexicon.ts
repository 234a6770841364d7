import { isSeq } from "yaml"
import { z } from "zod"
import { CATEGORIES } from "../../src/triage/categories.ts"
import { type Lexicon, type Phrase, phrase } from "../../src/triage/lexicon.ts"
import { type Report, readYaml } from "./yaml-file.ts"

const NAME = "prompts/lexicon.yaml"
const CATEGORY = z.enum(CATEGORIES)
const PHRASE = z.union(
  [
    z.string().min(2),
    z.strictObject({ phrase: z.string().min(2), poids: z.number().positive().max(10) }),
  ],
  'write - "the words", or - { phrase: "the words", poids: 2 } with poids from 0.5 to 10',
)
const LIST = z.custom<unknown>(isSeq, "must be followed by lines that begin with « - »")
const GROUP = z.strictObject({ id: CATEGORY, label: z.string(), phrases: LIST })
const REASON = z.strictObject({
  raison: z.string(),
  si: z.literal("blocage").optional(),
  phrases: LIST,
})
const SENTENCE = z.strictObject({
  phrase: z.string().min(8),
  categorie: CATEGORY,
  ensuite: CATEGORY.optional(),
})

/** What cannot be read is told and left out; the rest is the lexicon. */
export function readLexicon(
  file = new URL("../../prompts/lexicon.yaml", import.meta.url),
  report: Report = () => {},
): Lexicon {
  const yaml = readYaml(file, NAME, report)
  const phrases = (list: unknown): Phrase[] =>
    yaml
      .items(list, PHRASE)
      .map((item) => (typeof item === "string" ? phrase(item) : phrase(item.phrase, item.poids)))
  return {
    categories: yaml
      .list("categories", GROUP)
      .map(({ id, label, phrases: list }) => ({ id, label, phrases: phrases(list) })),
    highPriority: yaml.list("priorite-haute", REASON).map(({ raison, si, phrases: list }) => ({
      ...{ reason: raison, ifBlocking: si === "blocage" },
      phrases: phrases(list),
    })),
    sentences: yaml
      .list("phrases-de-mentor", SENTENCE)
      .map(({ phrase: text, categorie, ensuite }) => ({
        ...{ text, category: categorie, second: ensuite ?? null },
      })),
    trainings: yaml.list("formations", z.string().min(2)).map((text) => phrase(text)),
  }
}
