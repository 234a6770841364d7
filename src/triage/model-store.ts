import type { TicketId } from "../tickets/ticket.ts"
import type { Decision } from "./decision.ts"
import type { Figures, Fingerprint, Model, ModelState, News } from "./model.ts"
import type { Opening } from "./store.ts"

export type ModelStore = {
  /** Until the transaction ends, nobody else changes models. */
  lockModels(): Promise<void>
  /** Of one fingerprint, the newest first, without what they learnt. */
  models(fingerprint: Fingerprint): Promise<Model[]>
  /** The newest that is promoted and of this fingerprint. */
  modelInUse(fingerprint: Fingerprint): Promise<number | null>
  modelContent(id: number): Promise<Uint8Array | null>
  /** What the oldest learnt is no longer kept: nobody comes back so far. */
  keepModel(model: NewModel): Promise<number>
  setModelState(id: number, state: ModelState): Promise<void>
  decisionsSince(decisionId: number): Promise<News>
  /** The newest `most` tickets decided up to then, in their order. */
  decidedTickets(upToDecision: number, most: number): Promise<TicketId[]>
  decided(tickets: TicketId[], upToDecision: number): Promise<DecidedOpening[]>
}

export type DecidedOpening = { opening: Opening; decisions: Decision[] }

export type NewModel = Omit<Figures, "phrases" | "gain"> &
  Fingerprint & {
    madeAt: Date
    content: Uint8Array
    lastDecisionId: number
    state: ModelState
  }
