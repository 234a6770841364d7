// What a form says of a card, and what may not stand in it.

import { isDay } from "../calendar/working-days.ts"
import { UserError } from "../errors.ts"
import { isCategory } from "../triage/categories.ts"
import { faultsIn, toConfirm } from "./entry.ts"
import { entryWords as words } from "./french-entries.ts"
import type { EntryContent } from "./history.ts"

const MAX_TITLE = 120
const MAX_SOURCE = 300
const MAX_BODY = 6_000
const MOST_QUESTIONS = 100
const FEWEST_QUESTIONS = 3
const MAX_LINE = 300

/** Nothing is checked yet: what is wrong must not be lost. */
export function contentIn(values: Record<string, string>): EntryContent {
  const line = (name: string) => (values[name] ?? "").replace(/[ \t\r\n]+/g, " ").trim()
  return {
    ...{ title: line("title"), category: line("category"), source: line("source") },
    ...{ verifiedOn: line("verifiedOn"), reviewOn: line("reviewOn") },
    ...{ questions: linesIn(values.questions), toFindOut: linesIn(values.toFindOut) },
    body: (values.body ?? "").replace(/\r\n/g, "\n").trim(),
  }
}

/** As a form holds them: what a smaller form does not ask stays as it was. */
export function valuesOf(content: EntryContent): Record<string, string> {
  const { questions, toFindOut, ...lines } = content
  return { ...lines, questions: questions.join("\n"), toFindOut: toFindOut.join("\n") }
}

/** Throws a UserError that says what to write instead. */
export function refuseFaults(content: EntryContent): void {
  const { title, category, source, body, questions, toFindOut, verifiedOn, reviewOn } = content
  if (!title || title.length > MAX_TITLE) throw new UserError(words.titleFault(MAX_TITLE))
  if (!isCategory(category)) throw new UserError(words.categoryFault)
  if (!source || source.length > MAX_SOURCE) throw new UserError(words.sourceFault(MAX_SOURCE))
  if (!body || body.length > MAX_BODY) throw new UserError(words.bodyFault(MAX_BODY))
  const [fault] = faultsIn(body)
  if (fault) throw new UserError(words.variableFault(fault))
  if (questions.length < FEWEST_QUESTIONS || questions.length > MOST_QUESTIONS) {
    throw new UserError(words.questionsFault(FEWEST_QUESTIONS, MOST_QUESTIONS))
  }
  const long = [...questions, ...toFindOut].find(({ length }) => length > MAX_LINE)
  if (long) throw new UserError(words.lineFault(long.slice(0, MAX_LINE / 3), MAX_LINE))
  const wrong = [verifiedOn, reviewOn].find((day) => !isDay(day))
  if (wrong !== undefined) throw new UserError(words.dayFault(wrong))
  if (reviewOn <= verifiedOn) throw new UserError(words.reviewBeforeVerified)
}

/** Why nobody can answer for this card yet; null when somebody can. */
export function whyNotValidated(
  content: Pick<EntryContent, "body" | "reviewOn">,
  today: string,
): string | null {
  const marks = toConfirm(content)
  if (marks.length > 0) return words.marksRemain(marks)
  return content.reviewOn <= today ? words.reviewIsPast : null
}

function linesIn(text = ""): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^\s*-\s+/, "").trim())
  return [...new Set(lines.filter(Boolean))]
}
