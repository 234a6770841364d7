import { maskSecrets } from "../privacy/masking.ts"
import { french } from "./french.ts"
import type { ReadMail } from "./incoming.ts"
import { withoutPrefixes } from "./subject-prefix.ts"

const MIN_OWN_WORDS = 5

/**
 * What the team reads: the person's own words; in a transfer, what was passed on as well, since the request is there.
 * A mail with nothing but a quote shows the quote. Secrets are masked (promise 6).
 */
export function textForTeam({ mail, understanding }: ReadMail): string {
  const { reply, forwarded } = understanding
  const own = reply.written.trim()
  const text = forwarded
    ? [
        own,
        french.passedOn(forwarded.from?.name || forwarded.from?.address || ""),
        forwarded.text.trim(),
      ]
        .filter(Boolean)
        .join("\n\n")
    : own || (countWords(reply.quoted) >= MIN_OWN_WORDS ? reply.quoted.trim() : mail.text.trim())
  return maskSecrets(text)
}

/** A subject without the prefixes that mail programs add. */
export function bareSubject(subject: string): string {
  return maskSecrets(withoutPrefixes(subject, ["reply", "forward"])) || french.noSubject
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}
