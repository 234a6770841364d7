// What a request costs, when its provider does not say: the formula of EcoLogits (2024) for the energy, the factors of ADEME
// for what it emits. docs/decisions/0022 tells where each number comes from.

import type { Impact, Usage } from "./llm.ts"

/** Kept with the figures: they are compared only within one. */
export const FORMULA = "EcoLogits 2024"

/** Wh for each token that is written: α · thousands of millions of parameters + β, on each GPU. */
const [ALPHA, BETA] = [8.91e-5, 1.43e-3]
/** Seconds for each token: the same, for the server around the GPUs. */
const [SLOPE, BASE] = [8.02e-4, 2.23e-2]
const SERVER_WATTS = 1_000
const GPUS_OF_A_SERVER = 8
const GPU_GIGABYTES = 80
/** Gigabytes for each thousand million of parameters, at 4 bits, and a fifth more to work in. */
const GIGABYTES_OF_A_BILLION = 0.6
/** What the building adds. */
const PUE = 1.2
/** Published figures differ fourfold. */
const UNSURE = 2
/** Grams of CO2e for a kWh of France, and of the world. */
const [FRANCE, WORLD] = [52, 590]
/** Where nothing tells how large the model is. */
const [SMALL, LARGE] = [8, 120]

/** Of a request; null when the provider did not count what was written. */
export function impactOf({ impact, outputTokens }: Usage, size: number | null): Impact | null {
  if (impact) return impact
  if (outputTokens === null) return null
  const whLow = wattHours(outputTokens, size ?? SMALL) / UNSURE
  const whHigh = wattHours(outputTokens, size ?? LARGE) * UNSURE
  return { whLow, whHigh, co2Low: (whLow / 1_000) * FRANCE, co2High: (whHigh / 1_000) * WORLD }
}

/** Thousands of millions of parameters, where the name says it: « llama3.1:8b », « Mistral-Small-24B ». */
export function sizeIn(model: string): number | null {
  const [, size] = /(?:^|[^\p{L}\d.])(\d{1,4}(?:\.\d+)?)b(?:$|[^\p{L}\d])/iu.exec(model) ?? []
  return size ? Number(size) : null
}

function wattHours(tokens: number, billions: number): number {
  const gpus = Math.ceil((billions * GIGABYTES_OF_A_BILLION) / GPU_GIGABYTES)
  const ofGpus = tokens * (ALPHA * billions + BETA) * gpus
  const seconds = tokens * (SLOPE * billions + BASE)
  const ofServer = ((seconds / 3_600) * SERVER_WATTS * gpus) / GPUS_OF_A_SERVER
  return PUE * (ofGpus + ofServer)
}
