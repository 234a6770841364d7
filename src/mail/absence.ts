import { absenceClue } from "./absence-subject.ts"
import { ABSENT_LATER, ABSENT_NOW, GONE, INSTEAD, MEANWHILE } from "./absence-words.ts"
import { freshStart } from "./fresh-start.ts"
import type { IncomingMail } from "./incoming.ts"
import { machineLikeness } from "./likeness.ts"
import { PLEAS, RHETORICAL } from "./person-words.ts"
import { anyOf } from "./phrases.ts"

const ABSENT = anyOf(ABSENT_NOW)
const SOMEBODY_GONE = anyOf(GONE)
const TO_BE_ABSENT = anyOf(ABSENT_LATER)
const ASK_ELSEWHERE = anyOf(INSTEAD)
const IN_BETWEEN = anyOf([...INSTEAD, ...MEANWHILE])
const PLEA = anyOf(PLEAS)
const MACHINES_ASK = anyOf(RHETORICAL)
const QUESTION = /[^.!?]{1,300}\?(?=[\s"')]|$)/g

const FIRST_WORDS = 250
const LEAST_WORDS_OF_QUESTION = 4

/**
 * An automatic answer known by its words, when no header tells it. People also write about their
 * absences and about automatic answers: the less the subject proves, the more the text must say,
 * and whoever asks for something is a person.
 */
export function looksLikeAbsence(mail: Pick<IncomingMail, "subject" | "text">): boolean {
  const clue = absenceClue(mail.subject)
  const text = freshStart(mail.text)
  const isAbsent = ABSENT.test(text) || SOMEBODY_GONE.test(text) || TO_BE_ABSENT.test(text)
  const isMeanwhile = IN_BETWEEN.test(text)

  if (clue === "answers an answer") return true
  if (clue === "program's answer" && isAbsent && isMeanwhile) return true
  if (isPersonal(text)) return false

  if (clue === "program's answer" && isAbsent) return true
  if (/\?\s*$/.test(mail.subject)) return false
  if (clue === "program's answer") return true
  if (clue === "program's words alone" || clue === "says who is absent")
    return isAbsent || isMeanwhile
  if (clue === "program's words") return isAbsent
  const isTold =
    clue === "absence"
      ? ABSENT.test(text) || (isAbsent && isMeanwhile)
      : ABSENT.test(text.slice(0, FIRST_WORDS)) && ASK_ELSEWHERE.test(text)
  return isTold && (machineLikeness(mail)?.score ?? 0) > 0
}

/** Somebody wants something, or asks, in what a mail says itself (`freshStart`), and not « Une question urgente ? » as machines do. */
export function isPersonal(text: string): boolean {
  if (PLEA.test(text)) return true
  const questions = text.match(QUESTION) ?? []
  return questions.some(
    (question) =>
      (question.match(/\p{L}+/gu)?.length ?? 0) >= LEAST_WORDS_OF_QUESTION &&
      !MACHINES_ASK.test(question),
  )
}
