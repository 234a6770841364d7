/** What requests to a language model added up to. */
export type LedgerSum = {
  requests: number
  /** Those that said neither what they wrote nor what they cost: they never came back, or failed. */
  unknown: number
  inputTokens: number
  outputTokens: number
  whLow: number
  whHigh: number
  co2Low: number
  co2High: number
  /** Of the requests, those whose provider gave its own figure. */
  providers: number
}

export type LedgerMonth = LedgerSum & {
  /** YYYY-MM, in Paris. */
  month: string
  /** Mails that members sent; among them, those for which nobody had a model's draft. */
  answers: number
  withoutModel: number
}
