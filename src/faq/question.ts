import type { Found, KnownEntry } from "./found.ts"
import { askedIn, personIn } from "./person.ts"

/** What somebody asked in a chat, and what the bot said. */
export type Question = {
  id: number
  chat: string
  /** Who asked, as the chat knows them. */
  account: string
  askedAt: Date
  /** Without its secrets. */
  text: string
  /** All could read it. */
  isPublic: boolean
  /** Null until the cards were searched. */
  said: Said | null
  /** The card that answered. */
  helpedBy: string | null
  /** Cards that did not. */
  refused: string[]
}

/**
 * answer: the first card is right · choice: one of these is · unknown: none is · somebody: a person alone answers.
 * `ids` are all the cards that were thought of, the likeliest first.
 */
export type Said = {
  kind: "answer" | "choice" | "unknown" | "somebody"
  ids: string[]
  unknownWords: string[]
}

/** Whom an answer is for: people outside the team are given validated cards only. */
export type Readers = "team" | "anybody"

export const FOR_SOMEBODY: Said = { kind: "somebody", ids: [], unknownWords: [] }

const TITLES = 3
/** An address, a number: nothing that a card could speak of. */
const OF_SOMEBODY = /[\d@]/

/** `mayGive`: the card may be shown to those who read the answer. */
export function saidOf(found: Found, text: string, mayGive: (id: string) => boolean): Said {
  const [best, ...others] = found.hits.map(({ id }) => id)
  const given = found.hits.map(({ id }) => id).filter(mayGive)
  if (found.isSure && best) {
    if (!mayGive(best)) return { kind: "unknown", ids: [], unknownWords: [] }
    return { kind: "answer", ids: [best, ...others.filter(mayGive)], unknownWords: [] }
  }
  if (given.length > 0) return { kind: "choice", ids: given, unknownWords: [] }
  // Words of a question that names somebody are not said again: they may be the name.
  const isOfSomebody = personIn(askedIn(text), () => false) !== null
  const words = isOfSomebody ? [] : found.unknownWords.filter((word) => !OF_SOMEBODY.test(word))
  return { kind: "unknown", ids: [], unknownWords: words }
}

/** Titles to choose from: what was said not to help is not said again. */
export function titlesOf({ said, refused }: Question): string[] {
  return (said?.ids ?? []).filter((id) => !refused.includes(id)).slice(0, TITLES)
}

/** From its review day on, a card is for the team to look at again. */
export function mayBeGiven(
  entry: Pick<KnownEntry, "isValidated" | "reviewOn"> | undefined,
  readers: Readers,
  today: string,
): boolean {
  if (!entry) return false
  return readers === "team" || (entry.isValidated && today < entry.reviewOn)
}

/** « 12-lien-expire »: a question, and one of the cards it was answered with. */
export function aboutCard(question: number, card: string): string {
  return `${question}-${card}`
}

export function parseAbout(text: string): { question: number; card: string } | null {
  const [, question, card] = /^(\d{1,9})-([\w-]{1,60})$/.exec(text) ?? []
  return question && card ? { question: Number(question), card } : null
}
