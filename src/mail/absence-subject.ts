import { ABSENCE_SUBJECTS, PROGRAM_SUBJECTS } from "./absence-subject-words.ts"
import { ABSENT_NOW } from "./absence-words.ts"
import { anyOf, opening, plain } from "./phrases.ts"
import { splitPrefix } from "./subject-prefix.ts"

/** How much a subject says that the mail is an automatic answer, from the surest to the least sure. */
export type SubjectClue =
  | "answers an answer"
  | "program's answer"
  | "program's words alone"
  | "says who is absent"
  | "program's words"
  | "absence"
  | "nothing"

const FROM_PROGRAM = opening(PROGRAM_SUBJECTS)
const FROM_PERSON = opening(ABSENCE_SUBJECTS)
const ABSENT = anyOf(ABSENT_NOW)
const UNTIL = / (?:jusqu'|until |bis |hasta |fino al|tot )/
const TAG = /^\s*\[([^\]]{1,60})\]/
// « Réponse automatique : votre demande »: programs put a colon, then the subject they answer.
const ANSWER = /^ ?(?::|re ?:|aw ?:)/
// « Réponse automatique : Re: Demande », « … : [Mentor #12] Demande »: no person types that.
const ANSWER_OF_ANSWER = /^ ?: ?(?:\[|(?:re|aw|antw|sv|tr|fwd?|wg|rv) ?:)/

export function absenceClue(written: string): SubjectClue {
  const subject = ownSubject(written)
  const isProgram = FROM_PROGRAM.test(subject)
  if (!isProgram && !FROM_PERSON.test(subject)) return "nothing"

  const rest = subject.replace(isProgram ? FROM_PROGRAM : FROM_PERSON, "")
  if (ANSWER_OF_ANSWER.test(rest)) return "answers an answer"
  if (isProgram && ANSWER.test(rest)) return "program's answer"
  if (isProgram) return /\p{L}/u.test(rest) ? "program's words" : "program's words alone"
  return ABSENT.test(subject) || UNTIL.test(subject) ? "says who is absent" : "absence"
}

/** The subject, unless it is in somebody else's mouth. Some programs sign in brackets: « [Absence] ». */
function ownSubject(subject: string): string {
  const tag = plain(TAG.exec(subject.slice(0, 200))?.[1] ?? "")
  const { prefix, rest } = splitPrefix(subject)
  if (FROM_PROGRAM.test(tag) || FROM_PERSON.test(tag))
    return `${tag}: ${plain(subject.replace(TAG, ""))}`
  return prefix ? "" : plain(rest)
}
