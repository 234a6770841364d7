// How much a mail that no header tells reads like a program's: an absence, a notice, a receipt of a desk.
// A sum of many small cues, whose weights `tools/fit-cues.ts` finds in invented mails of both kinds.
import { BIAS, WEIGHTS } from "./cue-weights.ts"
import { cuesOf } from "./cues.ts"
import type { IncomingMail } from "./incoming.ts"
import { splitPrefix } from "./subject-prefix.ts"

export type Likeness = {
  /** Log-odds: above 0, more like a program's than a person's. */
  score: number
  /** Whether it is about somebody's not being there, rather than about a request or a delivery. */
  isAboutAbsence: boolean
}

const KNOWN = new Map(
  WEIGHTS.split("\n").flatMap((line) =>
    line.split(";").map((entry): [string, number] => {
      const at = entry.lastIndexOf("=")
      return [entry.slice(0, at), Number(entry.slice(at + 1))]
    }),
  ),
)

const ABSENCE = ["+absent", "+closed", "+gone", "+remote", "+busy", "+back"]
const NOTICE = ["+ticket", "+delivery"]
/** What both say: « Votre message sera lu lundi », « Elle n'est plus consultée ». */
const EITHER = ["+reads", "says announces", "says answers later"]

/** Null when the mail tells nothing that programs tell: it is a person's, whatever else it looks like. */
export function machineLikeness(mail: Pick<IncomingMail, "subject" | "text">): Likeness | null {
  const { prefix } = splitPrefix(mail.subject)
  if (prefix === "forward") return null
  const cues = cuesOf(mail)
  const tells = (some: readonly string[]) => some.some((cue) => cues.has(cue))
  const isNotice = tells(NOTICE) && !tells(ABSENCE)
  if (!isNotice && !tells(ABSENCE) && !tells(EITHER)) return null
  // No server answers under « RE: »: somebody tells, below it, what a server wrote.
  if (prefix === "reply" && (cues.has("phrase bounce") || (isNotice && cues.has("+delivery"))))
    return null
  let score = BIAS
  for (const cue of cues) score += KNOWN.get(cue) ?? 0
  return { score, isAboutAbsence: !isNotice }
}
