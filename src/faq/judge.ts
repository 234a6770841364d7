// Oui, Non, and a title that somebody chose.
import { dayOf } from "../calendar/working-days.ts"
import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Asker, Uses } from "./ask.ts"
import type { KnownEntry } from "./found.ts"
import { french } from "./french-questions.ts"
import { mayBeGiven, parseAbout, type Question, titlesOf } from "./question.ts"
import { answerCard, choiceCard } from "./question-card.ts"

/** Counted once for each card that was shown, whoever clicks. */
export async function judgeAnswer(
  needs: Uses,
  name: string,
  hasHelped: boolean,
  asker: Asker,
): Promise<Answer> {
  const { question, card } = await judge(needs, name, hasHelped, asker)
  if (hasHelped) return { kind: "done", text: french.thanks }
  const refused = [...question.refused, card]
  const entries = given(needs, titlesOf({ ...question, refused }), asker)
  return { kind: "whisper", card: choiceCard(question.id, entries, true) }
}

export async function showChosen(needs: Uses, name: string, asker: Asker): Promise<Answer> {
  const about = parseAbout(name)
  const question = about && (await needs.store.question(about.question))
  if (!about || !mayRead(question, asker)) throw new UserError(french.forgotten)
  const [entry] = question.said?.ids.includes(about.card) ? given(needs, [about.card], asker) : []
  if (!entry) throw new UserError(french.notForYou)
  const today = dayOf(needs.clock()).toString()
  return { kind: "whisper", card: answerCard(question.id, entry, today) }
}

async function judge({ store, clock }: Uses, name: string, hasHelped: boolean, asker: Asker) {
  const about = parseAbout(name)
  if (!about) throw new UserError(french.forgotten)
  const { card } = about
  return store.transaction(async (tx) => {
    const question = await tx.lockQuestion(about.question)
    if (!mayRead(question, asker) || !question.said?.ids.includes(card)) {
      throw new UserError(french.forgotten)
    }
    const { helpedBy, refused } = question
    const isKnown = hasHelped ? helpedBy !== null : refused.includes(card)
    if (!isKnown) {
      const judged = hasHelped ? { helpedBy: card } : { refused: [...refused, card] }
      await tx.saveQuestion({ ...question, ...judged })
      const what = hasHelped ? "helped" : "not helped"
      const day = dayOf(clock()).toString()
      await tx.countAnswer({ day, chat: question.chat, what, card })
    }
    return { question, card }
  })
}

/** What was asked in private is nobody else's. */
export function mayRead(question: Question | null, { person }: Asker): question is Question {
  if (!question || question.chat !== person.chat) return false
  return question.isPublic || question.account === person.id
}

/** What answers a click is for that person alone. */
function given({ faq, clock }: Uses, ids: string[], { member }: Asker): KnownEntry[] {
  const today = dayOf(clock()).toString()
  const readers = member ? "team" : "anybody"
  return ids.flatMap((id) => {
    const entry = faq.entry(id)
    return entry && mayBeGiven(entry, readers, today) ? [entry] : []
  })
}
