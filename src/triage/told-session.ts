// Which session is meant: a date, a place, a number, or a permanent one. Clauses are folded.
import { MONTH_NAMES, WEEKDAY } from "./dates.ts"

const NAMED_MONTH = `(?:${MONTH_NAMES.join("|")})`
const EVENT =
  "(?:sessions?|seances?|formations?|stages?|classes?|visio\\w*|webinaires?|cours|presentiel|distanciel|ateliers?|regroupement|convocation|journee|commence\\w*|demarr\\w+|debut\\w+|a lieu|aura lieu|se tient|est prevue?|sont prevue?s?|est programmee?|venir|venu\\w*|participer|assister|etre (?:present\\w*|la|absent\\w*)|presence|participation|place|inscrite?s? (?:a|au|pour|sur)|annul\\w+|report\\w+|intitulee?|date)"
/** What was done on that day is no session. */
const DONE =
  "(?:demand\\w*|depuis|recue?s?|ecrit\\w*|envoye\\w*|faite?s?|fait|validee?|essay\\w*|relanc\\w*|messages?|mails?|mels?|courriels?|reponse|mutee?|nommee?|arrivee?|retraite|appele\\w*|creee?|signale\\w*|inscri(?:t|te|ption) (?:\\w+ )?(?:fait\\w*|effectu\\w+|pris\\w*|le|hier|lundi|mardi|mercredi|jeudi|vendredi))"
const GAP = `(?: (?!${DONE}\\b)\\w+){0,6}`
const DATE = `(?:(?:\\d{1,2}(?:er)?|premier) ${NAMED_MONTH}|(?:de|en|d|du mois de|mi|fin|debut|courant|pour|prochain\\w*) ${NAMED_MONTH}|${NAMED_MONTH} (?:prochain|dernier|20\\d\\d)|(?:le|du|au) (?:lundi |mardi |mercredi |jeudi |vendredi )?\\d{1,2}(?! ?(?:h|heures|ans|jours|mois|e|eme)\\b)|\\d{1,2} \\d{1,2} (?:20)?\\d\\d)`
const RELATIVE = `(?:dans (?:une|deux|trois|quelques|\\d+) (?:heures?|minutes?|min|mn|jours?|semaines?|mois)|apres demain|demain|avant hier|hier|aujourd hui|ce matin|ce midi|cet apres midi|cet aprem|ce soir|tout a l heure|cette semaine|(?:la )?semaine (?:prochaine|derniere|passee)|le mois (?:prochain|dernier)|${WEEKDAY}|au printemps|d automne|de printemps|de rentree|d ete|d hiver|en cours)`
const TOLD = [
  new RegExp(`(?<!\\b${DONE} (?:\\w+ ){0,3})\\b(?:${DATE})\\b`),
  new RegExp(`\\b${EVENT}${GAP} (?:${RELATIVE})\\b`),
  new RegExp(`\\b(?:${RELATIVE})${GAP} ${EVENT}\\b`),
  /\b(?:session|groupe|promotion|promo) (?:\w+ ){0,2}(?:n |no |numero )?(?:\d{1,4}|[a-f]|permanente?)\b/,
  /\b(?:premiere|deuxieme|seconde|troisieme|derniere|\d ?e|\d ?eme|1ere) session\b/,
  /\b(?:session|parcours|acces) (?:\w+ ){0,2}(?:permanente?|en continu|toute l annee)\b/,
]

/** After « session de », « à »: with a capital, told in the text as written. */
const PLACES = [
  /[Ss]ession\s+(?:prévue\s+|organisée\s+|\p{L}+\s+){0,2}?(?:de|d['’]|à|au|sur)\s*(?!Mentor|Monsieur|Madame)\p{Lu}\p{Ll}/u,
  /SESSION\s+(?:DE|D['’]|A|À|AU)\s*\p{Lu}{3}/u,
  /(?:à|de|sur|pour)\s+(?:Paris|Lyon|Lille|Nantes|Rennes|Toulouse|Bordeaux|Marseille|Strasbourg|Aix|Valenciennes|Rouen|Metz|Nancy|Dijon|Tours|Orléans|Clermont|Montpellier|Nice|Grenoble|Caen|Amiens|Besançon|Limoges|Poitiers|Arras|Mâcon|La Rochelle|Brest|Pau|Nîmes|Reims|Cergy|Nanterre|Créteil|Angers|Toulon|Ajaccio|Bastia|Mayotte|Cayenne|Saint-\p{Lu})/u,
]

export function isSessionTold(clauses: string[], raw: string): boolean {
  return (
    clauses.some((clause) => TOLD.some((told) => told.test(clause))) ||
    PLACES.some((place) => place.test(raw))
  )
}
