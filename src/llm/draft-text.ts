// What a model chose in the cards becomes a text. Nothing that it typed is kept: each sentence is found again in its card,
// and the card's own words are taken.

import * as z from "zod"
import { plain } from "./plain.ts"
import { type Sentence, sentencesOf } from "./sentences.ts"

/** A card, as an answer to this request would say it. */
export type Source = { id: string; title: string; text: string }

export const DraftShape = z.object({
  phrases: z.array(z.object({ fiche: z.string(), citation: z.string() })),
})
export type DraftAnswer = z.infer<typeof DraftShape>

export type Drafted = { text: string; entryIds: string[] }

const MOST_SENTENCES = 40

type Known = Sentence & { at: number; entryId: string }

/** Null: a sentence is in no card, or not in the one that it is said to be in. */
export function draftFrom({ phrases }: DraftAnswer, sources: Source[]): Drafted | null {
  if (phrases.length > MOST_SENTENCES) return null
  const cards = new Map(
    sources.map(({ id, text }) => [
      id,
      sentencesOf(text).map((sentence, at): Known => ({ ...sentence, at, entryId: id })),
    ]),
  )
  const chosen: Known[] = []
  for (const { fiche, citation } of phrases) {
    const card = cards.get(fiche)
    const quoted = card && quotedIn(card, citation)
    if (!quoted) return null
    const groups = new Set(quoted.map(({ group }) => group))
    chosen.push(...card.filter((one) => groups.has(one.group) && !chosen.includes(one)))
  }
  return { text: written(chosen), entryIds: [...new Set(chosen.map(({ entryId }) => entryId))] }
}

/** What the model reads of a card: what is to be validated is not told apart, since a person will. */
export function readable({ text }: Source): string {
  return sentencesOf(text)
    .map(({ before, text }) => before + text)
    .join("")
}

/** Whole sentences that follow each other: a part of one could say the contrary. Null when it is none of these. */
function quotedIn(card: Known[], citation: string): Known[] | null {
  const wanted = plain(citation)
  if (wanted === "") return null
  for (const [first] of card.entries()) {
    let said = ""
    for (const [n, { text, before }] of card.slice(first).entries()) {
      said = plain(`${said}${before}${text}`)
      if (said === wanted) return card.slice(first, first + n + 1)
      if (!wanted.startsWith(said)) break
    }
  }
  return null
}

/** As its card sets it out; sentences that were apart are paragraphs. */
function written(chosen: Known[]): string {
  return chosen
    .map((sentence, n) => {
      const last = chosen[n - 1]
      const follows = last?.entryId === sentence.entryId && last.at === sentence.at - 1
      const gap = !last ? "" : follows ? sentence.before : "\n\n"
      const isMarked = (other: Known | undefined) =>
        other?.mark === sentence.mark && other.entryId === sentence.entryId
      const opens = sentence.mark !== null && !(follows && isMarked(last))
      const next = chosen[n + 1]
      const closes = sentence.mark !== null && !(next?.at === sentence.at + 1 && isMarked(next))
      return `${gap}${opens ? "[à valider : " : ""}${sentence.text}${closes ? "]" : ""}`
    })
    .join("")
}
