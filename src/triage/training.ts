// Full, and the same each time: from the same tickets come the same model and the same figures (docs/decisions/0023).

import { isCategory } from "./categories.ts"
import { type Decided, isKeptAside, isPhraseAside } from "./decided.ts"
import type { LabelledText } from "./examples.ts"
import { foundIn, type Known, knownFrom, lessonsOf } from "./learn.ts"
import type { Lexicon } from "./lexicon.ts"
import { type LinearModel, temperatureBy, trainOn } from "./linear-model.ts"
import { type Found, type Look, lookWith } from "./look.ts"
import type { Figures, Score } from "./model.ts"
import { type MailToSort, type Reading, readingOf } from "./reading.ts"
import { categoryOf } from "./sorter.ts"

/** `judged`: the same without what is kept aside, of one vocabulary. It sorts no mail: the next model is compared with it. */
export type Taught = { model: LinearModel; judged: LinearModel }

type Lesson = { known: Known; aside: Aside | null }
/** What it takes to judge by it. */
type Aside = { mail: MailToSort; reading: Reading; found: Found }

/** The newest are the likest to come again: of these tickets, those kept aside. More would only take time. */
const [MOST_TO_JUDGE, MOST_TO_CALIBRATE] = [2_500, 1_000]

type Verdict = { label: string; weight: number; isRight: boolean; wasRight: boolean }

export function teach(
  lexicon: Lexicon,
  examples: LabelledText[],
  decided: Decided[],
  inUse: Taught | null,
): { taught: Taught; figures: Figures } {
  const look = lookWith(lexicon)
  const phrases = examples.map((example, place) => phraseLesson(look, example, place))
  const tickets = decided
    .filter(({ category }) => isCategory(category))
    .map((ticket) => ticketLesson(look, ticket))
  const all = [...phrases, ...tickets]
  const lessons = lessonsOf(all.map(toKnown))
  const isTaught = (place: number) => all[place]?.aside === null
  const aside = [...phrases, ...tickets.slice(-MOST_TO_CALIBRATE)].filter(({ aside }) => aside)
  const untempered = trainOn(lessons, 1, isTaught)
  const temperature = temperatureBy(aside.map(toKnown), untempered)
  const judged = { ...untempered, temperature }
  const ofPhrases = (place: number) => place < phrases.length && isTaught(place)
  const before = inUse?.judged ?? trainOn(lessons, temperature, ofPhrases)
  const model = trainOn(lessons, temperature)

  const judge = (lessons: Lesson[]) =>
    lessons.flatMap((lesson) => verdictOn(lesson, judged, before))
  const verdicts = judge(tickets.slice(-MOST_TO_JUDGE))
  const byCategory = labelsOf(verdicts).map((category) => ({
    category,
    ...scoreOf(verdicts.filter(({ label }) => label === category)),
  }))
  return {
    taught: { model, judged },
    figures: {
      ...{ taught: tickets.length, gain: gainOf(verdicts), byCategory },
      ...scoreOf(verdicts),
      phrases: scoreOf(judge(phrases)),
    },
  }
}

/** Of what is kept aside only. */
function verdictOn({ known, aside }: Lesson, now: LinearModel, before: LinearModel): Verdict[] {
  if (!aside) return []
  const { mail, reading, found } = aside
  const { label, weight, features } = known
  const isRightBy = (model: LinearModel) =>
    categoryOf(mail, reading, found, model, features) === label
  return [{ label, weight, isRight: isRightBy(now), wasRight: isRightBy(before) }]
}

function scoreOf(verdicts: Verdict[]): Score {
  return {
    kept: verdicts.length,
    right: verdicts.filter(({ isRight }) => isRight).length,
    rightBefore: verdicts.filter(({ wasRight }) => wasRight).length,
  }
}

function gainOf(verdicts: Verdict[]): number {
  return verdicts.reduce(
    (sum, { weight, isRight, wasRight }) => sum + weight * (Number(isRight) - Number(wasRight)),
    0,
  )
}

function ticketLesson(look: Look, { ticketId, mail, category, weight }: Decided): Lesson {
  const reading = readingOf(mail)
  const { subject, text, folded } = reading
  const found = look.find(folded)
  const known = knownFrom(look, { subject, text, category, weight }, found)
  return { known, aside: isKeptAside(ticketId) ? { mail, reading, found } : null }
}

/** The questions of the cards, which weigh less than a phrase, judge nothing. */
function phraseLesson(look: Look, example: LabelledText, place: number): Lesson {
  const found = foundIn(look, example)
  const known = knownFrom(look, example, found)
  if (example.weight !== undefined || !isPhraseAside(place)) return { known, aside: null }
  const mail = alone(example)
  return { known, aside: { mail, reading: readingOf(mail), found } }
}

function alone({ subject, text }: LabelledText): MailToSort {
  return {
    ...{ from: null, olderFrom: null, verdict: "public service", isMachine: false, sentAt: null },
    ...{ subject, written: text, signature: "", older: "" },
  }
}

function toKnown({ known }: Lesson): Known {
  return known
}

function labelsOf(verdicts: Verdict[]): string[] {
  return [...new Set(verdicts.map(({ label }) => label))].sort()
}
