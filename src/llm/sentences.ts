// A card's text, cut into what may be quoted: sentences, and whole lists. What is still to be validated stays so.

/** `before`: what stood between it and the sentence before. */
export type Sentence = {
  text: string
  before: "" | " " | "\n" | "\n\n"
  /** Of the passage to validate that it is in; null: the team confirmed it. */
  mark: number | null
  /** Those of one number go together: a step alone is no procedure, a half of a sentence may say the contrary. */
  group: number
}

const MARK = /\[à valider[\s\u00a0]*:[\s\u00a0]*([^[\]]+)\]/g
const CUT = /(\n{2,}|\n|(?<=[.!?…])(?<!^\d{1,2}\.)[ \u00a0]+(?=[\p{Lu}\d«]))/mu
const ITEM = /^(?:[-•]|\d{1,2}[.)])\s/
const SENTENCE_END = /[.!?…:]$/

export function sentencesOf(text: string): Sentence[] {
  const pieces: Omit<Sentence, "group">[] = []
  let before: Sentence["before"] = ""
  const add = (part: string, mark: number | null) => {
    for (const [n, piece] of part.split(CUT).entries()) {
      if (n % 2 === 1) before = gap(piece)
      else {
        if (/^\s/.test(piece) && before === "") before = " "
        if (!piece.trim()) continue
        pieces.push({ text: piece.trim(), before, mark })
        before = /\s$/.test(piece) ? " " : ""
      }
    }
  }
  let at = 0
  for (const found of text.matchAll(MARK)) {
    add(text.slice(at, found.index), null)
    add(found[1] ?? "", found.index)
    at = found.index + found[0].length
  }
  add(text.slice(at), null)
  return grouped(pieces)
}

/** A list is one, with what announces it; and so is a sentence of which a part is to be validated. */
function grouped(pieces: Omit<Sentence, "group">[]): Sentence[] {
  const sentences: Sentence[] = []
  for (const [n, piece] of pieces.entries()) {
    const last = sentences.at(-1)
    const isOnLine = !piece.before.includes("\n")
    const isNext =
      last &&
      ((isOnLine && (isInList(last, sentences) || !SENTENCE_END.test(last.text))) ||
        (ITEM.test(piece.text) && (isInList(last, sentences) || last.text.endsWith(":"))))
    sentences.push({ ...piece, group: isNext ? last.group : n })
  }
  return sentences
}

function isInList({ group }: Sentence, sentences: Sentence[]): boolean {
  return sentences.some((one) => one.group === group && ITEM.test(one.text))
}

function gap(blank: string): Sentence["before"] {
  if (!blank.includes("\n")) return " "
  return blank.length > 1 ? "\n\n" : "\n"
}
