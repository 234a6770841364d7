// Mentor's own sentences, whatever the accents, the typing errors and the line breaks of who copies them.
import { fold, type Sentence } from "./lexicon.ts"

type Known = { sentence: Sentence; words: string[]; gaps: number }

/** Of a short sentence every word must be there, of a long one nearly all. */
const NEARLY_ALL = 0.8
const SHORT = 4
const ROOM = 3
const WORDS_OF_GAP = 8
const LONG_ENOUGH_TO_ERR = 5
const MAX_WORDS = 1_500
const MAX_KNOWN_WORDS = 20_000
const GAP = /…|\.{3}/

/** Sentences in the order of the table; `find` returns those that a folded text says, the longest first. */
export function sentenceFinder(sentences: Sentence[]): (folded: string) => Sentence[] {
  const known: Known[] = sentences.map((sentence) => ({
    sentence,
    words: fold(sentence.text.replace(GAP, " ")).split(" "),
    gaps: sentence.text.split(GAP).length - 1,
  }))
  const wanted = wantedBy([...new Set(known.flatMap(({ words }) => words))])
  return (folded) => {
    const text = folded.split(" ").slice(0, MAX_WORDS)
    const places = placesOf(wanted, text)
    return known
      .filter(({ words, gaps }) => isSaid(words, gaps, places))
      .sort((a, b) => b.words.length - a.words.length)
      .map(({ sentence }) => sentence)
  }
}

/** Which of the words a given one is, or nearly is: people write the same ones again and again. */
function wantedBy(words: string[]): (given: string) => string[] {
  const known = new Map<string, string[]>()
  return (given) => {
    const wanted = known.get(given) ?? words.filter((word) => isNearly(word, given))
    if (known.size >= MAX_KNOWN_WORDS) known.clear()
    known.set(given, wanted)
    return wanted
  }
}

/** Where each wanted word is, or nearly is. */
function placesOf(wanted: (given: string) => string[], text: string[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [place, given] of text.entries()) {
    for (const word of wanted(given)) {
      const places = found.get(word)
      if (places) places.push(place)
      else found.set(word, [place])
    }
  }
  return found
}

/** Enough of the words, in their order, near one another. */
function isSaid(words: string[], gaps: number, places: Map<string, number[]>): boolean {
  const needed = words.length <= SHORT ? words.length : Math.ceil(words.length * NEARLY_ALL)
  if (words.filter((word) => places.has(word)).length < needed) return false
  const span = words.length + ROOM + gaps * WORDS_OF_GAP
  const starts = words.slice(0, words.length - needed + 1).flatMap((word) => places.get(word) ?? [])
  return starts.some((start) => {
    let [last, count] = [start - 1, 0]
    for (const word of words) {
      const next = places.get(word)?.find((place) => place > last)
      if (next === undefined || next >= start + span) continue
      last = next
      count += 1
    }
    return count >= needed
  })
}

/** The same word but for one slip: a letter changed, missing, doubled or exchanged with its neighbour. */
export function isNearly(word: string, other: string): boolean {
  if (word === other) return true
  const longer = word.length - other.length
  if (word.length < LONG_ENOUGH_TO_ERR || longer > 1 || longer < -1) return false
  let begin = 0
  while (begin < word.length && word[begin] === other[begin]) begin += 1
  let end = 0
  const room = Math.min(word.length, other.length) - begin
  while (end < room && word[word.length - 1 - end] === other[other.length - 1 - end]) end += 1
  const left = Math.max(word.length, other.length) - begin - end
  if (left <= 1) return true
  const isSwapped = word[begin] === other[begin + 1] && word[begin + 1] === other[begin]
  return longer === 0 && left === 2 && isSwapped
}
