import { ABSENT_LATER, ABSENT_NOW, GONE, INSTEAD, MEANWHILE } from "./absence-words.ts"
import { BOUNCE_TEXTS } from "./bounce-words.ts"
import { type Clause, clausesOf, familyOf, type Saying, wordsOf } from "./clauses.ts"
import { freshStart } from "./fresh-start.ts"
import type { IncomingMail } from "./incoming.ts"
import { NOTICE_TEXTS } from "./machine-words.ts"
import { PLEAS, RHETORICAL } from "./person-words.ts"
import { anyOf, plain } from "./phrases.ts"
import { splitPrefix } from "./subject-prefix.ts"

const PHRASES = Object.entries({
  now: ABSENT_NOW,
  gone: GONE,
  later: ABSENT_LATER,
  instead: INSTEAD,
  meanwhile: MEANWHILE,
  bounce: BOUNCE_TEXTS,
  notice: NOTICE_TEXTS,
  plea: PLEAS,
  rhetorical: RHETORICAL,
}).map(([name, phrases]) => ({ name, pattern: anyOf(phrases) }))

const CLOSING =
  /(?<![\p{L}'])(?:#{2,}|(?:bien )?cordialement|(?:bien )?a vous[,.]|bien a vous|salutations|veuillez (?:agreer|recevoir)|(?:kind|best) regards|mit freundlichen|viele gru|un saludo|saludos|cordiali saluti)(?!\p{L})/u
const LEAST_TEXT = 20

// « Mon chef est absent »: somebody tells news. « Je suis en congés mais… »: and goes on.
const OF_SOMEBODY =
  /^(?:bonjour[, ]+|hello[, ]+|hola[, ]+)?(?:mon|ma|mes|my|our|notre|nos|mein\p{L}*|la mia|il mio|mi|il|elle|she|he)\s+(?!adresse|boite|messag|mail|compte|jour|absence|retour|bureau|service|equipe|office|colleg|contrat|poste)\p{L}+/u
const HOWEVER = /[, ](?:mais|but|aber|pero|donc|so|ma|toutefois|or|et|and|und) (?!je ne|merci)/

// « je (ne) (vous) fais… »: what somebody does is told by the verb.
const I_DO =
  /(?<!\p{L})(?:je |j'|i |i'll |i'm |ich )(?:(?:ne |n'|vous |le |la |les |l'|m'|me |y |en |will |am )*)(\p{L}+)/gu
const IMPERATIVE = /\p{L}-(?:moi|nous|lui|les|le|la)(?!\p{L})/u
const PLEASE =
  /(?<!\p{L})(?:merci d[e' ]|veuillez|pri(?:e|ons) de|invite a|remerci\p{L}+ de|please|bitte)\s?(?:bien )?(?:vouloir )?(?:ne |d')?(?:vous |nous |me |m'|le |la |l'|lui |sie )*(\p{L}+)/gu
const OWN_STATE =
  /^(?:suis|serai|pourrai|peux|pourrais|travaill|particip|profite|prend|invite|prie|remerci|inform|exerc|trouve|reste|out|away|not|currently|currentl|don|bin|work)/

/** What can be noticed of a mail that tells a program's from a person's: names, once each. */
export function cuesOf(mail: Pick<IncomingMail, "subject" | "text">): Set<string> {
  const cues = new Set<string>()
  const text = withoutClosing(freshStart(mail.text))
  const { prefix, rest } = splitPrefix(mail.subject)
  const subject = plain(rest)

  for (const { name, pattern } of PHRASES) if (pattern.test(text)) cues.add(`phrase ${name}`)
  for (const { stem, family } of prefix ? [] : wordsOf(subject)) {
    cues.add(`subject ${stem}`)
    if (family) cues.add(`subject ${family}`)
  }
  cues.add(prefix ? "subject answers" : "subject own")
  if (!prefix && subject.includes("?")) cues.add("subject asks?")

  const clauses = clausesOf(text)
  for (const [at, clause] of clauses.entries()) addClause(cues, clause, at)
  addShape(cues, clauses)
  return cues
}

function addClause(
  cues: Set<string>,
  { sentence, words, families, isQuestion, says }: Clause,
  at: number,
) {
  let before = "^"
  for (const { stem } of words) {
    cues.add(stem)
    cues.add(`${before} ${stem}`)
    before = stem
  }
  cues.add(`says ${says}`)
  if (OF_SOMEBODY.test(sentence)) cues.add(`of somebody ${says}`)
  if (HOWEVER.test(sentence)) cues.add(`however ${says}`)
  if (IMPERATIVE.test(sentence)) cues.add("imperative")
  for (const [, verb = ""] of sentence.matchAll(I_DO))
    cues.add(`i ${OWN_STATE.test(verb) ? "am" : (familyOf(verb) ?? "do")}`)
  for (const [, verb = ""] of sentence.matchAll(PLEASE))
    cues.add(`please ${familyOf(verb) ?? "do"}`)
  for (const [i, family] of families.entries()) {
    cues.add(`+${family}`)
    if (at === 0) cues.add(`first ${family}`)
    for (const other of families.slice(i + 1)) cues.add(`${family}+${other}`)
    if (isQuestion) cues.add(`${family}?`)
  }
}

/** What the whole says: absence messages announce, send elsewhere, and want nothing. */
function addShape(cues: Set<string>, clauses: Clause[]) {
  const count = (saying: Saying) => clauses.filter(({ says }) => says === saying).length
  const wants = count("wants")
  const others = count("else")
  if (clauses.some(({ isQuestion }) => isQuestion)) cues.add("asks?")
  cues.add(`wants ${Math.min(2, wants)}`)
  cues.add(`others ${Math.min(2, others)}`)
  const kinds = ["announces", "sends elsewhere", "answers later"] as const
  const told = kinds.filter((kind) => count(kind) > 0)
  cues.add(`told ${told.length}`)
  cues.add(`told ${told.join(" ")}`)
  if (wants === 0) cues.add(`wants nothing, told ${told.length}`)
  if (wants === 0) cues.add(`wants nothing, told ${told.join(" ")}`)
  if (wants + others === 0) cues.add(`nothing else, told ${told.length}`)

  for (const [at, { says }] of clauses.entries()) {
    if (at > 0) cues.add(`after ${clauses[at - 1]?.says} ${says}`)
    if (at === clauses.length - 1) cues.add(`last ${says}`)
  }

  const long = clauses.flatMap(({ words }) => words).filter(({ stem }) => stem.length > 3)
  const unknown = long.filter(({ family }) => !family).length
  cues.add(`length ${Math.min(5, Math.round(Math.log2(1 + long.length / 3)))}`)
  cues.add(`foreign ${Math.min(4, Math.floor((unknown / Math.max(1, long.length)) * 10))}`)
}

/** Without the signature: everybody's has an address, a telephone and a department. */
function withoutClosing(text: string): string {
  const at = text.slice(LEAST_TEXT).search(CLOSING)
  return at < 0 ? text : text.slice(0, LEAST_TEXT + at)
}
