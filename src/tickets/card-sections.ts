import type { Section } from "../card.ts"
import { cutAtWord } from "../excerpt.ts"
import type { TicketView } from "./card.ts"
import { french } from "./french.ts"
import { answerWords } from "./french-answer.ts"

const MAX_EXCERPT = 700

/** What they wrote first, what was written last, and what another service answered. */
export function sections({
  messages,
  passings,
  automaticAnswer,
}: Pick<TicketView, "messages" | "passings" | "automaticAnswer">): Section[] {
  const received = messages.filter(({ kind }) => kind === "incoming")
  const [first, ...rest] = received.filter(({ passingId }) => !passingId)
  const [last, answer] = [rest.at(-1), received.findLast(({ passingId }) => passingId)]
  const service = passings.find(({ id }) => id === answer?.passingId)?.name ?? ""
  return [
    ...(first ? [{ heading: french.wrote, text: excerpt(first.text) }] : []),
    ...(last ? [{ heading: french.wroteLast(last.at), text: excerpt(last.text) }] : []),
    ...(automaticAnswer
      ? [{ heading: answerWords.automaticText, text: automaticAnswer.text }]
      : []),
    ...(answer ? [{ heading: french.passing.wrote(service), text: excerpt(answer.text) }] : []),
  ]
}

/** Cut at a word, and says so. */
export function excerpt(text: string): string {
  if (text.trim() === "") return french.noText
  const cut = cutAtWord(text, MAX_EXCERPT)
  return cut === text ? text : `${cut} ${french.more}`
}
