// « Le problème est-il réglé ? » in an answer that closes: made again at each preview, so that nobody has to keep it right.
import type { Address } from "../mail/incoming.ts"
import { signatureLines } from "../mail/signature.ts"
import { senderOf } from "../mail/signature-name.ts"
import { closing as words } from "./french-closing.ts"

const LONGEST = 1_500
const QUESTION = new RegExp(
  `\\n*${words.question.replace(/[?.]/g, "\\$&").replace(/\s+/g, "\\s+")}[\\s\\S]{0,${LONGEST}}?/suite/non/\\S+\\n*`,
)

/** Above the signature, or at the end when there is none. */
export function withQuestion(
  text: string,
  links: { oui: string; non: string },
  author: Address,
): string {
  const lines = text.split("\n")
  const start = signatureLines(lines, senderOf(author))[0] ?? lines.length
  const [body, signature] = [lines.slice(0, start), lines.slice(start)].map((part) =>
    part.join("\n").trim(),
  )
  return [body, words.asked(links), signature].filter(Boolean).join("\n\n")
}

/** What the member wrote. */
export function withoutQuestion(text: string): string {
  return text.replace(QUESTION, "\n\n").trim()
}
