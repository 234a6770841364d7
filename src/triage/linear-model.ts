// A linear model over `features.ts`, for any labels: categories of mails, answer cards of questions.
//   const model = train(examples.map(({ text, label }) => ({ features: features(text), label })))
//   const [best, second] = scores(model, features("mot de passe oublié"))
import type { Features } from "./features.ts"
import { marginsOf, separate, type Weights } from "./svm.ts"
import { type Vector, type Vocabulary, vectorOf, vocabularyOf } from "./vectors.ts"

/** `weight` says how much the example is believed: 1 unless told, 0.5 for half. */
export type Example = { features: Features; label: string; weight?: number }

export type LinearModel = {
  /** Sorted: the order of `margins`. */
  labels: string[]
  vocabulary: Vocabulary
  weights: Weights
  shares: readonly number[]
  /** What makes a score of 0.8 right eight times in ten, on examples kept aside. */
  temperature: number
}

export type Score = { label: string; score: number }

type Settings = { C: number; epochs: number; shares: readonly number[] }

/** `C`: how much each example is believed; `shares`: what words, letters and concepts weigh. */
const DEFAULTS: Settings = { C: 3, epochs: 12, shares: [1, 1, 1] }
const ASIDE = 5
const MOST_TO_CALIBRATE = 1_500
const TEMPERATURES = [0.05, 0.08, 0.12, 0.17, 0.22, 0.3, 0.4, 0.5, 0.7, 1, 1.5, 2]
const USUAL_TEMPERATURE = 0.3
const FEWEST_TO_CALIBRATE = 50

/** Examples as all the models of one vocabulary see them: read once for several. */
export type Lessons = {
  examples: Example[]
  vocabulary: Vocabulary
  vectors: Vector[]
  settings: Settings
}

/** Full and deterministic: the same examples in the same order give the same model. */
export function train(examples: Example[], settings: Partial<Settings> = {}): LinearModel {
  const lessons = lessonsFrom(examples, settings)
  return trainOn(lessons, temperatureFor(examples, lessons.settings))
}

export function lessonsFrom(examples: Example[], settings: Partial<Settings> = {}): Lessons {
  const chosen = { ...DEFAULTS, ...settings }
  const vocabulary = vocabularyOf(examples.map(({ features }) => features))
  const vectors = examples.map(({ features }) => vectorOf(vocabulary, features, chosen.shares))
  return { examples, vocabulary, vectors, settings: chosen }
}

/** `isTaught` tells by their places those that are; the words of the others are known, and nothing more. */
export function trainOn(
  { examples, vocabulary, vectors, settings }: Lessons,
  temperature: number,
  isTaught: (place: number) => boolean = () => true,
): LinearModel {
  const { C, epochs, shares } = settings
  const taught = examples.filter((_, place) => isTaught(place))
  const labels = [...new Set(taught.map(({ label }) => label))].sort()
  const weights = separate(
    {
      vectors: vectors.filter((_, place) => isTaught(place)),
      labels: Int32Array.from(taught, ({ label }) => labels.indexOf(label)),
      strengths: Float32Array.from(taught, ({ weight }) => weight ?? 1),
    },
    { labelCount: labels.length, featureCount: vocabulary.rarity.length, C, epochs },
  )
  return { labels, vocabulary, weights, shares, temperature }
}

/** Every label with its share of certainty, from 0 to 1, their sum being 1; the best first. */
export function scores(model: LinearModel, features: Features): Score[] {
  const shares = softmax(margins(model, features), model.temperature)
  return model.labels
    .map((label, k) => ({ label, score: shares[k] ?? 0 }))
    .sort((a, b) => b.score - a.score)
}

/** Before calibration: how far on its side of the line each label is, in the order of `model.labels`. */
export function margins(model: LinearModel, features: Features): Float64Array {
  const found = new Float64Array(model.labels.length)
  marginsOf(model.weights, vectorIn(model, features), found)
  return found
}

/** How much one feature speaks for a label; 0 when the model does not know it. */
export function weightOf({ labels, vocabulary, weights }: LinearModel, id: number, label: string) {
  const [place, k] = [vocabulary.index.get(id), labels.indexOf(label)]
  return place === undefined || k < 0
    ? 0
    : (weights[place * labels.length + k] ?? 0) * (vocabulary.rarity[place] ?? 0)
}

/** The features as this model weighs them, of length 1: two of them tell by their product how near two texts are. */
export function vectorIn({ vocabulary, shares }: LinearModel, features: Features): Vector {
  return vectorOf(vocabulary, features, shares)
}

/** Every fifth example is kept aside. */
function temperatureFor(examples: Example[], settings: Settings): number {
  const step = Math.max(1, Math.ceil(examples.length / MOST_TO_CALIBRATE))
  const some = examples.filter((_, i) => i % step === 0)
  if (some.length < FEWEST_TO_CALIBRATE) return USUAL_TEMPERATURE
  const taught = some.filter((_, i) => i % ASIDE !== 0)
  return temperatureBy(
    some.filter((_, i) => i % ASIDE === 0),
    trainOn(lessonsFrom(taught, settings), 1),
  )
}

/** The temperature under which the examples kept aside surprise least: one number, nothing to overfit. */
export function temperatureBy(examples: Example[], model: LinearModel): number {
  const aside = examples.map(({ features, label }) => ({
    margins: margins(model, features),
    right: model.labels.indexOf(label),
  }))
  const surprise = (temperature: number) =>
    aside.reduce((sum, { margins, right }) => {
      const given = right < 0 ? 0 : (softmax(margins, temperature)[right] ?? 0)
      return sum - Math.log(Math.max(given, 1e-6))
    }, 0)
  return TEMPERATURES.reduce((best, t) => (surprise(t) < surprise(best) ? t : best))
}

function softmax(margins: Float64Array, temperature: number): Float64Array {
  const top = Math.max(...margins)
  const powers = margins.map((margin) => Math.exp((margin - top) / temperature))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}
