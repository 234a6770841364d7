import type { Lexicon } from "../triage/lexicon.ts"
import { isForAnother, isGeneral } from "../triage/missing.ts"
import type { Reading } from "../triage/reading.ts"
import { delicateCard, delicateReason } from "./delicate.ts"
import type { Found, FoundHit, KnownEntry } from "./found.ts"
import { looksLike } from "./french.ts"
import { askedIn } from "./person.ts"

/** What the bot would answer, kept with the triage. */
export type Proposal = {
  /** Ids of cards: the one it is sure of, up to three to choose from, or none. */
  ids: string[]
  isSure: boolean
  /** Of the first. */
  confidence: number
  /** Why, in French; "" when it has nothing to say. */
  because: string
  /** « Comment fait-on … ? »: nobody told anything of themselves yet. */
  isGeneral: boolean
  /** They ask for somebody else. */
  isForAnother: boolean
  /** A person alone answers: nothing is written for them. */
  isDelicate: boolean
  /** The title that the mail gives of a training, in quotation marks; "" when it gives none. */
  training: string
}

type Sorted = { category: string; second: string | null; confidence: number }

/** Their mails are answered by nobody, or by somebody else. */
const WITHOUT_ANSWER = ["hors-perimetre", "indesirable"]
/** Less than that, and its title would only waste the time of who reads it. */
const WORTH_READING = 0.1
/** Sorted well enough for titles of its category to be of use; then, for its category alone to decide. */
const [SORTED, SORTED_WELL] = [0.5, 0.8]
/** What the likeliest card of a category must have of all, and of the cards of its category. */
const [POSSIBLE, ALONE] = [0.2, 0.8]
const QUOTED_TRAINING =
  /(?:formation|parcours|cours|module|stage|session|espace|attestation|inscription|demande)s?(?:\s+[\p{L}’']+){0,3}?\s*[«"“]\s*([^«»"“”\n]{3,80}?)\s*[»"”]/iu

export function hasNoAnswer(category: string | null): boolean {
  return category !== null && WITHOUT_ANSWER.includes(category)
}

/** What can be said before any search: null, the cards must be asked. */
export function withoutSearch(
  { category }: Sorted,
  reading: Reading,
  lexicon: Lexicon,
): Proposal | null {
  if (hasNoAnswer(category) || reading.isEmpty) return nothing(reading)
  const because = delicateReason(lexicon, foldedOf(reading))
  return because ? { ...nothing(reading), because, isDelicate: true } : null
}

/**
 * A card is proposed when search and sorting agree on its category: titles of trainings, in a mail, name what it is
 * about less often than where it happens.
 */
export function proposalFrom(
  found: Found,
  sorted: Sorted,
  reading: Reading,
  entry: (id: string) => Pick<KnownEntry, "category"> | undefined,
): Proposal {
  const none = nothing(reading)
  const categoryOf = (id: string) => entry(id)?.category ?? ""
  const sure = cardOf(found, sorted, categoryOf)
  const because = sure && delicateCard(sure.id)
  if (because) return { ...none, because, isDelicate: true }
  if (sure) {
    const { id, confidence, question } = sure
    return { ...none, ids: [id], isSure: true, confidence, because: looksLike(question) }
  }
  const hits = found.hits.filter(
    ({ id, confidence }) =>
      confidence >= WORTH_READING &&
      sorted.confidence >= SORTED &&
      [sorted.category, sorted.second].includes(categoryOf(id)) &&
      !delicateCard(id),
  )
  return { ...none, ids: hits.map(({ id }) => id), confidence: hits[0]?.confidence ?? 0 }
}

/**
 * Sure of the whole mail; or two of these agree and none says otherwise: its subject alone, one of its sentences alone,
 * and the whole mail when only the cards of its category are looked at.
 */
function cardOf(
  { isSure, hits, bySubject, bySentence }: Found,
  { category, confidence }: Sorted,
  categoryOf: (id: string) => string,
): FoundHit | null {
  const isOfCategory = ({ id }: { id: string }) => categoryOf(id) === category
  const [best] = hits
  if (isSure && best && isOfCategory(best)) return best

  const own = hits.filter(isOfCategory)
  const [likeliest] = own
  const whole = own.reduce((sum, hit) => sum + hit.confidence, 0)
  const stands =
    likeliest &&
    confidence >= SORTED_WELL &&
    likeliest.confidence >= Math.max(POSSIBLE, whole * ALONE)
  const said = [bySubject, bySentence]
    .map((ids) => ids.filter((id) => isOfCategory({ id })))
    .concat(stands ? [[likeliest.id]] : [])
    .filter((ids) => ids.length > 0)
  const [id, ...others] = new Set(said.flat())
  if (!id || others.length > 0 || said.length < 2) return null
  return hits.find((hit) => hit.id === id) ?? { id, confidence: POSSIBLE, question: "" }
}

/** What the cards are asked: greetings are no part of it, wherever the subject stands. */
export function questionIn({ subject, text }: Reading): string {
  return `${subject}\n${askedIn(text)}`
}

function nothing(reading: Reading): Proposal {
  const text = foldedOf(reading)
  const [, training = ""] = QUOTED_TRAINING.exec(`${reading.subject}\n${reading.text}`) ?? []
  return {
    ...{ ids: [], isSure: false, confidence: 0, because: "", isDelicate: false, training },
    ...{ isGeneral: isGeneral({ text }), isForAnother: isForAnother(text) },
  }
}

function foldedOf({ folded }: Reading): string {
  return `${folded.subject} ${folded.text}`
}
