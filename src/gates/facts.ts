// What an answer says, sentence by sentence, so that what the bot would have sent is compared with what the team sent.

import { COURTESIES, GREETING, RESERVATIONS } from "./facts-words.ts"

export type Comparison = {
  what: "same" | "edited" | "other"
  /** Sentences of the card that are not in the answer. */
  lacks: string[]
}

/** Under that share of its sentences, the card was not used. */
const USED = 1 / 3
const BLOCK = /\n\s*\n|\n(?=\s*(?:[-•*–]|\d{1,2}[.)])\s)/
const SENTENCE_END = /(?<=[.!?…])\s+/
const MARK = /\[\s*à\s+valider\s*:\s*([^\]]*)\]/giu
const BULLET = /^\s*(?:[-•*–]|\d{1,2}[.)])\s+/
const LINK_OR_NUMBER = /\d|https?:|www\./

/**
 * The same: the answer has every sentence of the card, and adds neither link, nor number, nor reservation of its own.
 * Greetings, signatures, courtesies, spaces and typography say nothing.
 */
export function compareFacts(card: string, answer: string): Comparison {
  const [own, said] = [factsIn(card), factsIn(answer)]
  const [keys, answered] = [own.map(keyOf), said.map(keyOf)]
  const lacks = own.filter((fact) => !answered.includes(keyOf(fact)))
  const added = answered.filter((key) => !keys.includes(key) && changesAnswer(key))
  if (own.length === 0 || own.length - lacks.length < own.length * USED) {
    return { what: "other", lacks: [] }
  }
  return { what: lacks.length + added.length > 0 ? "edited" : "same", lacks }
}

/** Lines of a paragraph go on: mail programs cut them anywhere. */
function factsIn(text: string): string[] {
  return text
    .replace(/\r\n/g, "\n")
    .replace(MARK, "$1")
    .split(BLOCK)
    .flatMap((block) => block.replace(BULLET, "").replace(/\s+/g, " ").split(SENTENCE_END))
    .map((sentence) => sentence.trim())
    .filter((sentence) => !isCourtesy(keyOf(sentence)))
}

/** What two sentences that say the same have in common. */
function keyOf(sentence: string): string {
  return sentence
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[«»“”„]/g, '"')
    .replace(/[‐‑‒–—]/g, "-")
    .replace(/[*_]{1,2}(?=\S)|(?<=\S)[*_]{2}/g, "")
    .replace(/\s+/g, " ")
    .replace(/"\s*([^"]*?)\s*"/g, '"$1"')
    .replace(/\s+(?=[.,;:!?)])/g, "")
    .trim()
    .replace(GREETING, "")
    .replace(/[.,;:!…]+$/, "")
}

function isCourtesy(key: string): boolean {
  return key === "" || (COURTESIES.test(key) && !LINK_OR_NUMBER.test(key))
}

function changesAnswer(key: string): boolean {
  return LINK_OR_NUMBER.test(key) || RESERVATIONS.test(key)
}
