import { readFileSync } from "node:fs"
import { LineCounter, parseDocument } from "yaml"
import { z } from "zod"
import { type Lexicon, phrase } from "../../src/triage/lexicon.ts"

const PHRASE = z.union([
  z.string().min(2),
  z.strictObject({ phrase: z.string().min(2), poids: z.number().positive().max(10) }),
])
const LEXICON = z.strictObject({
  categories: z
    .array(z.strictObject({ id: z.string(), label: z.string(), phrases: z.array(PHRASE) }))
    .min(1),
  "priorite-haute": z.array(z.strictObject({ raison: z.string(), phrases: z.array(PHRASE) })),
})

export class LexiconError extends Error {
  override name = "LexiconError"
}

/** Throws `LexiconError` with file, line and cure. */
export function readLexicon(
  file = new URL("../../prompts/lexicon.yaml", import.meta.url),
): Lexicon {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines })
  const [syntax] = document.errors
  if (syntax) {
    throw new LexiconError(
      `prompts/lexicon.yaml, line ${lines.linePos(syntax.pos[0]).line}: ${syntax.message}`,
    )
  }
  const parsed = LEXICON.safeParse(document.toJS())
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const node = document.getIn(issue?.path ?? [], true) as { range?: [number] } | undefined
    const line = node?.range ? lines.linePos(node.range[0]).line : 1
    throw new LexiconError(
      `prompts/lexicon.yaml, line ${line}: ${issue?.path.join(" > ")}: ${issue?.message}`,
    )
  }
  const phrases = (list: z.infer<typeof PHRASE>[]) =>
    list.map((item) => (typeof item === "string" ? phrase(item) : phrase(item.phrase, item.poids)))
  return {
    categories: parsed.data.categories.map((category) => ({
      ...category,
      phrases: phrases(category.phrases),
    })),
    highPriority: parsed.data["priorite-haute"].map(({ raison, phrases: list }) => ({
      reason: raison,
      phrases: phrases(list),
    })),
  }
}
