// Questions that a model proposes for a card: new ones, each with what answers it in the card, found again there.

import * as z from "zod"
import { readable } from "../llm/draft-text.ts"
import { oneLine, plain, saysMore } from "../llm/plain.ts"
import { type Hiding, hidingOf } from "../privacy/personal-data.ts"
import { bodyOf, type Entry } from "./entry.ts"

export const QuestionsShape = z.object({
  questions: z.array(z.object({ question: z.string(), citation: z.string() })),
})
export type QuestionsAnswer = z.infer<typeof QuestionsShape>

type Card = Pick<Entry, "id" | "title" | "body" | "questions">

const [MOST_PROPOSED, LONGEST, SHORTEST_QUOTE] = [8, 200, 8]

/** A card as the model reads it; agents' own words may name somebody. */
export function toPropose({ id, title, body, questions }: Card) {
  const text = readable({ id, title, text: bodyOf({ body, isValidated: false }) })
  const known = new Set(
    plain(`${title} ${text}`)
      .toLowerCase()
      .split(/[^\p{L}'-]+/u),
  )
  const hiding = hidingOf([], (word) => known.has(word.toLowerCase()))
  const { hide } = hiding
  const fiche = { titre: hide(title), texte: hide(text) }
  return { hiding, material: { fiche, questions: questions.map(hide) } }
}

/** Those that the card does not know yet. Null: one rests on nothing in it, or says more than it does. */
export function questionsFrom({ questions }: QuestionsAnswer, card: Card): string[] | null {
  const { hiding, material } = toPropose(card)
  const read = plain(`${material.fiche.titre} ${material.fiche.texte}`)
  const sources = JSON.stringify(material)
  const kept = questions.map(({ question, citation }): string | null => {
    const [said, quote] = [oneLine(question), plain(citation)]
    const isQuoted = quote.length >= SHORTEST_QUOTE && read.includes(quote)
    if (!isQuoted || !said || said.length > LONGEST || saysMore(said, sources)) return null
    return nobodyIn(said, hiding)
  })
  if (kept.length > MOST_PROPOSED || !kept.every((one) => one !== null)) return null
  const known = new Set(card.questions.map(folded))
  return kept.filter((one) => {
    const isNew = !known.has(folded(one))
    known.add(folded(one))
    return isNew
  })
}

/** A question names nobody, nor has anything of somebody's. */
function nobodyIn(question: string, { hide }: Hiding): string | null {
  return hide(question) === question ? question : null
}

function folded(question: string): string {
  const bare = plain(question).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  return bare.replace(/[^a-z0-9]+/g, " ").trim()
}
