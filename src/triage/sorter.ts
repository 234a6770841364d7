import type { Triage } from "../tickets/ticket.ts"
import { CATEGORIES, isCategory } from "./categories.ts"
import type { LabelledText } from "./examples.ts"
import { type Features, features } from "./features.ts"
import { because } from "./french.ts"
import { languageOf } from "./language.ts"
import { finder, fold, type Lexicon, type Phrase, replacer, type Sentence } from "./lexicon.ts"
import { type LinearModel, type Score, scores, train } from "./linear-model.ts"
import { missingOf } from "./missing.ts"
import { type Nearest, nearestOf, nearestTo } from "./nearest.ts"
import { urgencies } from "./priority.ts"
import { type MailToSort, type Reading, readingOf } from "./reading.ts"
import { sentenceFinder } from "./sentences.ts"
import { isCalendarAnswer, isUnwanted } from "./unwanted.ts"

/** Sorts mails. Learns at the first one, once. */
export type Sorter = (mail: MailToSort) => Triage

export const UNSURE = "autre"
const UNWANTED = "indesirable"
/** A mail's subject says it best: its phrases count twice. */
const SUBJECT_WEIGHT = 2
/** By cross-validation. The lexicon's phrases weigh little beside words: who writes it forgets what it does not say. */
const LEARNING = { epochs: 8, shares: [1, 1, 0.2] }
const SURE = 0.97
const MENTOR_SAID_SO = 0.93
/** Beyond, an example that resembles explains no better. */
const ENOUGH_PHRASES = 2
const EXTERNAL = 3
/** To ask for what another category needs would look absurd. */
const SURE_ENOUGH_TO_ASK = 0.2
const A_TRAINING = " telleformation "

type Seen = { phrase: Phrase; category: string; weight: number }
type Learnt = { model: LinearModel; nearest: Map<string, Nearest> }

export function sorter(lexicon: Lexicon, examples: LabelledText[]): Sorter {
  const look = lookingFor(lexicon)
  let learnt: Learnt | null = null
  return (mail) => {
    learnt ??= learn(look, examples)
    return sorted(mail, look, learnt, lexicon)
  }
}

type Look = (folded: { subject: string; text: string }) => {
  seen: Seen[]
  sentences: Sentence[]
  /** A title of a training is named for any reason: it says nothing of the category. */
  untitled: (text: string) => string
}

function lookingFor(lexicon: Lexicon): Look {
  const find = finder(
    lexicon.categories.flatMap(({ id, phrases }) =>
      phrases.map((phrase) => ({ phrase, category: id })),
    ),
  )
  const findSentences = sentenceFinder(lexicon.sentences)
  const untitled = replacer(lexicon.trainings, A_TRAINING)
  return ({ subject, text }) => {
    const inSubject = new Map(find(subject).map((entry) => [entry.phrase, entry]))
    const inText = find(text).filter(({ phrase }) => !inSubject.has(phrase))
    return {
      seen: [
        ...[...inSubject.values()].map((entry) => ({
          ...entry,
          weight: entry.phrase.weight * SUBJECT_WEIGHT,
        })),
        ...inText.map((entry) => ({ ...entry, weight: entry.phrase.weight })),
      ].sort((a, b) => b.weight - a.weight),
      sentences: findSentences(`${subject} ${text}`),
      untitled,
    }
  }
}

function learn(look: Look, examples: LabelledText[]): Learnt {
  const known = examples.map(({ subject, text, category, weight }) => {
    const found = look({ subject: fold(subject), text: fold(text) })
    return {
      ...{ text: text || subject, label: category, weight: weight ?? 1 },
      features: featuresOf(`${subject}\n${text}`, found),
    }
  })
  return {
    model: train(known, LEARNING),
    nearest: new Map(
      CATEGORIES.map((id) => [id, nearestOf(known.filter(({ label }) => label === id))]),
    ),
  }
}

function featuresOf(text: string, { seen, sentences, untitled }: ReturnType<Look>): Features {
  const concepts = new Map<string, number>()
  for (const { category, weight } of seen)
    concepts.set(category, (concepts.get(category) ?? 0) + weight)
  for (const { category } of sentences) concepts.set(`mentor says ${category}`, 4)
  return features(untitled(text), concepts)
}

