import type { Priority, Triage } from "../tickets/ticket.ts"
import { because } from "./french.ts"

/** What the team taught the bot to recognise: `prompts/lexicon.yaml`, once read. */
export type Lexicon = {
  categories: { id: string; label: string; phrases: Phrase[] }[]
  highPriority: { reason: string; phrases: Phrase[] }[]
}

export type Phrase = { text: string; weight: number; pattern: RegExp }

/** A mail's subject says it best: its words count twice. */
const SUBJECT_WEIGHT = 2
const MAX_TEXT = 8_000
const GAP = /…|\.{3}/
const FEW_WORDS = "(?: [a-z0-9]+){0,6} "
const END = "[a-z0-9]*"
const NUMBER =
  "(?:[3-9]|[1-9][0-9]{1,3}|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|cent)"

export const UNSURE = "autre"

/** The category whose phrases weigh most, with the phrases as reasons. */
export function triageByLexicon(lexicon: Lexicon, mail: { subject: string; text: string }): Triage {
  const subject = fold(mail.subject)
  const text = fold(mail.text.slice(0, MAX_TEXT))
  const weigh = ({ pattern, weight }: Phrase) =>
    pattern.test(subject) ? weight * SUBJECT_WEIGHT : pattern.test(text) ? weight : 0
  const scored = lexicon.categories.map((category) => {
    const seen = category.phrases.filter((phrase) => weigh(phrase) > 0)
    return { category, seen, score: seen.reduce((sum, phrase) => sum + weigh(phrase), 0) }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), {
    category: { id: UNSURE, label: "" },
    seen: [] as Phrase[],
    score: 0,
  })
  const urgent = lexicon.highPriority.flatMap(({ reason, phrases }) => {
    const seen = phrases.find((phrase) => weigh(phrase) > 0)
    return seen ? [because.urgent(reason, seen.text)] : []
  })
  const isUnwanted = best.category.id === "indesirable"
  const priority: Priority = urgent.length > 0 && !isUnwanted ? "high" : "normal"
  return {
    category: best.category.id,
    priority,
    missing: [],
    because: [
      best.seen.length > 0
        ? because.recognised(best.seen.map(({ text }) => text))
        : because.nothing,
      ...(priority === "high" ? urgent : []),
    ],
  }
}

/** « * » ends a word, « … » stands for a few words, « # » for a number of at least three: see `prompts/lexicon.yaml`. */
export function phrase(text: string, weight = 1): Phrase {
  const source = text
    .split(GAP)
    .map((part) => part.trim().split(/\s+/).flatMap(wordPatterns).join(" "))
    .join(FEW_WORDS)
  return { text, weight, pattern: new RegExp(`(?:^| )${source}(?: |$)`) }
}

/** « l’adresse* » is two words, of which the last has any end. */
function wordPatterns(written: string): string[] {
  if (written === "#") return [NUMBER]
  const words = fold(written).split(" ").filter(Boolean)
  return written.endsWith("*") ? words.map((word, i) => word + (words[i + 1] ? "" : END)) : words
}

/** Lower case, no accents, everything that is neither letter nor figure becomes one space. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
}
