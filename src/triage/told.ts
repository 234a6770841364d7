// What a mail tells already, so that nobody is asked for it.
import { namesOf } from "../people/names.ts"
import { fold, type Lexicon } from "./lexicon.ts"
import type { MailToSort, Reading } from "./reading.ts"
import * as words from "./told-words.ts"

const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const QUOTED = /[«"“]\s*([^«»"“”\n]{3,120}?)\s*[»"”]/gu
/** « formation Sécurité routière », « le parcours sur la laïcité », « PARCOURS ACHAT » */
const NAMED_TRAINING =
  /\b(?:formation|parcours|cours|stage|module|espace|e-?formation|mooc)\s+(?:(?:sur|de|à|aux?|du|d['’]|en|intitulée?)\s*(?:la |le |les |l['’])?)?\s*[«"“]?\s*(?!Mentor|MENTOR|SVP|Bonjour|DREAL|DDT|Merci|Je |J['’]|La |Le |Les |Il |Elle |Pouvez|Comment|Cordialement)(\p{Lu}[\p{L}-]{2,})/u
const ABOUT_TRAINING =
  /\b(?:formation|parcours|cours|stage) (?:sur|a|au|aux|en) (?:la |le |les |l )?(?!distance|ligne|distanciel|presentiel|suivre|venir|mentor|laquelle|lequel|votre|notre|ma|mon|cette|ce|telle|retard|cours|attente|question|jour|nouveau|temps|partir|cause|moi|lui|mi|faire|terminer|valider|reprendre|plusieurs|deux|trois|la plateforme)(\w{4,})/
const CIVILITY = /(?:^|[\s,(])(?:M\.|Mme|Mlle|Monsieur|Madame)\s+\p{Lu}/u
const TWO_NAMES = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}[\p{L}’'-]+/gu

const SIGNATURE_LINES = 4
const NAME_AT_END = /(?:^|[.!?,]\s*)\p{Lu}[\p{L}-]*\.?\s+\p{Lu}[\p{L}-]+\s*(?:,.*)?$/u
/** Those who write without capitals sign without capitals. */
const SIGNED =
  /(?:merci|cordialement|cdt|cdlt|bonne journée|bien à vous)[\s,.!]+((?:\p{L}[\p{L}.'’-]*\s+){1,2}\p{L}[\p{L}'’-]+)\s*$/iu
const NO_SIGNATURE = new Set(
  "d avance beaucoup par pour de votre vos aide bien a vous et tres bonne journee".split(" "),
)
/** Capitals that begin a sentence, or a service. */
const NO_NAME = new Set(
  "bonjour bonsoir merci cordialement notre nos mon ma mes un une le la les un cap sur dreal ddt ddtm mentor gaspar madame monsieur il elle je nous suite pour comment pouvez service bureau pole direction bien".split(
    " ",
  ),
)
const SESSION = wordsOf(words.SESSION_WORDS)
const MODULE = wordsOf(words.MODULE_WORDS)
const ROLE = wordsOf(words.ROLE_WORDS)
const BROWSER = wordsOf(words.BROWSER_WORDS)
const NETWORK = wordsOf(words.NETWORK_WORDS)
const ERROR = wordsOf(words.ERROR_WORDS)
const HISTORY = wordsOf(words.HISTORY_WORDS)

export type Told = ReturnType<typeof toldBy>

export function toldBy(mail: MailToSort, reading: Reading, { trainings }: Lexicon) {
  const { folded } = reading
  const raw = `${reading.subject}\n${reading.text}`
  const text = `${folded.subject} ${folded.text}`
  const quotes = [...raw.matchAll(QUOTED)].map(([, words = ""]) => words)
  const addresses = [...new Set((`${raw}\n${mail.signature}`.match(ADDRESS) ?? []).map(lower))]
  const sender = lower(mail.from?.address ?? "")
  return {
    ...{ text, addresses, sender },
    others: addresses.filter((address) => address !== sender),
    name: isPersonsName(mail, reading),
    person: isSomebodyNamed(mail, reading),
    training:
      trainings.some(({ pattern }) => pattern.test(text)) ||
      NAMED_TRAINING.test(raw) ||
      ABOUT_TRAINING.test(text),
    session: SESSION.test(text) || words.SESSION_PLACES.some((place) => place.test(raw)),
    module: MODULE.test(text),
    role: ROLE.test(text),
    browser: BROWSER.test(text),
    network: NETWORK.test(text),
    error: ERROR.test(text) || quotes.length > 0,
    history: HISTORY.test(text),
    organisation:
      mail.verdict === "unknown" || words.ORGANISATIONS.some((name) => name.test(reading.text)),
  }
}

/** In the address, in the name that mail programs show, or under the mail. */
function isPersonsName({ from, signature }: MailToSort, { text }: Reading): boolean {
  if (namesOf(from?.name ?? "", from?.address ?? "").length >= 2) return true
  if (from && namesOf(from.address, "").length >= 2) return true
  const [, signed = ""] = SIGNED.exec(`${text}\n${signature}`.trim()) ?? []
  const names = fold(signed)
    .split(" ")
    .filter((word) => !NO_SIGNATURE.has(word))
  if (names.length >= 2) return true
  const last = `${text}\n${signature}`.trim().split("\n").slice(-SIGNATURE_LINES)
  return last.some((line) => NAME_AT_END.test(line))
}

/** Somebody else than who writes. */
function isSomebodyNamed({ from }: MailToSort, { text }: Reading): boolean {
  if (CIVILITY.test(text)) return true
  const own = fold(`${from?.name ?? ""} ${namesOf(from?.address ?? "", "").join(" ")}`).split(" ")
  const named = [...text.matchAll(TWO_NAMES)].map(([words]) => fold(words).split(" "))
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
