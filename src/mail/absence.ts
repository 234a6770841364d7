import * as words from "./absence-words.ts"
import { freshStart } from "./fresh-start.ts"
import type { IncomingMail } from "./incoming.ts"
import { anyOf, opening, plain } from "./phrases.ts"
import { splitPrefix } from "./subject-prefix.ts"

const PROGRAM = opening(words.PROGRAM_SUBJECTS)
const PERSONAL = opening(words.ABSENCE_SUBJECTS)
const NOW = anyOf(words.ABSENT_NOW)
const LATER = anyOf(words.ABSENT_LATER)
const MEANWHILE = anyOf(words.MEANWHILE)
const PLEA = anyOf(words.PLEAS)

/**
 * An automatic answer known by its words, when no header tells it. People also write about their
 * absences and about automatic answers: the less the subject proves, the more the text must say,
 * and whoever asks for something is a person.
 */
export function looksLikeAbsence(mail: Pick<IncomingMail, "subject" | "text">): boolean {
  const { prefix, rest } = splitPrefix(mail.subject)
  const subject = plain(rest)
  const text = freshStart(mail.text)

  const isNow = NOW.test(text)
  const isAbsent = isNow || LATER.test(text)
  const isMeanwhile = MEANWHILE.test(text)
  const asks = PLEA.test(text)

  if (!prefix && PROGRAM.test(subject)) {
    if (isAnswering(subject)) return !asks || (isAbsent && isMeanwhile)
    return !asks && (isAbsent || isMeanwhile)
  }
  if (!prefix && PERSONAL.test(subject)) return !asks && (isNow || (isAbsent && isMeanwhile))
  return !asks && isNow && isMeanwhile
}

/** « Réponse automatique : votre demande »: programs put a colon, then the subject they answer. */
function isAnswering(subject: string): boolean {
  const after = subject.replace(PROGRAM, "").trimStart()
  return /^(?::|re ?:|aw ?:)/.test(after)
}
