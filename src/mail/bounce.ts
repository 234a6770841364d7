import { BOUNCE_SUBJECTS, BOUNCE_TEXTS, DAEMONS, SERVERS } from "./bounce-words.ts"
import { freshStart } from "./fresh-start.ts"
import { header, type IncomingMail } from "./incoming.ts"
import { GREETINGS, PLEAS } from "./person-words.ts"
import { anyOf, opening, plain } from "./phrases.ts"
import { splitPrefix } from "./subject-prefix.ts"

type Mail = Pick<IncomingMail, "from" | "headers" | "subject" | "text">

const DAEMON = anyOf(DAEMONS)
const SERVER = anyOf(SERVERS)
const SUBJECT = anyOf(BOUNCE_SUBJECTS)
const SUBJECT_START = opening(BOUNCE_SUBJECTS)
const TEXT = anyOf(BOUNCE_TEXTS)

const GREETING = opening(GREETINGS)
const PLEA = anyOf(PLEAS)

const LONGEST_SENDER = 300
const FIRST_WORDS = 200

/**
 * A delivery report known by its looks, for the servers that write neither RFC 3464 nor RFC 3834.
 * One clue is not enough: people are named, ask about, quote and forward what servers write.
 */
export function looksLikeBounce(mail: Mail): boolean {
  const sender = senderOf(mail)
  if (DAEMON.test(sender)) return true

  const { prefix, rest } = splitPrefix(mail.subject)
  const subject = prefix ? "" : plain(rest)
  const text = freshStart(mail.text)
  const greets = GREETING.test(text)
  if (sender === "" || SERVER.test(sender))
    return SUBJECT.test(subject) || (TEXT.test(text) && !(greets && PLEA.test(text)))
  return SUBJECT_START.test(subject) && TEXT.test(text.slice(0, FIRST_WORDS)) && !greets
}

/** Name and address as written, for « MAILER-DAEMON » has no domain and « <> » is nobody. */
function senderOf({ from, headers }: Mail): string {
  const written = from ? `${from.name} ${from.address}` : header({ headers }, "from")
  const [sender = ""] = plain(written.slice(0, LONGEST_SENDER)).split("@")
  return sender === "<>" ? "" : sender
}
