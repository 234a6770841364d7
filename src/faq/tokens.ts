import { stem, wordsOf } from "../triage/features.ts"
import { ideasIn, type Synonyms } from "./synonyms.ts"

/** What a text is searched by: words and ideas, and letters, which are what survives a typing error. */
export type Tokens = { words: string[]; letters: string[] }

const [SHORTEST, LONGEST] = [3, 5]
/** Words that carry no subject. */
const EMPTY = new Set(
  `le la les l un une des du de d au aux a à et ou où en dans sur par pour avec ce cet cette ces mon ma mes sa
  ses notre nos votre vos leur leurs je j il elle on nous vous ils elles me m se s y que qu qui quoi est sont suis été
  etre être avoir ai as avons avez ont ne n pas plus c quel quelle quels quelles comment quand pourquoi si puis peut
  peux faut fait faire ça ca t tu te toi moi lui the to my i is do how can of in for what bonjour bonsoir svp stp merci
  cordialement`.split(/\s+/),
)

export function tokensOf(text: string, synonyms: Synonyms): Tokens {
  const words = wordsOf(text)
  const subject = words.filter((word) => !EMPTY.has(word))
  const ideas = ideasIn(synonyms, words.map(stem))
  return {
    words: [...subject.map(stem), ...ideas.map((idea) => `= ${idea}`)],
    letters: subject.flatMap(lettersOf),
  }
}

/** The words that say what the question is about, as they are written. */
export function subjectOf(text: string): string[] {
  return wordsOf(text).filter((word) => !EMPTY.has(word))
}

function lettersOf(word: string): string[] {
  const bounded = ` ${word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("œ", "oe")} `
  const found: string[] = []
  for (let size = SHORTEST; size <= LONGEST; size++) {
    for (let from = 0; from + size <= bounded.length; from++) {
      found.push(bounded.slice(from, from + size))
    }
  }
  return found
}
