import type { LedgerMonth } from "./ledger.ts"
import type { Use } from "./limits.ts"
import type { About, Impact, RequestOutcome } from "./llm.ts"

export type LlmStore = {
  /** One request at a time is decided on, whatever copies: ceilings are theirs together. */
  lockLlm(): Promise<void>
  llmUse(dayBegan: Date, monthBegan: Date): Promise<Use>
  /** Its number. */
  addRequest(request: NewRequest): Promise<number>
  noteRequest(id: number, result: RequestResult): Promise<void>
  /** The last one of a ticket takes the place of the one before. */
  keepLlmDraft(draft: LlmDraft): Promise<void>
  llmDraft(ticketId: number): Promise<LlmDraft | null>
  /** The latest month first. */
  llmMonths(since: Date): Promise<LedgerMonth[]>
  /** A member had it in the form. */
  noteDraftShown(ticketId: number, at: Date): Promise<void>
}

export type NewRequest = About & { model: string; at: Date; outcome: RequestOutcome }

export type RequestResult = {
  outcome: RequestOutcome
  inputTokens: number | null
  outputTokens: number | null
  /** Null when nothing is known of it. */
  impact: Impact | null
  /** The provider's own figure, and not the formula's. */
  isProviders: boolean
  /** With which it was estimated; null when it was not. */
  formula: string | null
}

/** What a model wrote for a ticket, from cards. */
export type LlmDraft = {
  ticketId: number
  /** What it was written for, as `basisOf` says it: when that changed, it is no longer shown. */
  basis: string
  text: string
  entryIds: string[]
  at: Date
}
