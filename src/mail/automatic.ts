import { isPersonal, looksLikeAbsence } from "./absence.ts"
import { absenceClue } from "./absence-subject.ts"
import { looksLikeBounce } from "./bounce.ts"
import { freshStart } from "./fresh-start.ts"
import type { IncomingMail } from "./incoming.ts"
import { machineLikeness } from "./likeness.ts"
import * as machine from "./machine.ts"
import * as headers from "./machine-headers.ts"
import { reportKind } from "./report.ts"

/** Why a mail is taken for a machine's: a delivery report, an absence, a list, a read receipt… */
export type AutomaticReason =
  | "bounce"
  | "feedback report"
  | "absence"
  | "list or bulk"
  | "read receipt"
  | "calendar answer"
  | "challenge"
  | "automatic"

/** Twelve to one, on mails that look like each other; less where the subject says so already. */
const SURE = 2.5
const SURE_WITH_SUBJECT = 0.5

/**
 * Why nobody must answer this mail, or null when a person wrote it. What standards say comes
 * first; words only decide for the machines that follow none.
 * X-Auto-Response-Suppress is not read: it asks for silence, people's mail carries it too.
 */
export function automaticReason(mail: IncomingMail): AutomaticReason | null {
  return knownReason(mail) ?? byLikeness(mail)
}

/** The same by what is certain: headers, forms and sentences that are known. */
export function knownReason(mail: IncomingMail): AutomaticReason | null {
  const report = reportKind(mail)
  if (report) return report
  if (machine.isCalendarAnswer(mail)) return "calendar answer"
  if (headers.isReturned(mail)) return "bounce"
  if (headers.isChallenge(mail)) return "challenge"
  if (headers.isAutoReplied(mail)) return looksLikeBounce(mail) ? "bounce" : "absence"

  const looks = byLooks(mail)
  if (looks) return looks
  if (headers.isBulk(mail)) return "list or bulk"
  // RFC 3834, section 2: answering an automatic answer is how mail loops begin.
  const isMachine =
    headers.isAutoSubmitted(mail) || headers.isWrittenByProgram(mail) || headers.isFromNobody(mail)
  if (isMachine || machine.isFromUnreadAddress(mail) || machine.saysMachine(mail))
    return "automatic"
  return null
}

/** Last, for absences and notices told in words that no table has. A person unanswered is the worse mistake. */
function byLikeness(mail: IncomingMail): AutomaticReason | null {
  const likeness = machineLikeness(mail)
  if (!likeness || isPersonal(freshStart(mail.text))) return null
  const clue = absenceClue(mail.subject)
  const saysNothing = clue === "nothing" || clue === "absence"
  if (likeness.score < (saysNothing ? SURE : SURE_WITH_SUBJECT)) return null
  return likeness.isAboutAbsence ? "absence" : "automatic"
}

function byLooks(mail: IncomingMail): AutomaticReason | null {
  if (looksLikeBounce(mail)) return "bounce"
  if (machine.isFeedback(mail)) return "feedback report"
  if (machine.isReceipt(mail)) return "read receipt"
  if (machine.isChallengeText(mail)) return "challenge"
  if (machine.isRecall(mail)) return "automatic"
  return looksLikeAbsence(mail) ? "absence" : null
}
