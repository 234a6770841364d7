// What a model says of a long thread is kept only with the words that it rests on, found again in the message it names.

import * as z from "zod"
import { dayOf } from "../calendar/working-days.ts"
import type { Hiding } from "../privacy/personal-data.ts"
import type { Message } from "../tickets/ticket.ts"
import { oneLine, plain, saysMore } from "./plain.ts"

export const SummaryShape = z.object({
  points: z.array(z.object({ texte: z.string(), message: z.number(), citation: z.string() })),
})
export type SummaryAnswer = z.infer<typeof SummaryShape>

/** One thing that the thread says, and where. */
export type Point = { text: string; quote: string; message: Message }

/** Less is as soon read. */
const LONG_THREAD = 5
const [MOST_MESSAGES, LONGEST] = [25, 2_500]
const [MOST_POINTS, LONGEST_POINT, SHORTEST_QUOTE] = [8, 300, 8]

/** Neither notes, which are the team's, nor what a machine wrote. */
export function turnsToSum(messages: Message[]): Message[] {
  return messages
    .filter(
      ({ kind, outgoing }) =>
        kind === "incoming" ||
        (outgoing && !outgoing.isAutomatic && outgoing.delivery !== "cancelled"),
    )
    .slice(-MOST_MESSAGES)
}

export function isLong(messages: Message[]): boolean {
  return turnsToSum(messages).length >= LONG_THREAD
}

/** As the model reads them, numbered from 1. */
export function told(turns: Message[], { hide }: Hiding) {
  return turns.map(({ kind, at, text, passingId }, n) => ({
    numero: n + 1,
    de: passingId ? "un autre service" : kind === "incoming" ? "la personne" : "l’équipe",
    le: dayOf(at).toString(),
    texte: hide(text.slice(0, LONGEST)),
  }))
}

/** Null: a point rests on nothing, or says more than the messages do. */
export function pointsFrom(
  { points }: SummaryAnswer,
  turns: Message[],
  hiding: Hiding,
): Point[] | null {
  if (points.length > MOST_POINTS) return null
  const read = told(turns, hiding)
  const all = read.map(({ le, texte }) => `${le} ${texte}`).join("\n")
  const kept = points.map(({ texte, message: number, citation }): Point | null => {
    const [message, source] = [turns[number - 1], read[number - 1]]
    const quote = plain(citation)
    const isQuoted = source && plain(source.texte).includes(quote)
    if (!message || !isQuoted || quote.length < Math.min(SHORTEST_QUOTE, source.texte.length)) {
      return null
    }
    const said = oneLine(texte)
    if (!said || said.length > LONGEST_POINT || saysMore(said, all)) return null
    const [text, original] = [hiding.putBack(said), hiding.putBack(quote)]
    return text && original ? { text, quote: original, message } : null
  })
  return kept.every((point) => point !== null) ? kept : null
}
