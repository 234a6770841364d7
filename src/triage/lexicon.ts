// What the team taught the bot to recognise: `prompts/lexicon.yaml`, once read.

export type Lexicon = {
  categories: { id: string; label: string; phrases: Phrase[] }[]
  /** `ifBlocking`: counts only where people cannot work. */
  highPriority: { reason: string; ifBlocking: boolean; phrases: Phrase[] }[]
  /** What Mentor says on its pages and in its mails. */
  sentences: Sentence[]
  /** Titles of trainings, and what people call them. */
  trainings: Phrase[]
}

/** `anchor`: a word without which the phrase is not there, « mot* » when its end is free, "" when there is none. */
export type Phrase = { text: string; weight: number; pattern: RegExp; anchor: string }

export type Sentence = { text: string; category: string; second: string | null }

/** Finds phrases in a folded text; most are put aside at a glance, because a text has few of the anchors. */
export type Finder<T> = (folded: string) => T[]

const GAP = /…|\.{3}/
const FEW_WORDS = "(?: [a-z0-9]+){0,6} "
const END = "[a-z0-9]*"
const NUMBER =
  "(?:[3-9]|[1-9][0-9]{1,3}|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|une (?:dizaine|douzaine|quinzaine|vingtaine|trentaine|cinquantaine|centaine)(?: d)?(?: de)?)"

/** « * » ends a word, « … » stands for a few words, « # » for a number of at least three: see `prompts/lexicon.yaml`. */
export function phrase(text: string, weight = 1): Phrase {
  const parts = text.split(GAP).map((part) => part.trim().split(/\s+/).flatMap(wordPatterns))
  const source = parts.map((words) => words.join(" ")).join(FEW_WORDS)
  return {
    ...{ text, weight, pattern: new RegExp(`(?:^| )${source}(?: |$)`) },
    anchor: anchorOf(parts.flat()),
  }
}

export function finder<T extends { phrase: Phrase }>(entries: T[]): Finder<T> {
  const byAnchor = new Map<string, T[]>()
  for (const entry of entries) {
    const { anchor } = entry.phrase
    byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), entry])
  }
  const lengths = [...byAnchor.keys()].filter((key) => key.endsWith("*")).map((key) => key.length)
  const [shortest, longest] = [Math.min(...lengths) - 1, Math.max(...lengths) - 1]
  const anywhere = byAnchor.get("") ?? []
  return (folded) => {
    const found = anywhere.filter(({ phrase }) => phrase.pattern.test(folded))
    const look = (anchor: string) => {
      for (const entry of byAnchor.get(anchor) ?? [])
        if (entry.phrase.pattern.test(folded)) found.push(entry)
    }
    const begun = new Set<string>()
    for (const word of new Set(folded.split(" "))) {
      look(word)
      for (let size = shortest; size <= longest && size <= word.length; size++)
        begun.add(word.slice(0, size))
    }
    for (const beginning of begun) look(`${beginning}*`)
    return found
  }
}

/** Writes `instead` where one of the phrases stands, in a text that keeps its accents. */
export function replacer(phrases: Phrase[], instead: string): (text: string) => string {
  const ways = phrases
    .map(({ text }) => text.trim().split(/\s+/).map(inAnyWriting).join("[^\\p{L}\\p{N}]{1,3}"))
    .sort((a, b) => b.length - a.length)
  if (ways.length === 0) return (text) => text
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${ways.join("|")})(?![\\p{L}\\p{N}])`, "giu")
  return (text) => text.replace(pattern, instead)
}

const ACCENTS: Record<string, string> = {
  ...{ a: "[aàâä]", c: "[cç]", e: "[eéèêë]", i: "[iîï]", o: "[oôö]", u: "[uùûü]" },
}

function inAnyWriting(word: string): string {
  const letters = [...fold(word)].map((letter) => ACCENTS[letter] ?? letter).join("")
  return word.endsWith("*") ? `${letters}[\\p{L}\\p{N}]*` : letters
}

/** Lower case, no accents, everything that is neither letter nor figure becomes one space. */
export function fold(text: string): string {
  const folded = text
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
  // Of one byte for each letter, whatever it was made of: V8 compiles each pattern for one width of text, not for two.
  return Buffer.from(folded, "latin1").toString("latin1")
}

/** « l’adresse* » is two words, of which the last has any end. */
function wordPatterns(written: string): string[] {
  if (written === "#") return [NUMBER]
  const words = fold(written).split(" ").filter(Boolean)
  return written.endsWith("*") ? words.map((word, i) => word + (words[i + 1] ? "" : END)) : words
}

/** The longest word, because it is the rarest. */
function anchorOf(words: string[]): string {
  const whole = words.filter((word) => /^[a-z0-9]+$/.test(word))
  const begun = words.filter((word) => word.endsWith(END) && word !== END)
  const longest = (list: string[]) =>
    list.reduce((best, word) => (word.length > best.length ? word : best), "")
  if (whole.length > 0) return longest(whole)
  return begun.length > 0 ? longest(begun).replace(END, "*") : ""
}
