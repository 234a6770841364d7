import { fold } from "./lexicon.ts"

export type Language = "fr" | "en" | "other"

const FRENCH = new Set(
  "le la les un une des du de et est je j vous nous pas ne n que qui pour sur dans mon ma mes votre vos avec ce cette il elle on au aux plus bonjour merci comment ou svp d l c".split(
    " ",
  ),
)
const ENGLISH = new Set(
  "the a an and is are i you we not to of my your for on in with it this that have has can could please hello hi thanks thank when but from at be was do does dear".split(
    " ",
  ),
)
const ENOUGH = 40
const FEW = 4

/** By the small words that every sentence has. A text too short to tell is French, as nearly all are. */
export function languageOf(text: string): Language {
  const words = fold(text).split(" ").slice(0, ENOUGH).filter(Boolean)
  const count = (known: Set<string>) => words.filter((word) => known.has(word)).length
  const [french, english] = [count(FRENCH), count(ENGLISH)]
  if (english > french && english >= 2) return "en"
  const isOther = words.length > FEW * 2 && french + english < words.length / 10
  return isOther ? "other" : "fr"
}
