import { plain } from "./phrases.ts"
import { FORWARD_PREFIXES, REPLY_PREFIXES } from "./subject-prefix-words.ts"

/** What a mail program put before a subject, and the subject it was put before. */
export type Prefixed = { prefix: "reply" | "forward" | null; rest: string }

const LONGEST_SUBJECT = 1_000
const LONGEST_PREFIX = 30
const MOST_PREFIXES = 20

// « [Fwd: Demande] », as Mozilla wrote it and the ministries' Courrielleur still does.
const BRACKETED = /^\[((?:fwd?|tr|wg)\s?:.*)\]$/i

const REPLY = new Set(REPLY_PREFIXES.map(plain))
const FORWARD = new Set(FORWARD_PREFIXES.map(plain))

/** Reads the outermost prefix only: « TR: RE: clé » is a reply that was forwarded. */
export function splitPrefix(subject: string): Prefixed {
  const bare = withoutTags(subject)
  const colon = bare.slice(0, LONGEST_PREFIX).search(/[:：]/)
  if (colon < 1) return { prefix: null, rest: bare }

  // Some programs count: "Re[2]:", "RE(3):", "Fwd^2:".
  const word = plain(bare.slice(0, colon)).replace(/ ?(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})$/, "")
  const rest = bare.slice(colon + 1).trim()
  if (REPLY.has(word)) return { prefix: "reply", rest }
  if (FORWARD.has(word)) return { prefix: "forward", rest }
  return { prefix: null, rest: bare }
}

/** « RE: TR: RE: clé » is « clé »; what is kept is in one line. */
export function withoutPrefixes(subject: string, prefixes: Prefixed["prefix"][]): string {
  let bare = subject.slice(0, LONGEST_SUBJECT).replace(/\s+/g, " ").trim()
  for (let i = 0; i < MOST_PREFIXES; i++) {
    const { prefix, rest } = splitPrefix(bare)
    if (!prefix || !prefixes.includes(prefix)) return bare
    bare = rest
  }
  return bare
}

/** Gateways write before everybody else: « [EXTERNE] », « ***SPAM*** », « {Disarmed} ». */
function withoutTags(subject: string): string {
  return subject
    .slice(0, LONGEST_SUBJECT)
    .trim()
    .replace(
      /^(?:(?:\[(?!(?:fwd?|tr|wg)\s?:)[^\]]{1,60}\]|\*{2,5}[^*]{1,60}\*{2,5}|\{[^}]{1,60}\})\s*){1,5}/i,
      "",
    )
    .replace(BRACKETED, "$1")
}
