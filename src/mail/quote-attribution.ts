import { opening, plain } from "./phrases.ts"
import { OPENERS, QUOTING, VERBS, VERBS_BEFORE_NAME } from "./quote-words.ts"

// « Le lun. 3 mars 2025 à 14:21, Jeanne Petit <jeanne@…> a écrit : », on up to four lines.

const MOST_LINES = 4
const LONGEST = 600
const LONGEST_NAME = 120
const LONGEST_WITHOUT_DATE = 80
const LONGEST_DATED = 120

type Ending = "last" | "dated" | "inside" | "none"

const OPENER = opening(OPENERS)
const NAME_THEN_DATE = new RegExp(
  `^\\S+(?: \\S+){0,4} (?:${OPENER.source.slice(1)}).{0,20}?\\d`,
  "u",
)
const DATED_OPENER = new RegExp(`${OPENER.source}.{0,20}?\\d`, "u")
const DATE_FIRST =
  /^[("'[]?\d|^\p{L}{1,12}[.,]{0,2} ?[(]?\d|^\p{L}{2,12}[.,]{0,2} \p{L}{3,12}[.,]{0,2} \d/u
// Not the middle of a network address, which delivery reports are full of.
const DATE =
  /(?:19|20)\d\d(?!\d)|(?<![\d.])\d{1,2}[.:h]\d\d(?![\d.]\d)|(?<![\d.])\d{1,4}[./-] ?\d{1,2}[./-] ?\d\d(?!\d?\.\d)/
const ENDS_WITH_ADDRESS = /[<(][^<>()]{1,200}@[^<>()]{1,200}[>)]{1,2} ?:$/
const QUOTES_SOMEONE = opening(QUOTING)
const VERB = verbPattern()

/**
 * How many lines, from this one, say who wrote what follows; 0 when they say something else. Lines
 * are plain; `isQuoted` tells whether what follows a line is marked with ">".
 */
export function attributionLength(
  lines: readonly string[],
  start: number,
  isQuotedAfter: (line: number) => boolean,
): number {
  let text = ""
  let shortest = 0
  for (let line = start; line < start + MOST_LINES; line++) {
    const next = lines[line] ?? ""
    if (next === "" || text.length + next.length > LONGEST) break
    if (line > start && !mayFold(text)) break
    if (line > start && (DATED_OPENER.test(next) || (next.startsWith(">") && !isCut(text)))) break
    text = `${text} ${next}`.trim()
    const found = isAttribution(text, () => isQuotedAfter(line))
    if (found && text.endsWith(":")) return line - start + 1
    if (found) shortest ||= line - start + 1
  }
  return shortest
}

/** A long address is often folded inside its brackets, which leaves a ">" at the start of a line. */
function isCut(text: string): boolean {
  return text.lastIndexOf("<") > text.lastIndexOf(">")
}

/** A line of the person's own above « Jane Doe <jane@…> a écrit : » is no part of it. */
function mayFold(text: string): boolean {
  return text.includes("<") || opensWithDate(text)
}

function opensWithDate(text: string): boolean {
  return OPENER.test(text) || DATE_FIRST.test(text)
}

function isAttribution(line: string, isQuotedNext: () => boolean): boolean {
  const text = line.replace(/^[-=_~#* ]+/, "").replace(/[-=_~#* ]+$/, "")
  const isFramed = line.startsWith("--") && line.endsWith("--")
  if (!mayFold(text) && !text.endsWith(":") && !isFramed) return false
  const hasAddress = /\S@\S/.test(text)
  const isDated = DATE.test(text) && opensWithDate(text)
  const ending = verbEnding(text)
  const isLast = ending === "last" || ending === "dated"

  if (isDated && (isLast || (ending === "inside" && hasAddress))) return true
  if (isLast && (isFramed || (hasAddress && text.includes("<")))) return true
  if (isDated && !needsVerb(text) && ENDS_WITH_ADDRESS.test(text)) return true
  if (/^\d/.test(text) && isDated && /\S@[^\s:]{1,200}>$/.test(text)) return true
  if (!text.endsWith(":")) return false
  const isNameDated = ending === "dated" || (isLast && NAME_THEN_DATE.test(text))
  if (isNameDated && DATE.test(text) && text.length <= LONGEST_DATED) return true
  if (QUOTES_SOMEONE.test(text) && (hasAddress || isQuotedNext())) return true
  return isLast && text.length <= LONGEST_WITHOUT_DATE && isQuotedNext()
}

/** « Le 3 mars, … » says nothing by itself; « 3 мар. 2025 г., Jane <jane@…>: » says enough. */
function needsVerb(text: string): boolean {
  return OPENER.test(text) && /^\p{Script=Latin}/u.test(text)
}

/** Whether the line says that someone wrote, and ends with that, or with when. */
function verbEnding(text: string): Ending {
  let found: Ending = "none"
  for (const match of text.matchAll(VERB)) {
    const after = text.slice(match.index + match[0].length).trim()
    if (/^:?$/.test(after)) return "last"
    if (after.endsWith(":") && after.length <= LONGEST_NAME) {
      if (DATE.test(after)) return "dated"
      if (VERBS_BEFORE_NAME.has(match[0])) return "last"
    }
    if (after.startsWith(":")) found = "inside"
  }
  return found
}

function verbPattern(): RegExp {
  const verbs = VERBS.map(plain).sort((a, b) => b.length - a.length)
  const [spaced, unspaced] = [verbs.filter(isSpaced), verbs.filter((verb) => !isSpaced(verb))]
  const word = `(?<![\\p{L}\\p{N}'])(?:${spaced.map(escaped).join("|")})(?![\\p{L}\\p{N}])`
  return new RegExp(`${word}|${unspaced.map(escaped).join("|")}`, "gu")
}

/** Chinese, Japanese and Korean put no blank before the verb. */
function isSpaced(verb: string): boolean {
  return !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u.test(verb)
}

function escaped(verb: string): string {
  return verb.replace(/[()/]/g, "\\$&")
}
