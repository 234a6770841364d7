import type { Address } from "../mail/incoming.ts"
import { withoutPrefixes } from "../mail/subject-prefix.ts"
import type { DomainVerdict } from "../people/requester.ts"
import { fold } from "./lexicon.ts"

/** One mail, as the reading of mails understood it. */
export type MailToSort = {
  from: Address | null
  verdict: DomainVerdict
  subject: string
  /** What the person wrote, what they signed, and what was written before: quoted or passed on. */
  written: string
  signature: string
  older: string
  /** Who wrote what was passed on, where it shows. */
  olderFrom: Address | null
  /** Its headers, or what machines always say, tell that nobody wrote it. */
  isMachine: boolean
  /** « Vendredi » and « le 14 mars » count from it; null where it is not known. */
  sentAt: Date | null
}

/** What is read of a mail to sort it. `folded` are for the phrases of the lexicon. */
export type Reading = {
  subject: string
  text: string
  /** With the signature: for names and addresses. */
  whole: string
  folded: { subject: string; text: string; whole: string }
  isEmpty: boolean
  isOlderRead: boolean
}

const MAX_TEXT = 8_000
const FEW_WORDS = 8
const ENOUGH_LETTERS = 2
/** Words of those who only pass a request on. */
const PASSING_ON =
  /\b(?:ci dessous|ci apres|pour attribution|pour (?:suite|competence|info|information|traitement|action)|a traiter|je (?:vous )?(?:transfere|transmets)|see below|fyi)\b/
const COURTESY =
  /\b(?:bonjour|bonsoir|hello|merci|d avance|cordialement|bien a vous|bonne (?:journee|reception)|madame|monsieur|svp|stp|vous|de|a|la|le)\b/g

/** Nearly nothing written, or words that point below: the request is in what was passed on or quoted. */
export function readingOf(mail: MailToSort): Reading {
  const subject = withoutPrefixes(mail.subject.slice(0, 500), ["reply", "forward"])
  const written = mail.written.slice(0, MAX_TEXT)
  const older = mail.older.slice(0, MAX_TEXT)
  const folded = fold(written)
  const isOlderRead = older !== "" && (countWords(folded) < FEW_WORDS || PASSING_ON.test(folded))
  const text = isOlderRead ? `${written}\n${older}` : written
  const whole = `${text}\n${mail.signature.slice(0, MAX_TEXT)}`
  const foldedText = isOlderRead ? fold(text) : folded
  return {
    ...{ subject, text, whole, isOlderRead },
    folded: { subject: fold(subject), text: foldedText, whole: fold(`${subject}\n${whole}`) },
    isEmpty: !hasLetters(subject) && !hasLetters(text),
  }
}

function countWords(folded: string): number {
  return folded.replace(COURTESY, " ").split(" ").filter(Boolean).length
}

function hasLetters(text: string): boolean {
  return (text.match(/\p{L}/gu) ?? []).length >= ENOUGH_LETTERS
}
