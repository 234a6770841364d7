import type { LanguageModelUsage } from "ai"
import * as z from "zod"
import type { Impact, Usage } from "../../src/llm/llm.ts"

const figure = z.number().nonnegative()
/** One number, or a range. */
const Range = z.union([
  figure.transform((value) => ({ min: value, max: value })),
  z.object({ min: figure, max: figure }),
])
/** Albert tells it so: kilowatt-hours, kilograms of CO2e. */
const Impacts = z.object({ impacts: z.object({ kWh: Range, kgCO2eq: Range }) })
const GRAMS = 1_000

export const NOTHING_USED: Usage = { inputTokens: null, outputTokens: null, impact: null }

export function usageOf(usage: LanguageModelUsage | undefined): Usage {
  return {
    inputTokens: usage?.inputTokens ?? null,
    outputTokens: usage?.outputTokens ?? null,
    impact: impactIn(usage?.raw),
  }
}

/** A provider that says zero says nothing. */
function impactIn(raw: unknown): Impact | null {
  const { data } = Impacts.safeParse(raw)
  if (!data || data.impacts.kWh.max === 0) return null
  const { kWh, kgCO2eq } = data.impacts
  return {
    ...{ whLow: kWh.min * GRAMS, whHigh: kWh.max * GRAMS },
    ...{ co2Low: kgCO2eq.min * GRAMS, co2High: kgCO2eq.max * GRAMS },
  }
}
