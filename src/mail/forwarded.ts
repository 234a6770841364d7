import { readAttachedMail } from "./attached-mail.ts"
import type { Address, IncomingMail } from "./incoming.ts"
import { firstOriginal, type Original } from "./original.ts"
import { plain } from "./phrases.ts"
import { splitPrefix } from "./subject-prefix.ts"

/** A mail that somebody passed on: who wrote it first, and what they wrote. */
export type Forwarded = { from: Address | null; subject: string; text: string }

const LONGEST_TEXT = 300_000
const MOST_FOLDS = 4

type Mail = Pick<IncomingMail, "subject" | "text" | "contentType" | "attachments">

/** `from` is null when the mail does not show the address of who wrote first. */
export function forwardedMail(mail: Mail): Forwarded | null {
  // A delivery report returns our own mail: nobody passed it on.
  if (mail.contentType === "multipart/report") return null
  const { prefix, rest } = splitPrefix(mail.subject)
  // An answer quotes with the same lines as a forward; its subject tells them apart.
  if (prefix === "reply") return null

  const lines = mail.text.slice(0, LONGEST_TEXT).split("\n")
  const original = firstOriginal(lines)
  if (original && (prefix === "forward" || isPassedOn(original, lines))) {
    const folded = linesOfFoldedSubject(original, rest, lines)
    return {
      from: original.from,
      subject: folded > 0 ? rest : original.subject || rest,
      text: textOf(lines.slice(original.end + folded)),
    }
  }

  const attached = mail.attachments.find(isMail)
  if (attached) {
    const read = readAttachedMail(attached)
    return { ...read, subject: read.subject || rest }
  }
  return saysForward(mail.subject, prefix)
    ? { from: null, subject: rest, text: mail.text.trim() }
    : null
}

/** Without a word in the subject: the mail program says so, or there is nothing but the older mail. */
function isPassedOn(original: Original, lines: readonly string[]): boolean {
  if (original.announced === "as forwarded") return true
  const isAlone = lines.slice(0, original.start).every((line) => line.trim() === "")
  return original.announced === "by its headers" && original.from !== null && isAlone
}

/** How many lines below the headers end a long « Objet : », which the mail's own subject tells whole. */
function linesOfFoldedSubject(original: Original, whole: string, lines: readonly string[]): number {
  if (original.subject === "") return 0
  let shown = plain(original.subject)
  for (let count = 1; count <= MOST_FOLDS; count++) {
    const next = plain((lines[original.end + count - 1] ?? "").replace(/^[\s>*]+|\*+$/g, ""))
    if (next === "") return 0
    shown = `${shown} ${next}`
    if (shown === plain(whole)) return count
  }
  return 0
}

function isMail({ type, name }: IncomingMail["attachments"][number]): boolean {
  return type === "message/rfc822" || /\.eml$/i.test(name)
}

/** « I : » or « VS : » may be words of the subject itself; these are not. */
function saysForward(subject: string, prefix: string | null): boolean {
  return prefix === "forward" && /\b(?:fwd?|tr|wg) ?:/.test(plain(subject.slice(0, 100)))
}

/** The lines of the older mail, without the mark of quotation or the indentation they share. */
function textOf(lines: readonly string[]): string {
  const first = lines.find((line) => line.trim() !== "") ?? ""
  const mark = /^(?:> ?| {4})/.exec(first)?.[0].trim()
  if (mark === undefined) return lines.join("\n").trim()
  const margin = mark === ">" ? /^> ?/ : /^ {1,4}/
  return lines
    .map((line) => line.replace(margin, ""))
    .join("\n")
    .trim()
}
