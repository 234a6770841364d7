import type { Category } from "./categories.ts"
import { because, urgency } from "./french.ts"
import type { Lexicon } from "./lexicon.ts"
import type { Reading } from "./reading.ts"

/** Where several people at once are several people who cannot work; elsewhere it must be said. */
const BLOCKING: ReadonlySet<string> = new Set<Category>([
  "activation",
  "mot-de-passe",
  "adresse-mel",
  "doublon",
  "compte-externe",
  "connexion-technique",
  "attestation",
  "progression",
])
const BLOCKED =
  /\b(?:bloqu\w+|impossible|erreurs?|refus\w*|echou\w*|echec|en panne|disparu|la moitie|inaccessible\w*|plant\w+|sans (?:acces|compte|lien|convocation|attestation)|attendent|en attente|ne (?:peu\w+|parvien\w+|recoi\w+|fonctionn\w+|march\w+|voi\w+|reussi\w+|s \w+|sont|passe\w*)|n (?:arriv\w+|ont|a|y|est|accede\w*|aboutit)|aucun\w* (?:poste|acces|lien)|pas (?:encore )?(?:d acces|de lien|de compte|acces|recu|pu)|depanner|debloquer)\b/
const PEOPLE =
  "(?:agent\\w*|personnes?|stagiaires?|participants?|participantes?|collegues?|apprenants?|inscrits?|formateurs?|formatrices?|collaborateurs?|collaboratrices?|postes|utilisateurs?|gestionnaires?|concepteurs?|eleves?|membres|cadres|apprentis|comptes (?:externes|agents|a \\w+)|nouveaux arrivants|boites)"
const COUNT =
  "(?:[1-9]\\d{0,2}(?: \\d{3})+|[3-9]|[1-9]\\d{1,4}|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt(?: \\w+)?|trente|quarante|cinquante|soixante|cent|(?:une )?(?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|centaine)s?(?: d| de)?|plusieurs(?: dizaines| centaines)?(?: d| de)?)"
const OURS = "(?: (?:de |d entre )?(?:nos|mes|vos|ces|leurs|nouveaux|autres|jeunes|nouvelles))*"
const MANY = new RegExp(`\\b(${COUNT}${OURS} ${PEOPLE})\\b`)
const WE_ARE = new RegExp(
  `\\b((?:nous sommes|on est) (?:tous |toutes |au moins |environ )?${COUNT})\\b`,
)
const DAY = "(?:lundi|mardi|mercredi|jeudi|vendredi)"
const BEFORE_DAY = new RegExp(
  `\\b((?:avant|d ici(?: a)?|au plus tard|dernier delai|pour|commence|demarre|debute|ouvre|se tient|a lieu|aura lieu|est|sont) (?:le |ce )?${DAY})(?! (?:prochain|dernier|passe|en huit))\\b`,
)

const TODAY_AT =
  /\b((?:aujourd hui|ce matin|ce midi|cet apres midi|ce soir) (?:a |vers |des )?\d{1,2} ?h(?! \w+ (?:j ai|je))|\d{1,2} ?h(?: ?\d{2})? (?:aujourd hui|ce jour|ce matin|cet apres midi|ce soir))\b/

/** French reasons, never the tone, never the capitals; none when the mail may wait its turn. */
export function urgencies(lexicon: Lexicon, { folded }: Reading, category: string): string[] {
  const text = `${folded.subject} ${folded.text}`
  const isBlocking = BLOCKING.has(category) || BLOCKED.test(text)
  const said = lexicon.highPriority.flatMap(({ reason, phrases, ifBlocking }) => {
    const seen = phrases.find(({ pattern }) => pattern.test(text))
    return seen && (isBlocking || !ifBlocking) ? [because.urgent(reason, seen.text)] : []
  })
  const many = isBlocking ? (MANY.exec(text)?.[1] ?? WE_ARE.exec(text)?.[1]) : undefined
  const day = BEFORE_DAY.exec(text)?.[1] ?? TODAY_AT.exec(text)?.[1]
  const isNamed = (reason: string) => said.some((sentence) => sentence.includes(reason))
  return [
    ...said,
    ...(day && !isNamed(urgency.deadline) ? [because.urgent(urgency.deadline, day)] : []),
    ...(many && !isNamed(urgency.collective) ? [because.urgent(urgency.collective, many)] : []),
  ]
}
