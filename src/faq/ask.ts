// A question in a chat: one card that the team wrote, three titles to choose from, « je ne sais pas », or somebody.
import { dayOf } from "../calendar/working-days.ts"
import type { Answer, Card } from "../card.ts"
import { UserError } from "../errors.ts"
import type { App } from "../lists.ts"
import { isThanksAlone } from "../mail/courtesy.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import type { Asked, Person } from "../ports.ts"
import { maskSecrets } from "../privacy/masking.ts"
import { fold } from "../triage/lexicon.ts"
import { delicateCard, delicateReason } from "./delicate.ts"
import { french } from "./french-questions.ts"
import { askForSomebody, handOver } from "./hand-over.ts"
import { judgeAnswer, showChosen } from "./judge.ts"
import { keepUp } from "./keep-up.ts"
import {
  FOR_SOMEBODY,
  mayBeGiven,
  type Question,
  type Readers,
  type Said,
  saidOf,
  titlesOf,
} from "./question.ts"
import { answerCard, choiceCard, somebodyCard, unknownCard } from "./question-card.ts"

const HOUR = 3_600_000
const MOST_AN_HOUR = 20
const MAX_TEXT = 3_000
const MAX_KEY = 200

export type Uses = Pick<Needs, "store" | "faq" | "lexicon" | "clock" | "log">
export type Asker = { person: Person; member: Member | null }

type Actions = Pick<
  App["publicActions"],
  "answer.yes" | "answer.no" | "answer.card" | "answer.someone"
>

export function questionActions(needs: Needs): Actions {
  return {
    "answer.yes": (_, person, member, name) => judgeAnswer(needs, name, true, { person, member }),
    "answer.no": (_, person, member, name) => judgeAnswer(needs, name, false, { person, member }),
    "answer.card": (_, person, member, name) => showChosen(needs, name, { person, member }),
    "answer.someone": (id, person, member) => askForSomebody(needs, id, { person, member }),
  }
}

export function questionForms(needs: Needs): App["publicSubmissions"] {
  return {
    "answer.someone": (id, values, person, member) =>
      handOver(needs, id, values, { person, member }),
  }
}

export function questionCommands(needs: Needs): Pick<App["publicCommands"], "question"> {
  return {
    question: (text, person, member, asked) => askQuestion(needs, text, { person, member }, asked),
  }
}

/** Answered where it was asked, for all to read; in private when it is delicate or holds a password. */
export async function askQuestion(
  needs: Uses,
  text: string,
  { person, member }: Asker,
  asked: Asked,
): Promise<Answer> {
  const whole = text.trim().slice(0, MAX_TEXT)
  if (!whole) throw new UserError(french.empty)
  if (isThanksAlone(whole)) return { kind: "done", text: french.youAreWelcome }
  const masked = maskSecrets(whole)
  const hasSecret = masked !== whole
  const question = await keepQuestion(needs, masked, person, asked)
  if (hasSecret || delicateReason(needs.lexicon, fold(masked))) {
    await saySaid(needs, question, FOR_SOMEBODY)
    return toSomebody(question.id, hasSecret)
  }

  const readers = await readersOf(needs, { person, member }, asked.channel)
  const said = await search(needs, masked, readers)
  if (!said) return { kind: "said", card: somebodyCard(question.id, french.cannotSearch) }
  await saySaid(needs, question, said)
  if (said.kind === "somebody") return toSomebody(question.id, false)
  return { kind: "said", card: cardOf(needs, { ...question, said }, said) }
}

/** Of those who may read the answer, the least trusted: a member is given more where only members read. */
async function readersOf(
  { store }: Pick<Needs, "store">,
  { person, member }: Asker,
  channel: string | null,
): Promise<Readers> {
  if (!member) return "anybody"
  if (channel === null) return "team"
  return (await store.place(person.chat, channel))?.kind === "team" ? "team" : "anybody"
}

async function keepQuestion(
  { store, clock }: Uses,
  text: string,
  { chat, id: account }: Person,
  { key, channel }: Asked,
): Promise<Question> {
  const askedAt = clock()
  const fields = { chat, account, askedAt, text, isPublic: channel !== null }
  const id = await store.transaction(async (tx) => {
    const before = await tx.questionsSince(new Date(askedAt.getTime() - HOUR), fields)
    const kept = await tx.addQuestion(fields, `${chat} ${key}`.slice(0, MAX_KEY))
    if (!kept.isNew) return kept.id
    if (before >= MOST_AN_HOUR) throw new UserError(french.tooMany)
    await tx.countAnswer({ day: dayOf(askedAt).toString(), chat, what: "asked", card: "" })
    return kept.id
  })
  return { ...fields, id, said: null, helpedBy: null, refused: [] }
}

/** Null: the cards cannot be searched at this moment. */
async function search(needs: Uses, text: string, readers: Readers): Promise<Said | null> {
  const { faq, clock, log } = needs
  const today = dayOf(clock()).toString()
  try {
    await keepUp(needs)
    const found = await faq.answer(text)
    const [best] = found.hits
    if (found.isSure && best && delicateCard(best.id)) return FOR_SOMEBODY
    return saidOf(found, text, (id) => mayBeGiven(faq.entry(id), readers, today))
  } catch (error) {
    log.warn({ error }, "the cards could not be searched for a question")
    return null
  }
}

/** Once: the same message that comes again is answered again, and counted no more. */
async function saySaid({ store }: Uses, { id }: Question, said: Said): Promise<void> {
  await store.transaction(async (tx) => {
    const question = await tx.lockQuestion(id)
    if (!question || question.said) return
    await tx.saveQuestion({ ...question, said })
    const day = dayOf(question.askedAt).toString()
    const card = said.kind === "answer" ? (said.ids[0] ?? "") : ""
    await tx.countAnswer({ day, chat: question.chat, what: said.kind, card })
  })
}

function cardOf({ faq, clock }: Uses, question: Question, said: Said): Card {
  const today = dayOf(clock()).toString()
  const [best] = said.ids
  const entry = best === undefined ? undefined : faq.entry(best)
  if (said.kind === "answer" && entry) return answerCard(question.id, entry, today)
  if (said.kind !== "choice") return unknownCard(question.id, said.unknownWords)
  const entries = titlesOf(question).flatMap((id) => faq.entry(id) ?? [])
  return choiceCard(question.id, entries, false)
}

function toSomebody(id: number, hasSecret: boolean): Answer {
  return { kind: "whisper", card: somebodyCard(id, hasSecret ? french.secret : french.delicate) }
}
