import type { Decided } from "./decided.ts"
import type { Figures, Fingerprint } from "./model.ts"
import type { Sorter } from "./sorter.ts"

/** Sorts with the model in use, and makes another beside it. */
export type Trainer = {
  sorter: Sorter
  fingerprint: Fingerprint
  /** Away from what the bot does: mails, clicks and cards do not wait. The same tickets give the same bytes. */
  train(decided: AsyncIterable<Decided[]>, inUse: Uint8Array | null): Promise<Trained>
  /** Sorts with it from now on; null: with what `prompts/` teaches. False: it is damaged, and nothing changed. */
  use(model: { id: number; content: Uint8Array } | null): boolean
  inUse(): number | null
}

export type Trained = { content: Uint8Array; figures: Figures }
