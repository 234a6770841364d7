import { freshStart } from "./fresh-start.ts"
import type { Attachment, IncomingMail } from "./incoming.ts"
import * as words from "./machine-words.ts"
import { PLEAS } from "./person-words.ts"
import { anyOf, opening, plain } from "./phrases.ts"
import { splitPrefix } from "./subject-prefix.ts"

type Mail = Pick<
  IncomingMail,
  "from" | "replyTo" | "subject" | "text" | "partTypes" | "attachments"
>

const UNREAD = opening(words.UNREAD_ADDRESSES)
const MACHINE_START = opening(words.MACHINE_TEXTS)
const STATEMENT = opening(words.MACHINE_STATEMENTS)
const NOTICE = anyOf([...words.MACHINE_TEXTS, ...words.NOTICE_TEXTS])
const FEEDBACK = opening(words.FEEDBACK_SUBJECTS)
const RECEIPT = opening(words.RECEIPT_SUBJECTS)
const RECEIPT_TEXT = anyOf(words.RECEIPT_TEXTS)
const CALENDAR = opening(words.CALENDAR_SUBJECTS)
const CHALLENGE = anyOf(words.CHALLENGE_SUBJECTS)
const CHALLENGE_TEXT = anyOf(words.CHALLENGE_TEXTS)
const RECALL = anyOf(words.RECALL_TEXTS)
const PLEA = anyOf(PLEAS)

// « Jean Petit », « Sandy M. »: not « Portail », not « AWS Notifications ».
const PERSON = /^\s*\p{Lu}\p{Ll}[\p{L}'-]{0,30}\s{1,5}\p{Lu}/u

const LAST_WORDS = 1_000
const RECEIPT_LENGTH = 1_500
const CALENDAR_HEAD = 8_000
const AFTER_GREETING = 40

/** RFC 5546, section 3.2.3: the answer to an invitation. The invitation itself is a person's. */
export function isCalendarAnswer(mail: Mail): boolean {
  if (mail.attachments.some(isCalendarReply)) return true
  return mail.partTypes.includes("text/calendar") && CALENDAR.test(ownSubject(mail))
}

function isCalendarReply({ type, name, content }: Attachment): boolean {
  if (type !== "text/calendar" && !/\.ics$/i.test(name)) return false
  const head = new TextDecoder("latin1").decode(content.subarray(0, CALENDAR_HEAD))
  return /^METHOD:REPLY\s*$/im.test(head)
}

/** « Lu : Demande », from programs that do not write RFC 8098. */
export function isReceipt(mail: Mail): boolean {
  const subject = ownSubject(mail)
  // What was read is told as the headers of a mail: it is looked for below them too.
  const text = plain(mail.text.slice(0, RECEIPT_LENGTH))
  return RECEIPT.test(subject) && subject.includes(":") && RECEIPT_TEXT.test(text)
}

export function isFeedback(mail: Mail): boolean {
  return FEEDBACK.test(ownSubject(mail))
}

export function isChallengeText(mail: Mail): boolean {
  const text = freshStart(mail.text)
  return CHALLENGE.test(ownSubject(mail)) && CHALLENGE_TEXT.test(text) && !PLEA.test(text)
}

/**
 * An address that nobody reads. Sites also lend theirs to people: a form says where they read
 * (Reply-To), a forum writes their name. Then the text must say that it is a notice.
 */
export function isFromUnreadAddress(mail: Mail): boolean {
  const { from, replyTo, text } = mail
  if (!isUnread(from?.address)) return false
  const isLent = PERSON.test(from?.name ?? "") || replyTo.some(({ address }) => !isUnread(address))
  return !isLent || NOTICE.test(freshStart(text)) || NOTICE.test(plain(text.slice(-LAST_WORDS)))
}

function isUnread(address = ""): boolean {
  return UNREAD.test(plain(address.slice(0, 100)))
}

/** A text that opens by saying that no person wrote it, a greeting apart, or says so and asks nothing. */
export function saysMachine(mail: Mail): boolean {
  const text = freshStart(mail.text)
  const afterGreeting = text.slice(0, AFTER_GREETING).search(/[,!.] /) + 1
  if (MACHINE_START.test(text)) return true
  if (MACHINE_START.test(text.slice(afterGreeting).trimStart())) return true
  const isStated = text.split(/(?<=[.!?]) /).some((sentence) => STATEMENT.test(sentence))
  return isStated && !text.includes("?") && !PLEA.test(text)
}

export function isRecall(mail: Mail): boolean {
  return RECALL.test(freshStart(mail.text)) && mail.text.length < 500
}

/** The subject, when neither an answer nor a forward puts it in somebody else's mouth. */
function ownSubject(mail: Mail): string {
  const { prefix, rest } = splitPrefix(mail.subject)
  return prefix ? "" : plain(rest)
}
