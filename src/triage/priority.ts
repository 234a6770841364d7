import { dayOf } from "../calendar/working-days.ts"
import { asWritten } from "./as-written.ts"
import { clausesIn, withoutQuotes } from "./clauses.ts"
import { areListed, collectiveIn, isBlocked } from "./collective.ts"
import { deadlineIn } from "./deadline.ts"
import { because, urgency } from "./french.ts"
import { incidentIn } from "./incident.ts"
import type { Lexicon } from "./lexicon.ts"
import type { Reading } from "./reading.ts"
import { reminderIn } from "./reminder.ts"

/** French reasons, never the tone, never the capitals; none when the mail may wait its turn. */
export function urgencies(
  lexicon: Lexicon,
  reading: Reading,
  category: string,
  sentAt: Date | null,
): string[] {
  const clauses = clausesIn(reading)
  const today = sentAt && { day: dayOf(sentAt), isDated: true }
  const known = {
    [urgency.deadline]: deadlineIn(clausesIn(withoutQuotes(reading)), today),
    [urgency.collective]: collectiveIn(clauses, category) ?? areListed(reading.text, category),
    [urgency.incident]: incidentIn(clauses),
    [urgency.reminder]: reminderIn(clauses),
  }
  const counted = Object.entries(known).flatMap(([reason, words]) =>
    words === undefined ? [] : [because.urgent(reason, asWritten(words, reading))],
  )
  return [...counted, ...taught(lexicon, reading, clauses, known)]
}

/** What the team added to the lexicon. */
function taught(
  { highPriority }: Lexicon,
  { folded }: Reading,
  clauses: string[],
  known: Record<string, string | undefined>,
): string[] {
  const text = `${folded.subject} ${folded.text}`
  return highPriority.flatMap(({ reason, phrases, ifBlocking }) => {
    const counts = !known[reason] && (!ifBlocking || isBlocked(clauses))
    const seen = !counts ? undefined : phrases.find(({ pattern }) => pattern.test(text))
    return seen ? [because.urgent(reason, seen.text)] : []
  })
}
