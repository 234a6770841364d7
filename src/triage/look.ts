import { finder, type Lexicon, type Phrase, replacer, type Sentence } from "./lexicon.ts"
import { sentenceFinder } from "./sentences.ts"

/** What the lexicon recognises in a mail, the heaviest first. */
export type Found = { seen: Seen[]; sentences: Sentence[] }

export type Seen = { phrase: Phrase; category: string; weight: number }

export type Look = {
  /** Subject and text once folded. */
  find: (folded: { subject: string; text: string }) => Found
  /** The text without the titles of trainings: they are named for any reason, and say nothing of the category. */
  untitled: (text: string) => string
}

/** A mail's subject says it best: its phrases count twice. */
const SUBJECT_WEIGHT = 2
const A_TRAINING = " telleformation "

export function lookWith(lexicon: Lexicon): Look {
  const findPhrases = finder(
    lexicon.categories.flatMap(({ id, phrases }) =>
      phrases.map((phrase) => ({ phrase, category: id })),
    ),
  )
  const findSentences = sentenceFinder(lexicon.sentences)
  return {
    find: ({ subject, text }) => {
      const inSubject = findPhrases(subject)
      const known = new Set(inSubject.map(({ phrase }) => phrase))
      const inText = findPhrases(text).filter(({ phrase }) => !known.has(phrase))
      const weighed = (found: typeof inText, times: number) =>
        found.map((one) => ({ ...one, weight: one.phrase.weight * times }))
      return {
        seen: [...weighed(inSubject, SUBJECT_WEIGHT), ...weighed(inText, 1)].sort(
          (a, b) => b.weight - a.weight,
        ),
        sentences: findSentences(`${subject} ${text}`),
      }
    },
    untitled: replacer(lexicon.trainings, A_TRAINING),
  }
}
