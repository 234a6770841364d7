import { bytesOf, taughtIn } from "../../adapters/prompts/model-bytes.ts"
import { openTrainer } from "../../adapters/prompts/trainer.ts"
import type { Decided } from "../../src/triage/decided.ts"
import type { Trainer } from "../../src/triage/trainer.ts"
import { teach } from "../../src/triage/training.ts"

/** Learns in the test's own process, the same: to begin another takes longer than to learn. */
export function trainerHere(prompts: Parameters<typeof openTrainer>[0]): Trainer {
  return {
    ...openTrainer(prompts),
    async train(decided, inUse) {
      const tickets: Decided[] = []
      for await (const some of decided) tickets.push(...some)
      const before = inUse && taughtIn(inUse)
      const { taught, figures } = teach(prompts.lexicon, prompts.examples, tickets, before)
      return { content: bytesOf(taught), figures }
    },
  }
}
