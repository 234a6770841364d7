import { ABSENCE_SUBJECTS, PROGRAM_SUBJECTS } from "./absence-subject-words.ts"
import { ABSENT_LATER, ABSENT_NOW, GONE, INSTEAD, MEANWHILE } from "./absence-words.ts"
import { freshStart } from "./fresh-start.ts"
import type { IncomingMail } from "./incoming.ts"
import { PLEAS, RHETORICAL } from "./person-words.ts"
import { anyOf, opening, plain } from "./phrases.ts"
import { splitPrefix } from "./subject-prefix.ts"

const FROM_PROGRAM = opening(PROGRAM_SUBJECTS)
const FROM_PERSON = opening(ABSENCE_SUBJECTS)
const ABSENT = anyOf(ABSENT_NOW)
const SOMEBODY_GONE = anyOf(GONE)
const TO_BE_ABSENT = anyOf(ABSENT_LATER)
const ASK_ELSEWHERE = anyOf(INSTEAD)
const IN_BETWEEN = anyOf([...INSTEAD, ...MEANWHILE])
const PLEA = anyOf(PLEAS)
const MACHINES_ASK = anyOf(RHETORICAL)
const QUESTION = /[^.!?]{1,300}\?(?=[\s"')]|$)/g
const TAG = /^\s*\[([^\]]{1,60})\]/

const FIRST_WORDS = 250
const LEAST_WORDS_OF_QUESTION = 4

/**
 * An automatic answer known by its words, when no header tells it. People also write about their
 * absences and about automatic answers: the less the subject proves, the more the text must say,
 * and whoever asks for something is a person.
 */
export function looksLikeAbsence(mail: Pick<IncomingMail, "subject" | "text">): boolean {
  const subject = ownSubject(mail.subject)
  const text = freshStart(mail.text)
  const isAbsent = ABSENT.test(text) || SOMEBODY_GONE.test(text) || TO_BE_ABSENT.test(text)
  const isMeanwhile = IN_BETWEEN.test(text)

  if (isAnsweringProgram(subject) && ((isAbsent && isMeanwhile) || answersAnswer(subject)))
    return true
  if (PLEA.test(text) || subject.endsWith("?") || asks(text)) return false
  if (isAnsweringProgram(subject)) return true
  if (FROM_PROGRAM.test(subject))
    return isAbsent || (isMeanwhile && isWholly(FROM_PROGRAM, subject))
  if (FROM_PERSON.test(subject)) return ABSENT.test(text) || (isAbsent && isMeanwhile)
  return ABSENT.test(text.slice(0, FIRST_WORDS)) && ASK_ELSEWHERE.test(text)
}

/** « Réponse automatique : Re: Demande », « … : [Mentor #12] Demande »: no person types that. */
function answersAnswer(subject: string): boolean {
  return /^ ?: ?(?:\[|(?:re|aw|antw|sv|tr|fwd?|wg|rv) ?:)/.test(subject.replace(FROM_PROGRAM, ""))
}

/** « Réponse automatique », and not « Réponse automatique non reçue ». */
function isWholly(words: RegExp, subject: string): boolean {
  return !/\p{L}/u.test(subject.replace(words, ""))
}

/** The subject, unless it is in somebody else's mouth. Some programs sign in brackets: « [Absence] ». */
function ownSubject(subject: string): string {
  const tag = plain(TAG.exec(subject.slice(0, 200))?.[1] ?? "")
  const { prefix, rest } = splitPrefix(subject)
  if (FROM_PROGRAM.test(tag) || FROM_PERSON.test(tag)) return `${tag}: ${plain(rest)}`
  return prefix ? "" : plain(rest)
}

function asks(text: string): boolean {
  const questions = text.match(QUESTION) ?? []
  return questions.some(
    (question) =>
      (question.match(/\p{L}+/gu)?.length ?? 0) >= LEAST_WORDS_OF_QUESTION &&
      !MACHINES_ASK.test(question),
  )
}

/** « Réponse automatique : votre demande »: programs put a colon, then the subject they answer. */
function isAnsweringProgram(subject: string): boolean {
  return (
    FROM_PROGRAM.test(subject) && /^ ?(?::|re ?:|aw ?:)/.test(subject.replace(FROM_PROGRAM, ""))
  )
}
