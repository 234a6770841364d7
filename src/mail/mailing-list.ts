import { type AutomaticReason, automaticReason } from "./automatic.ts"
import type { Address, IncomingMail, ReadMail, Unreadable } from "./incoming.ts"
import { PASSED_ON } from "./machine-headers.ts"

/** The list that a mail came through, and what the mail is apart from that. */
export type MailingList = {
  /** Its address, its identifier (RFC 2919): lower case, as the mail names them. */
  names: string[]
  /** Why nobody must answer it, were it not for the list. */
  automaticApart: AutomaticReason | null
}

const MOST_VALUES = 5
const LONGEST_VALUE = 1_000

export function mailingList(mail: IncomingMail): MailingList | null {
  const values = (name: string) =>
    (mail.headers.get(name) ?? []).slice(0, MOST_VALUES).map((v) => v.slice(0, LONGEST_VALUE))
  const names = [...values("list-id").map(ofId), ...values("list-post").map(ofPost)]
  if (names.length === 0) return null
  return { names, automaticApart: automaticReason({ ...mail, headers: apart(mail) }) }
}

/**
 * When a team's mailbox is itself a list, everybody's mail comes through it: there, to come through a list proves no
 * machine. Its author may be in Reply-To only, for lists write their own address in From (DMARC).
 */
export function throughOwnList<Read extends ReadMail | Unreadable>(
  read: Read,
  mailboxes: { address: string }[],
): Read {
  if ("unreadable" in read || !read.understanding.list) return read
  const own = new Set(mailboxes.map(({ address }) => address.toLowerCase()))
  const { names, automaticApart } = read.understanding.list
  // The list of a@b.example is known as a.b.example.
  const ownNames = new Set([...own].flatMap((address) => [address, address.replace("@", ".")]))
  if (!names.every((name) => ownNames.has(name))) return read
  return {
    ...read,
    mail: { ...read.mail, from: authorOf(read.mail, own) },
    understanding: { ...read.understanding, automatic: automaticApart },
  }
}

/** RFC 2919: « Assistance <assistance.mentor.example> » */
function ofId(value: string): string {
  const id = /<([^<>]*)>[^<>]*$/.exec(value)?.[1] ?? value
  return id.trim().toLowerCase()
}

/** RFC 2369: « <mailto:assistance@mentor.example> »; « NO » where nobody may write. */
function ofPost(value: string): string {
  return (/<mailto:([^<>?]*)/i.exec(value)?.[1] ?? value).trim().toLowerCase()
}

/** Campaigns, bulk and the like are the author's own: they stay. */
function apart({ headers }: IncomingMail): IncomingMail["headers"] {
  const kept = [...headers].filter(
    ([name, [value = ""]]) =>
      !PASSED_ON.includes(name) && !(name === "precedence" && /^\s*list\s*$/i.test(value)),
  )
  return new Map(kept)
}

function authorOf({ from, replyTo }: IncomingMail, own: Set<string>): Address | null {
  if (!from || !own.has(from.address.toLowerCase())) return from
  const isOurs = ({ address }: Address) => own.has(address.toLowerCase().replace(/\+[^@]*/, ""))
  const [author, ...others] = replyTo.filter((address) => !isOurs(address))
  if (!author || others.length > 0) return from
  return { ...author, name: author.name || from.name.replace(/\s+via\s.*$/i, "") }
}
