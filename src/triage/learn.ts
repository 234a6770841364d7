import { CATEGORIES } from "./categories.ts"
import type { LabelledText } from "./examples.ts"
import { type Features, features } from "./features.ts"
import { fold } from "./lexicon.ts"
import { type Example, type Lessons, type LinearModel, lessonsFrom, train } from "./linear-model.ts"
import type { Found, Look } from "./look.ts"
import { type Nearest, nearestOf } from "./nearest.ts"

export type Learnt = { model: LinearModel; nearest: Map<string, Nearest> }

/** By cross-validation. The lexicon's phrases weigh little beside words: who writes it forgets what it does not say. */
const LEARNING = { epochs: 8, shares: [1, 1, 0.2] }
/** Thousands of lessons take a while; fewer epochs cost nothing that cross-validation sees. */
const LEARNING_AGAIN = { ...LEARNING, epochs: 3 }
const SENTENCE_WEIGHT = 4

/** A lesson, as the model sees it. */
export type Known = Example & { text: string; weight: number }

/** Full, and the same each time. */
export function learn(look: Look, examples: LabelledText[]): Learnt {
  const known = examples.map((example) => knownFrom(look, example, foundIn(look, example)))
  return {
    model: train(known, LEARNING),
    nearest: new Map(
      CATEGORIES.map((id) => [id, nearestOf(known.filter(({ label }) => label === id))]),
    ),
  }
}

/** For several models: one that sorts, others that are judged. */
export function lessonsOf(known: Known[]): Lessons {
  return lessonsFrom(known, LEARNING_AGAIN)
}

export function knownFrom(
  look: Look,
  { subject, text, category, weight = 1 }: LabelledText,
  found: Found,
): Known {
  return {
    ...{ text: text || subject, label: category, weight },
    features: featuresOf(look, `${subject}\n${text}`, found),
  }
}

export function foundIn(look: Look, { subject, text }: LabelledText): Found {
  return look.find({ subject: fold(subject), text: fold(text) })
}

/** Words, letters, and for each category the weight of its phrases. */
export function featuresOf(look: Look, text: string, { seen, sentences }: Found): Features {
  const concepts = new Map<string, number>()
  for (const { category, weight } of seen)
    concepts.set(category, (concepts.get(category) ?? 0) + weight)
  for (const { category } of sentences) concepts.set(`mentor says ${category}`, SENTENCE_WEIGHT)
  return features(look.untitled(text), concepts)
}
