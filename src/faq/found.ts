import { answerTo, hitsOf } from "./answer.ts"
import type { Entry } from "./entry.ts"
import { type FaqIndex, indexFaq, type Knowledge } from "./search.ts"
import { tokensOf } from "./tokens.ts"

/**
 * What a search says of a mail: whether it is sure of a card, which ones it thought of, the likeliest first, and of
 * which ones it is sure when it reads the subject alone, or one sentence alone: a long mail drowns what it asks.
 * `unknownWords` are in no card, where it thought of none.
 */
export type Found = {
  isSure: boolean
  hits: FoundHit[]
  bySubject: string[]
  bySentence: string[]
  unknownWords: string[]
}

/** `question`: the one of the card's questions that is nearest to the mail; "" when they share no word. */
export type FoundHit = { id: string; confidence: number; question: string }

/** What the bot asks of the answer cards. Searching learns first, for about a second, away from everything else. */
export type FaqPort = {
  /** Null while it learns, or cannot: a job asks again with `answer`, and waits. */
  answerNow(text: string): Promise<Found | null>
  answer(text: string): Promise<Found>
  /**
   * For each text, what a search would find if these were the cards: it learns them beside, and forgets them. Null when
   * that takes more than ten seconds: somebody waits for it.
   */
  answerWith(cards: SearchedEntry[], texts: string[]): Promise<Found[] | null>
  entry(id: string): KnownEntry | undefined
  /** These are the cards from now on; `revision`: the store's, when they were read. */
  learn(entries: KnownEntry[], revision: number): void
  /** 0 before any was learnt. */
  revision(): number
}

/** What search reads of a card. */
export type SearchedEntry = Knowledge["entries"][number]

/** What is kept of a card beside the search. */
export type KnownEntry = Pick<
  Entry,
  "id" | "title" | "category" | "isValidated" | "body" | "source" | "verifiedOn" | "reviewOn"
>

const MOST_SENTENCES = 12
const SENTENCE_END = /(?<=[.!?])\s+|\n+/

/** Searches what was learnt of these cards. The first line of what is searched is a subject. */
export function searcher(
  knowledge: Knowledge,
  index: FaqIndex = indexFaq(knowledge),
): (text: string) => Found {
  const wordsOf = (text: string) => tokensOf(text, index.synonyms).words
  const questions = new Map(
    knowledge.entries.map((entry) => [
      entry.id,
      entry.questions.map((text) => ({ text, words: wordsOf(text) })),
    ]),
  )
  const sureOf = (text: string) => {
    const said = answerTo(index, text)
    return said.kind === "answer" ? [said.hit.id] : []
  }
  return (text) => {
    const said = answerTo(index, text)
    // Cards that an abstention thought of are for who searches, not for who answers a mail.
    const hits = said.kind === "abstention" ? [] : hitsOf(said)
    const words = new Set(wordsOf(text))
    const [subject = "", ...lines] = text.split("\n")
    const sentences = lines.join("\n").split(SENTENCE_END).slice(0, MOST_SENTENCES)
    return {
      isSure: said.kind === "answer",
      hits: hits.map((hit) => ({
        ...hit,
        question: nearestQuestion(questions.get(hit.id) ?? [], words),
      })),
      bySubject: sureOf(subject),
      bySentence: [...new Set(sentences.flatMap(sureOf))],
      unknownWords: said.kind === "abstention" ? said.unknownWords : [],
    }
  }
}

/** The one that has the most words of the mail for its length. */
function nearestQuestion(
  questions: { text: string; words: string[] }[],
  said: Set<string>,
): string {
  let [nearest, most] = ["", 0]
  for (const { text, words } of questions) {
    const score = words.filter((word) => said.has(word)).length / Math.sqrt(words.length)
    if (score > most) [nearest, most] = [text, score]
  }
  return nearest
}
