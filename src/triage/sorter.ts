import type { Triage } from "../tickets/ticket.ts"
import { type Category, isCategory } from "./categories.ts"
import { clausesIn } from "./clauses.ts"
import type { LabelledText } from "./examples.ts"
import type { Features } from "./features.ts"
import { because } from "./french.ts"
import { incidentIn } from "./incident.ts"
import { languageOf } from "./language.ts"
import { featuresOf, type Learnt, learn } from "./learn.ts"
import type { Lexicon } from "./lexicon.ts"
import { type LinearModel, type Score, scores } from "./linear-model.ts"
import { type Found, type Look, lookWith } from "./look.ts"
import { missingOf } from "./missing.ts"
import { urgencies } from "./priority.ts"
import { type MailToSort, type Reading, readingOf } from "./reading.ts"
import { reasonsFor } from "./reasons.ts"
import { isCalendarAnswer, isUnwanted } from "./unwanted.ts"

/** Sorts mails. Learns at the first one, once. */
export type Sorter = (mail: MailToSort) => Triage

const UNSURE = "autre"
const UNWANTED = "indesirable"
const SURE = 0.97
const MENTOR_SAID_SO = 0.93
const CLEARLY_UNWANTED = 0.8
const EXTERNAL = 2
const ELSEWHERE = 2
const OF_INCIDENTS: ReadonlySet<string> = new Set<Category>(["autre", "mot-de-passe"])
const INCIDENT = 4
const HERE = 0.3
const NAMED = /\bmentor\b/
const OURS =
  /\b(?:mentor|formations?|modules?|parcours|sessions?|stagiaires?|cours|quizz?|attestations?|certificats?|badges?|convocations?|inscri\w+|comptes?|conne\w+|mot de passe|mdp|identifiants?|activ\w+|liens?|plateforme|site|page|formateurs?|tuteurs?|tutrices?|chapitres?|progression|adresses?|mails?|proconnect|agentconnect|classe|videos?|donnees|merci|messages?)\b/
/** To ask for what another category needs would look absurd: below, only what the next one needs too. */
const SURE_ENOUGH_TO_ASK = 0.5

export function sorter(
  lexicon: Lexicon,
  examples: LabelledText[],
  /** What the examples teach; or what they taught once, where that is kept. */
  teach = (look: Look): Learnt => learn(look, examples),
): Sorter {
  const look = lookWith(lexicon)
  let learnt: Learnt | null = null
  return (mail) => {
    const reading = readingOf(mail)
    const beforehand = withoutReading(mail, reading)
    if (beforehand) return beforehand
    learnt ??= teach(look)
    return sorted(mail, reading, look, learnt, lexicon)
  }
}

/** The category alone: what a model is judged by. */
export function categoryOf(
  mail: MailToSort,
  reading: Reading,
  found: Found,
  model: LinearModel,
  features: Features,
): string {
  const beforehand = withoutReading(mail, reading)
  if (beforehand) return beforehand.category
  return decide(mail, reading, found, scores(model, features))[0]?.label ?? UNSURE
}

/** What its sender or its form settles. */
function withoutReading(mail: MailToSort, reading: Reading): Triage | null {
  const settled = (category: string, reason: string): Triage => ({
    ...{ category, priority: "normal", missing: [], language: languageIn(reading) },
    ...{ confidence: SURE, because: [reason], second: null },
  })
  if (mail.isMachine) return settled(UNWANTED, because.machine)
  if (isCalendarAnswer(mail)) return settled(UNWANTED, because.calendar)
  return reading.isEmpty ? settled(UNSURE, because.empty) : null
}

function sorted(
  mail: MailToSort,
  reading: Reading,
  look: Look,
  learnt: Learnt,
  lexicon: Lexicon,
): Triage {
  const text = `${reading.subject}\n${reading.text}`
  const found = look.find(reading.folded)
  const features = featuresOf(look, text, found)
  const [best, second] = decide(mail, reading, found, scores(learnt.model, features))
  const category = best?.label ?? UNSURE
  const confidence = best?.score ?? 0
  const ask = (label: string) => missingOf(mail, reading, label, lexicon)
  const urgent = category === UNWANTED ? [] : urgencies(lexicon, reading, category, mail.sentAt)
  return {
    category,
    priority: urgent.length > 0 ? "high" : "normal",
    missing:
      confidence >= SURE_ENOUGH_TO_ASK || !second
        ? ask(category)
        : ask(category).filter((id) => ask(second.label).includes(id)),
    language: languageIn(reading),
    confidence: Math.round(confidence * 100) / 100,
    second: second?.label ?? null,
    because: [
      ...reasonsFor(category, text, found, learnt, features),
      ...(reading.isOlderRead ? [because.older] : []),
      ...urgent,
    ],
  }
}

/** The model proposes; what is certain of the sender or of Mentor's sentences has the last word. */
function decide(
  mail: MailToSort,
  reading: Reading,
  { seen, sentences }: Found,
  proposed: Score[],
): Score[] {
  const evidence = seen
    .filter(({ category }) => category === UNWANTED)
    .reduce((sum, { weight }) => sum + weight, 0)
  const score = proposed.find(({ label }) => label === UNWANTED)?.score ?? 0
  if (isUnwanted(mail, reading, evidence, score)) {
    return putFirst(UNWANTED, Math.max(score, CLEARLY_UNWANTED), proposed)
  }
  const isIncident = incidentIn(clausesIn(reading)) !== undefined
  const wanted = proposed
    .filter(({ label }) => label !== UNWANTED)
    .map(({ label, score }) => ({
      label,
      score: score * likelihood(label, mail, reading, isIncident),
    }))
    .sort((a, b) => b.score - a.score)
  const whole = wanted.reduce((sum, { score }) => sum + score, 0)
  const legitimate = wanted.map(({ label, score }) => ({ label, score: score / whole }))

  const [said] = sentences.filter(({ category }) => isCategory(category))
  if (!said) return legitimate
  const next = said.second ? putFirst(said.second, 0, legitimate) : legitimate
  return putFirst(said.category, MENTOR_SAID_SO, next)
}

/**
 * What endangers an account or people's data is for these two, whatever was being done. Who writes from a place that the State does not know asks more often for an account than for the rest; who says no
 * word of a training platform speaks more often of something else, which no list can name whole; who names Mentor,
 * more often of Mentor.
 */
function likelihood(
  category: string,
  { verdict }: MailToSort,
  { folded }: Reading,
  isIncident: boolean,
): number {
  if (isIncident && OF_INCIDENTS.has(category)) return INCIDENT
  if (category === "compte-externe" && verdict === "unknown") return EXTERNAL
  if (category !== "hors-perimetre") return 1
  return NAMED.test(folded.whole) ? HERE : OURS.test(folded.whole) ? 1 : ELSEWHERE
}

function putFirst(label: string, score: number, proposed: Score[]): Score[] {
  return [{ label, score }, ...proposed.filter((other) => other.label !== label)]
}

function languageIn({ subject, text }: Reading): Triage["language"] {
  return languageOf(`${subject} ${text}`)
}
