import { fold } from "./lexicon.ts"
import type { Reading } from "./reading.ts"

const WORD = /[\p{L}\p{M}\p{N}]+/gu

type Place = { folded: string; start: number; end: number }

/** Folded words as their mail writes them, to be quoted: « a deja commence » is « a déjà commencé » again. */
export function asWritten(words: string, { subject, text }: Reading): string {
  const wanted = words.split(" ")
  const written = `${subject}\n${text}`
  const places = [...written.matchAll(WORD)].map(
    ({ 0: word, index }): Place => ({
      ...{ folded: fold(word), start: index, end: index + word.length },
    }),
  )
  const at = places.findIndex((_, n) => wanted.every((word, i) => places[n + i]?.folded === word))
  const [first, last] = [places[at], places[at + wanted.length - 1]]
  return first && last ? written.slice(first.start, last.end).replace(/\s+/g, " ") : words
}
