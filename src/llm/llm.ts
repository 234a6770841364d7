import type * as z from "zod"

/** A language model, as its adapter reaches it. It never throws: what went wrong is an outcome. */
export type LanguageModel = {
  /** As configured: « mistral-small ». */
  name: string
  ask<T>(question: Question<T>): Promise<Reply<T>>
}

export type Question<T> = {
  /** Ours, from prompts/model. */
  instructions: string
  /** What others wrote, as JSON: data, whatever it says. */
  material: string
  shape: z.ZodType<T>
}

/** late: nothing in time · unreachable: no answer, or an error of theirs · refused: they will not answer us · garbage: unreadable. */
export type Reply<T> =
  | { outcome: "answered"; answer: T; usage: Usage }
  | { outcome: "late" | "unreachable" | "refused" | "garbage"; usage: Usage }

export type Usage = {
  /** Null where the provider did not say. */
  inputTokens: number | null
  outputTokens: number | null
  /** The provider's own figure. */
  impact: Impact | null
}

/** From … to …: watt-hours, and grams of CO2e. */
export type Impact = { whLow: number; whHigh: number; co2Low: number; co2High: number }

/** The three things that are asked of a model, and no other. */
export type LlmTask = "draft" | "summary" | "questions"

/** What each is told: prompts/model. */
export type Instructions = Record<LlmTask, string>

/** What a request is about, for the ledger. */
export type About = { task: LlmTask; ticketId?: number; entryId?: string }

/** What became of a request. */
export type RequestOutcome =
  /** It has not come back, or the copy that made it died. */
  | "asked"
  | "used"
  /** It found nothing to say. */
  | "nothing"
  | "late"
  | "unreachable"
  | "refused"
  | "garbage"
  /** It said what no source says, and nothing of it was kept. */
  | "unknown source"
  /** Nobody needs it any more. */
  | "changed meanwhile"
  /** Not made: a ceiling is reached. */
  | "ceiling"
  /** Not made: the last ones failed, and the model is left alone for a while. */
  | "resting"

/** What is made of an answer, which is never trusted: something is kept of it, or nothing at all. */
export type Verdict<Kept> =
  | { outcome: "used"; kept: Kept }
  | { outcome: "nothing" | "unknown source" | "changed meanwhile" }

/** A model behind its ceilings and its circuit breaker, with its ledger: what verbs ask. */
export type Llm = {
  name: string
  instructions: Instructions
  /** Null: nothing that may be used, for whatever reason; the ledger knows which. */
  ask<T, Kept>(
    about: About,
    question: Omit<Question<T>, "instructions">,
    judge: (answer: T) => Verdict<Kept> | Promise<Verdict<Kept>>,
  ): Promise<Kept | null>
}
