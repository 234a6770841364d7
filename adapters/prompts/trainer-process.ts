import type { Decided } from "../../src/triage/decided.ts"
import type { LabelledText } from "../../src/triage/examples.ts"
import type { Lexicon } from "../../src/triage/lexicon.ts"
import type { Trained } from "../../src/triage/trainer.ts"
import { teach } from "../../src/triage/training.ts"
import { bytesOf, taughtIn } from "./model-bytes.ts"

/** The tickets first, some at a time, then what else is to be learnt, and what it is compared with. */
export type ToLearn =
  | { tickets: Decided[] }
  | { lexicon: Lexicon; examples: LabelledText[]; inUse: Uint8Array | null }

// The bot is gone, however it went.
process.on("disconnect", () => process.exit())

const decided: Decided[] = []

process.on("message", (told: ToLearn) => {
  if ("tickets" in told) {
    decided.push(...told.tickets)
    return
  }
  const { lexicon, examples, inUse } = told
  const { taught, figures } = teach(lexicon, examples, decided, inUse && taughtIn(inUse))
  const trained: Trained = { content: bytesOf(taught), figures }
  process.send?.(trained)
})
