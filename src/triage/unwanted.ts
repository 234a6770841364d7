import { CALENDAR_SUBJECTS } from "../mail/machine-words.ts"
import { opening, plain } from "../mail/phrases.ts"
import type { MailToSort, Reading } from "./reading.ts"

/** Only who needs help says so, whatever else is in the mail: « nos stagiaires », where those who sell say « vos agents ». */
const REQUESTS =
  /\b(?:je n arrive (?:pas|plus)|je ne (?:peux|parviens|trouve|recois|retrouve|vois)|j ai (?:recu|oublie|perdu|termine|suivi|un probleme|deux comptes)|pouvez vous (?:m |me |nous |verifier|debloquer|corriger)|est ce (?:bien vous|un vrai|normal|une arnaque)|mon (?:compte|mot de passe|inscription|attestation|agent|acces)|ma (?:formation|session|progression)|(?:mon|ma|mes) \w+(?: \w+)? (?:a|ont|est|ne|n)|je souhaite|je voudrais|j aimerais|nous souhaitons|notre (?:commune|collectivite|etablissement|association)|je suis (?:agent|en poste|inscrite?|format)|svp|(?:mes|nos) (?:\w+ )?(?:\d+ )?(?:stagiaires|participants|agents|apprenants|eleves|inscrits|surveillants|enseignants)|(?:aucun|pas un seul|pas une seule|personne)(?: \w+){0,4} n(?:e)? (?:a|peut|recoit|voit|parvient|arrive)|n (?:est|a) (?:validee?|recu|vu|pas (?:recu|vu|acces))|je (?:constate|vous (?:serais|saurais))|(?:pouvez|pourriez) vous (?:relancer|renvoyer|reenvoyer|activer|retablir|rouvrir|inscrire|desinscrire|annuler)|que faire|comment (?:faire|puis je|m inscrire))\b/
/** Who doubts of a mail shows it: its words are not theirs. */
const DOUBTS =
  /\b(?:est ce (?:bien vous|un vrai|une? (?:arnaque|faux)|normal|vous|fiable|authentique)|vient il de (?:chez )?vous|une arnaque|faux (?:message|mail|courriel|site)s?|(?:j ai|nous avons|avons) recu (?:ce|un|cet|votre|le) (?:\w+ )?(?:message|mail|courriel|sms|avis)|hameconnage|phishing|suspect\w*)\b/
const CALENDAR = opening(CALENDAR_SUBJECTS)
const LONGEST_CALENDAR_ANSWER = 400
/** In weights of the lexicon: two strong phrases where somebody seems to ask for something; any, where nobody does. */
const SURE = 8
const MODEL_AGREES = 0.33
const MODEL_IS_SURE = 0.6

/** « Accepté : Point mensuel »: what calendars send, where their attachment was lost. */
export function isCalendarAnswer({ subject, written }: MailToSort): boolean {
  const isOne = CALENDAR.test(plain(subject)) && /^[^:]{1,30} ?:/.test(subject)
  return isOne && written.length <= LONGEST_CALENDAR_ANSWER
}

/**
 * Advertising, phishing, orders given to the software: never by the text of somebody whom the State employs, and
 * never on a suspicion. `evidence` is the weight of the phrases of the lexicon, `score` the model's.
 */
export function isUnwanted(
  { verdict }: MailToSort,
  { folded }: Reading,
  evidence: number,
  score: number,
): boolean {
  if (verdict === "public service" || verdict === "likely typo") return false
  const asks = REQUESTS.test(folded.whole)
  if (DOUBTS.test(folded.whole)) return false
  if (asks) return evidence >= SURE && score >= MODEL_IS_SURE
  return (evidence > 0 && score >= MODEL_AGREES) || score >= MODEL_IS_SURE
}