function sorted(mail: MailToSort, look: Look, learnt: Learnt, lexicon: Lexicon): Triage {
  const reading = readingOf(mail)
  const language = languageOf(`${reading.subject} ${reading.text}`)
  const unwanted = (reason: string): Triage => ({
    ...{ category: UNWANTED, priority: "normal", missing: [], language, second: null },
    ...{ confidence: SURE, because: [reason] },
  })
  if (mail.isMachine) return unwanted(because.machine)
  if (isCalendarAnswer(mail)) return unwanted(because.calendar)
  if (reading.isEmpty) {
    return { ...unwanted(because.empty), category: UNSURE }
  }

  const found = look(reading.folded)
  const seenFeatures = featuresOf(`${reading.subject}\n${reading.text}`, found)
  const [best, second] = decide(mail, reading, found, scores(learnt.model, seenFeatures))
  const category = best?.label ?? UNSURE
  const isSure = best !== undefined && best.score >= SURE_ENOUGH_TO_ASK
  const urgent = category === UNWANTED ? [] : urgencies(lexicon, reading, category)
  return {
    category,
    priority: urgent.length > 0 ? "high" : "normal",
    missing: isSure ? missingOf(mail, reading, category, lexicon) : [],
    language,
    confidence: Math.round((best?.score ?? 0) * 100) / 100,
    second: second?.label ?? null,
    because: [
      ...whyCategory(category, found, learnt, seenFeatures),
      ...(reading.isOlderRead ? [because.older] : []),
      ...urgent,
    ],
  }
}

/** The model proposes; what is certain of the sender or of Mentor's sentences has the last word. */
function decide(
  mail: MailToSort,
  reading: Reading,
  { seen, sentences }: ReturnType<Look>,
  proposed: Score[],
): Score[] {
  const evidence = seen
    .filter(({ category }) => category === UNWANTED)
    .reduce((sum, { weight }) => sum + weight, 0)
  const score = proposed.find(({ label }) => label === UNWANTED)?.score ?? 0
  if (isUnwanted(mail, reading, evidence, score)) {
    const others = proposed.filter(({ label }) => label !== UNWANTED)
    return [{ label: UNWANTED, score: Math.max(score, 0.8) }, ...others]
  }
  const wanted = proposed
    .filter(({ label }) => label !== UNWANTED)
    .map(({ label, score }) => ({ label, score: score * likelihood(label, mail) }))
    .sort((a, b) => b.score - a.score)
  const whole = wanted.reduce((sum, { score }) => sum + score, 0)
  const legitimate = wanted.map(({ label, score }) => ({ label, score: score / whole }))

  const [said] = sentences.filter(({ category }) => isCategory(category))
  if (!said) return legitimate
  const others = legitimate.filter(({ label }) => label !== said.category)
  const next = said.second ? [{ label: said.second, score: 0 }] : []
  return [{ label: said.category, score: MENTOR_SAID_SO }, ...next, ...others]
}

/** Who writes from a place that the State does not know asks more often for an account than for the rest. */
function likelihood(category: string, { verdict }: MailToSort): number {
  return category === "compte-externe" && verdict === "unknown" ? EXTERNAL : 1
}

function whyCategory(
  category: string,
  { seen, sentences }: ReturnType<Look>,
  { nearest }: Learnt,
  seenFeatures: Features,
): string[] {
  const said = sentences.find((sentence) => sentence.category === category)
  const phrases = seen.filter((one) => one.category === category).map(({ phrase }) => phrase.text)
  const known = said || phrases.length >= ENOUGH_PHRASES ? undefined : nearest.get(category)
  const example = known && nearestTo(known, seenFeatures)
  const reasons = [
    ...(said ? [because.mentorSays(said.text)] : []),
    ...(phrases.length > 0 ? [because.recognised(phrases)] : []),
    ...(example ? [because.resembles(example)] : []),
  ]
  return reasons.length > 0 ? reasons : [because.nothing]
}
