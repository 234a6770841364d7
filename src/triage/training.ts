// Full, and the same each time: from the same tickets come the same model and the same figures (docs/decisions/0023).

import { type Category, isCategory } from "./categories.ts"
import { type Decided, isKeptAside, isPhraseAside } from "./decided.ts"
import type { LabelledText } from "./examples.ts"
import { foundIn, type Known, knownFrom, modelFrom } from "./learn.ts"
import type { Lexicon } from "./lexicon.ts"
import type { LinearModel } from "./linear-model.ts"
import { type Found, type Look, lookWith } from "./look.ts"
import type { Figures, Score } from "./model.ts"
import { type MailToSort, type Reading, readingOf } from "./reading.ts"
import { categoryOf } from "./sorter.ts"

/** `judged`: the same without what is kept aside. It sorts no mail: the next model is compared with it. */
export type Taught = { model: LinearModel; judged: LinearModel }

type Lesson = { known: Known; aside: Aside | null }
/** What it takes to judge by it. */
type Aside = { mail: MailToSort; reading: Reading; found: Found }

/** The newest are the likest to come again; more would only take time. */
const MOST_JUDGED = 500

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
  const model = modelFrom(all.map(toKnown))
  const without = (lessons: Lesson[]) =>
    modelFrom(lessons.filter(({ aside }) => !aside).map(toKnown), model.temperature)
  const judged = without(all)
  const before = inUse?.judged ?? without(phrases)

  const isRight = (by: LinearModel, { known: { features, label }, aside }: Lesson) =>
    aside && categoryOf(aside.mail, aside.reading, aside.found, by, features) === label
  const scoreOf = (lessons: Lesson[]): Score => ({
    kept: lessons.length,
    right: lessons.filter((lesson) => isRight(judged, lesson)).length,
    rightBefore: lessons.filter((lesson) => isRight(before, lesson)).length,
  })
  const kept = tickets.filter(({ aside }) => aside).slice(-MOST_JUDGED)
  const byCategory = labelsOf(kept).map((category) => ({
    category,
    ...scoreOf(kept.filter(({ known }) => known.label === category)),
  }))
  return {
    taught: { model, judged },
    figures: {
      taught: tickets.length,
      ...summed(byCategory),
      byCategory,
      phrases: scoreOf(phrases.filter(({ aside }) => aside)),
    },
  }
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
    ...{ from: null, verdict: "public service", isMachine: false, sentAt: null },
    ...{ subject, written: text, signature: "", older: "" },
  }
}

function toKnown({ known }: Lesson): Known {
  return known
}

function labelsOf(lessons: Lesson[]): Category[] {
  return [...new Set(lessons.map(({ known }) => known.label))].filter(isCategory).sort()
}

function summed(scores: Score[]): Score {
  const sum = (key: keyof Score) => scores.reduce((total, score) => total + score[key], 0)
  return { kept: sum("kept"), right: sum("right"), rightBefore: sum("rightBefore") }
}
