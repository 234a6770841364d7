// What a mail tells already, so that nobody is asked for it.

import { namesOf } from "../people/names.ts"
import { clausesIn } from "./clauses.ts"
import { fold, type Lexicon } from "./lexicon.ts"
import type { MailToSort, Reading } from "./reading.ts"
import { isSessionTold } from "./told-session.ts"
import * as words from "./told-words.ts"

const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const QUOTED = /[«"“]\s*([^«»"“”\n]{3,120}?)\s*[»"”]/gu
/** « formation Sécurité routière », « le parcours sur la laïcité », « PARCOURS ACHAT » */
const NAMED_TRAINING =
  /\b(?:formation|parcours|cours|stage|module|espace|e-?formation|mooc)\s+(?:(?:sur|de|à|aux?|du|d['’]|en|intitulée?)\s*(?:la |le |les |l['’])?)?\s*[«"“]?\s*(?!Mentor|MENTOR|SVP|Bonjour|DREAL|DDT|Merci|Je |J['’]|La |Le |Les |Il |Elle |Pouvez|Comment|Cordialement)(\p{Lu}[\p{L}-]{2,})/u
/** « J’ai suivi Sécurité routière » */
const FOLLOWED =
  /\b(?:suivi|suivre|terminé|fini|achevé|recommencé|commencé|animer?)\s+(?!Mentor|DREAL|DDT|Madame|Monsieur)\p{Lu}\p{Ll}{3,}/u
/** Where the other account goes: « dans lea.martin@… » */
const INTO =
  /(?:fusionn|réuni|regroup|transf|bascul|rattach|vers[eé]|fondre)\p{L}*[^\n]{0,90}\s(?:dans|vers|sur|sous)\s+[^\s@]+@/iu
const ABOUT_TRAINING =
  /\b(?:formation|parcours|cours|stage) (?:sur|a|au|aux|en) (?:la |le |les |l )?(?!distance|ligne|distanciel|presentiel|suivre|venir|mentor|laquelle|lequel|votre|notre|ma|mon|cette|ce|telle|retard|cours|attente|question|jour|nouveau|temps|partir|cause|moi|lui|mi|faire|terminer|valider|reprendre|plusieurs|deux|trois|la plateforme)(\w{4,})/
/** « Le stage de topographie », « la formation management d’équipe »; not « la formation de jeudi ». */
const TRAINING_OF =
  /\b(?:formation|parcours|stage|mooc) (?:de|d|du|des|en) (?!(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|demain|hier|base|apres|avant|cette|votre|notre|leur|mentor|masse|plus|moins|deux|trois|quatre|plusieurs|ligne|salle|cours|question|distanciel|presentiel|agents?|stagiaires?|collegues?|personnes?|equipe|service|ministere|direction|region|bureau|mois|semaine|jours?|heures?|printemps|automne|rentree|retard|attente|interne|demande|inscription|mien|mienne|fin|debut|formation|formateurs?|lyon|paris|lille|metz|nantes|rennes|toulouse|bordeaux|marseille|dijon|rouen|tours|france|entreprise|partenaires?)\b)[a-z]{5,}/
/** « The underwater noise course » */
const ENGLISH_TRAINING =
  /\b(?:the|your) (?!(?:online|new|same|first|last|whole|next|other|mandatory)\b)\w+(?: \w+){0,2} (?:course|training)\b/
const QUOTED_MODULE = /\b(?:module|chapitre|séquence|partie|leçon|activité|étape)s?\s*[«"“]/iu
const ROOM_BEFORE = 45
const LONG_TITLE = 2
const STARTS_AS_A_TITLE = /^[\p{Lu}\d]/u
const TITLE_BEFORE =
  /(?:formations?|sessions?|stages?|parcours|cours|modules?|mooc|classe|virtuelle|visio|webinaire|atelier|espace|fiche|suiv\w+|inscri\w+|attestation|certificat|badge|termin\p{L}+|fini\w*|commenc\p{L}+|anim\p{L}+|intitulée?|annul\p{L}+|report\p{L}+|pour|dans|à|au|de|d['’]|du|sur|en|:|la|le)\s*$/iu
const PAGE_BEFORE =
  /(?:boutons?|menu|onglet|messages?|erreurs?|liens?|pages?|cases?|rubrique|champs?|cliqu\p{L}*|appu\p{L}+|code|mention|dit|affich\p{L}+|indiqu\p{L}+|bloqu\p{L}+|rest\p{L}+|tomb\p{L}+|renvoy\p{L}+|écrit|répond|marqué|statut|vois)\s*(?:sur|de|d['’]|:|la|le|en|à|que|est)*\s*$/iu
const SAID_BY_A_PAGE =
  /\b(?:erreur|error|impossible|invalide|incorrect\w*|introuvable|expire\w*|refuse\w*|mot de passe|complet|en attente|pas|non|ferme\w*|trouve\w*|connexion|connecter|utilisateur|compte|adresse|lien|acces|permission|denied|not found)\b/
/** ERR_CONNECTION_RESET, 0x80070005 */
const ERROR_CODE = /\b(?:[A-Z]{2,}(?:_[A-Z]+)+|0x[0-9a-fA-F]{4,})\b/
const CIVILITY = /(?:^|[\s,(])(?:M\.|Mme|Mlle|Monsieur|Madame)\s+\p{Lu}/u
/** « mimi.bzh@ », « s.76@ »: at home, people call themselves as they like. */
const SPOKEN = /^(?=.*[aeiouyà-ÿ])\p{L}[\p{L}-]{2,}$/iu
const TWO_NAMES = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)?/gu

const SIGNATURE_LINES = 4
const NAME_AT_END =
  /(?:^|[.!?,]\s*)\p{Lu}[\p{L}-]*\.?\s+(?:(?:de|du|d[’']|Le|La|Van)\s*)?\p{Lu}[\p{L}-]+\s*(?:,.*)?$/u
/** Those who write without capitals sign without capitals. */
const SIGNED =
  /(?:merci|cordialement|cdt|cdlt|bonne journée|bien à vous)[\s,.!]+((?:\p{L}[\p{L}.'’-]*\s+){1,2}\p{L}[\p{L}'’-]+)\s*$/iu
/** « Capitaine Anne Le Gall » */
const SIGNED_LINE = /^(?:(?:\p{Lu}[\p{L}.’'-]*|de|du|des)\s*){2,5}$/u
const NO_SIGNATURE = new Set(
  "d avance beaucoup par pour de votre vos aide bien a vous et tres bonne journee".split(" "),
)
/** Capitals that begin a sentence, or a service. */
const NO_NAME = new Set(
  "bonjour bonsoir merci cordialement notre nos mon ma mes un une le la les un cap sur dreal ddt ddtm mentor gaspar madame monsieur il elle je nous suite pour comment pouvez service bureau pole direction bien".split(
    " ",
  ),
)
/** « L’association Mers Vivantes » */
const ORGANISATION_NAME =
  /(?:mairie|commune|ville|association|société|entreprise|agence|cabinet|bureau d[’']études|syndicat|fondation|fédération|établissement),?\s+(?:\p{Ll}+\s+|[dl][’'])*(?:\p{Lu}[\p{L}’'-]*\s*(?:(?:de|des|du|la|et)\s+)*)+/giu
const TOPICAL = new RegExp(
  `\\b(?:formations?|sessions?|stages?|parcours|cours|modules?|mooc|attestation|inscription)(?: \\w+){0,3} ${wordsOf(words.TOPICS).source}`,
)
const MODULE = wordsOf(words.MODULE_WORDS)
const ROLE = wordsOf(words.ROLE_WORDS)
const BROWSER = wordsOf(words.BROWSER_WORDS)
const NETWORK = wordsOf(words.NETWORK_WORDS)
const ERROR = wordsOf(words.ERROR_WORDS)
const ERROR_UNKNOWN = wordsOf(words.ERROR_UNKNOWN)
const HISTORY = wordsOf(words.HISTORY_WORDS)

export type Told = ReturnType<typeof toldBy>

export function toldBy(mail: MailToSort, reading: Reading, { trainings }: Lexicon) {
  const { folded } = reading
  const raw = `${reading.subject}\n${reading.text}`
  const text = `${folded.subject} ${folded.text}`
  const clauses = clausesIn(reading)
  const { titles, others: quoted } = quotesIn(raw)
  const first = reading.isOlderRead ? (mail.olderFrom?.address ?? "") : ""
  const written = `${raw}\n${mail.signature}\n${first}`
  const addresses = [...new Set((written.match(ADDRESS) ?? []).map(lower))]
  const sender = lower(mail.from?.address ?? "")
  return {
    ...{ text, clauses, addresses, sender },
    others: addresses.filter((address) => address !== sender),
    name: isPersonsName(mail, reading),
    person: isSomebodyNamed(mail, reading),
    training:
      trainings.some(({ pattern }) => pattern.test(text)) ||
      titles > 0 ||
      NAMED_TRAINING.test(raw) ||
      FOLLOWED.test(raw) ||
      TOPICAL.test(text) ||
      ABOUT_TRAINING.test(text) ||
      ENGLISH_TRAINING.test(text) ||
      TRAINING_OF.test(text),
    session: isSessionTold(clauses, raw),
    into: INTO.test(raw),
    module: MODULE.test(text) || QUOTED_MODULE.test(raw),
    role: ROLE.test(text),
    browser: BROWSER.test(text),
    network: NETWORK.test(text),
    error: !ERROR_UNKNOWN.test(text) && (ERROR.test(text) || quoted > 0 || ERROR_CODE.test(raw)),
    history: HISTORY.test(text),
    organisation:
      mail.verdict === "unknown" || words.ORGANISATIONS.some((name) => name.test(reading.text)),
  }
}

/** How many quotation marks hold the title of a training, and how many hold what a page says. */
function quotesIn(raw: string): { titles: number; others: number } {
  const quotes = [...raw.matchAll(QUOTED)]
  const titles = quotes.filter(({ index, 1: said = "" }) => {
    const before = raw.slice(Math.max(0, index - ROOM_BEFORE), index)
    return (
      STARTS_AS_A_TITLE.test(said) &&
      (TITLE_BEFORE.test(before) || said.split(" ").length >= LONG_TITLE) &&
      !PAGE_BEFORE.test(before) &&
      !SAID_BY_A_PAGE.test(fold(said))
    )
  }).length
  return { titles, others: quotes.length - titles }
}

/** In the address, in the name that mail programs show, or under the mail. */
function isPersonsName({ from, signature, verdict }: MailToSort, { text }: Reading): boolean {
  if (namesOf(from?.name ?? "", "").length >= 2) return true
  const ofAddress = namesOf(from?.address ?? "", "")
  const isWhole = verdict !== "personal webmail" || ofAddress.every((word) => SPOKEN.test(word))
  if (ofAddress.length >= 2 && isWhole) return true
  const folded = ofAddress.map(fold)
  const written = [...text.matchAll(TWO_NAMES)].map(([words]) => fold(words).split(" "))
  if (written.some((words) => words.some((word) => folded.includes(word)))) return true
  const [, signed = ""] = SIGNED.exec(`${text}\n${signature}`.trim()) ?? []
  const names = fold(signed)
    .split(" ")
    .filter((word) => !NO_SIGNATURE.has(word))
  if (names.length >= 2) return true
  return lastLines(text, signature).some((line) => NAME_AT_END.test(line))
}

function lastLines(text: string, signature: string): string[] {
  return `${text}\n${signature}`.trim().split("\n").slice(-SIGNATURE_LINES)
}

/** Somebody else than who writes. */
function isSomebodyNamed({ from, signature, olderFrom }: MailToSort, reading: Reading): boolean {
  const { text, isOlderRead } = reading
  if (isOlderRead && olderFrom && namesOf(olderFrom.name, olderFrom.address).length >= 2)
    return true
  if (CIVILITY.test(text)) return true
  const people = text.replace(QUOTED, " ").replace(ORGANISATION_NAME, " ")
  const lastLine = lastLines(text, signature).at(-1)?.trim() ?? ""
  const signed = (SIGNED_LINE.exec(lastLine) ?? NAME_AT_END.exec(lastLine))?.[0] ?? ""
  const sender = `${from?.name ?? ""} ${namesOf(from?.address ?? "", "").join(" ")}`
  const own = fold(`${sender} ${signed}`).split(" ")
  const named = [...people.matchAll(TWO_NAMES)].map(([words]) => fold(words).split(" "))
  return named.some((words) => !words.some((word) => own.includes(word) || NO_NAME.has(word)))
}

/** One of these ways to say it, in a folded text: whole words, with « | » or a new line between. */
export function wordsOf(table: string): RegExp {
  const ways = table.trim().split(/\s*\n\s*| \| /)
  return new RegExp(`(?<![a-z0-9])(?:${ways.join("|")})(?![a-z0-9])`, "u")
}

function lower(text: string): string {
  return text.toLowerCase()
}
