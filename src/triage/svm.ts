import type { Vector } from "./vectors.ts"

/** One line of weights for each feature, one column for each label; the last line is the bias. */
export type Weights = Float32Array

export type Training = { vectors: Vector[]; labels: Int32Array; strengths: Float32Array }

type Settings = { labelCount: number; featureCount: number; C: number; epochs: number }

const SMALL_STEP = 0.05
/** An example that hardly moves is left in peace for a while. */
const QUIET = 0.1
const REST = 2
const SEED = 1

/**
 * A linear SVM, one label against the others: dual coordinate descent on the squared hinge loss (Hsieh et al., 2008).
 * All labels at once, because what costs time is to fetch the weights of a feature: the labels' are side by side.
 * The same training gives the same weights.
 */
export function separate(
  { vectors, labels, strengths }: Training,
  { labelCount, featureCount, C, epochs }: Settings,
): Weights {
  const weights = new Float32Array((featureCount + 1) * labelCount)
  const alphas = new Float32Array(vectors.length * labelCount)
  const norms = vectors.map(({ value }) => value.reduce((sum, v) => sum + v * v, 1))
  const order = Int32Array.from(vectors.keys())
  const random = mulberry(SEED)
  const margins = new Float64Array(labelCount)
  const steps = new Float64Array(labelCount)

  const rests = new Uint8Array(vectors.length)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    let largest = 0
    for (const n of order) {
      const vector = vectors[n]
      if (!vector) continue
      if ((rests[n] ?? 0) > 0) {
        rests[n] = (rests[n] ?? 0) - 1
        largest = Math.max(largest, QUIET)
        continue
      }
      marginsOf(weights, vector, margins)
      const slack = 0.5 / (C * (strengths[n] ?? 1))
      let move = 0
      for (let k = 0; k < labelCount; k++) {
        const sign = labels[n] === k ? 1 : -1
        const at = n * labelCount + k
        const before = alphas[at] ?? 0
        const gradient = sign * (margins[k] ?? 0) - 1 + slack * before
        steps[k] = 0
        if (before === 0 && gradient >= 0) continue
        const after = Math.max(before - gradient / ((norms[n] ?? 1) + slack), 0)
        alphas[at] = after
        steps[k] = (after - before) * sign
        move = Math.max(move, Math.abs(gradient))
      }
      if (move > 0) addTo(weights, vector, steps)
      if (move < QUIET) rests[n] = REST
      largest = Math.max(largest, move)
    }
    if (largest < SMALL_STEP) break
  }
  return weights
}

/** One margin for each label, into `margins`. */
export function marginsOf(weights: Weights, { index, value }: Vector, margins: Float64Array): void {
  const labelCount = margins.length
  const bias = weights.length - labelCount
  for (let k = 0; k < labelCount; k++) margins[k] = weights[bias + k] ?? 0
  for (let i = 0; i < index.length; i++) {
    const from = (index[i] ?? 0) * labelCount
    const v = value[i] ?? 0
    for (let k = 0; k < labelCount; k++)
      margins[k] = (margins[k] ?? 0) + (weights[from + k] ?? 0) * v
  }
}

function addTo(weights: Weights, { index, value }: Vector, steps: Float64Array): void {
  const labelCount = steps.length
  const bias = weights.length - labelCount
  for (let k = 0; k < labelCount; k++)
    weights[bias + k] = (weights[bias + k] ?? 0) + (steps[k] ?? 0)
  for (let i = 0; i < index.length; i++) {
    const from = (index[i] ?? 0) * labelCount
    const v = value[i] ?? 0
    for (let k = 0; k < labelCount; k++)
      weights[from + k] = (weights[from + k] ?? 0) + (steps[k] ?? 0) * v
  }
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
}

/** Chance with a seed (mulberry32). */
function mulberry(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
