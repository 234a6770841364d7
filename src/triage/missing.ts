import { domainOf } from "../people/requester.ts"
import { collectiveIn } from "./collective.ts"
import type { Lexicon } from "./lexicon.ts"
import * as words from "./missing-words.ts"
import type { MailToSort, Reading } from "./reading.ts"
import { type Told, toldBy, wordsOf } from "./told.ts"

/** What must be known before an answer is possible, in the order in which it is asked. */
export const MISSING = [
  ...(["nom_prenom", "adresse_compte", "ancienne_adresse", "nouvelle_adresse"] as const),
  ...(["adresses_doublon", "adresse_a_conserver", "organisme", "formation", "session"] as const),
  ...(["module", "role", "message_erreur", "navigateur"] as const),
]

export type MissingId = (typeof MISSING)[number]

const HOW = wordsOf(words.HOW)
const SAID_GENERAL = wordsOf(words.SAID_GENERAL)
const FOR_ME = wordsOf(words.FOR_ME)
const STILL = wordsOf(words.STILL)
const PAPERS = wordsOf(words.PAPERS)
const MAY = wordsOf(words.MAY)
const FIRST_PERSON = wordsOf(words.FIRST_PERSON)
const PROBLEM = wordsOf(words.PROBLEM)
const SOMEBODY_ELSE = wordsOf(words.SOMEBODY_ELSE)
const OWN = wordsOf(words.OWN)
const LISTED = wordsOf(words.LISTED)
const HOMONYM = wordsOf(words.HOMONYM)
const WILL_CHANGE = wordsOf(words.WILL_CHANGE)
const HAS_CHANGED = wordsOf(words.HAS_CHANGED)
const ABOUT_ME = wordsOf(words.ABOUT_ME)
const MINE = wordsOf(words.MINE)
const I_AM = wordsOf(words.I_AM)
const HERE = wordsOf(words.HERE)
const KEEP = wordsOf(words.KEEP)
const WHICH = wordsOf(words.WHICH)
const FORMER = wordsOf(words.FORMER)
const COLLECTIVE = wordsOf(words.COLLECTIVE)
const MANY_ADDRESSES = wordsOf(words.MANY_ADDRESSES)

/** Only what the request cannot be treated without; a general question needs nothing. */
export function missingOf(
  mail: MailToSort,
  reading: Reading,
  category: string,
  lexicon: Lexicon,
): MissingId[] {
  const told = toldBy(mail, reading, lexicon)
  return ASKED[category]?.(told, mail) ?? []
}

type Asking = (told: Told, mail: MailToSort) => MissingId[]

const ASKED: Partial<Record<string, Asking>> = {
  activation: askAccount,
  "mot-de-passe": askAccount,
  "adresse-mel": (told, mail) => {
    const { text, others, addresses } = told
    const isLeaving = WILL_CHANGE.test(text) && !HAS_CHANGED.test(text)
    if (addresses.length >= 2 && isLeaving && areOfOnePlace(addresses)) return ["nouvelle_adresse"]
    if ([HOMONYM, LISTED, MANY_ADDRESSES].some((words) => words.test(text))) return []
    if (addresses.length >= 2) return []
    if (isGeneral(told) && !ABOUT_ME.test(text)) return []
    if (SOMEBODY_ELSE.test(text) && others.length === 0)
      return ["ancienne_adresse", "nouvelle_adresse"]
    const isPersonal = mail.verdict === "personal webmail"
    const isSenderOld = WILL_CHANGE.test(text) && !HERE.test(text) && !HAS_CHANGED.test(text)
    const known = isPersonal && !HERE.test(text) ? others.length : others.length + 1
    if (known >= 2) return []
    if (known === 0) return ["ancienne_adresse", "nouvelle_adresse"]
    return isSenderOld ? ["nouvelle_adresse"] : ["ancienne_adresse"]
  },
  doublon: (told) => {
    const { text, addresses, others } = told
    if (LISTED.test(text) || SAID_GENERAL.test(text)) return []
    if (isGeneral(told) && !MINE.test(text)) return []
    const areKnown = addresses.length >= 2 || others.length >= 1
    const isChosen = (KEEP.test(text) || told.into) && !WHICH.test(text)
    return only({ adresses_doublon: !areKnown, adresse_a_conserver: !isChosen })
  },
  "compte-externe": (told, { verdict }) => {
    const isTheirs = verdict !== "public service"
    const { text } = told
    if ((LISTED.test(text) && !PAPERS.test(text)) || SAID_GENERAL.test(text)) return []
    const isQuestion = HOW.test(text) || MAY.test(text)
    if (isQuestion && !PROBLEM.test(text) && !I_AM.test(text)) return []
    return only({
      nom_prenom: !(
        told.person ||
        (told.name && isTheirs && (!SOMEBODY_ELSE.test(text) || FOR_ME.test(text)))
      ),
      organisme: !told.organisation,
      formation: !told.training,
    })
  },
  "connexion-technique": (told) => {
    if (told.network || COLLECTIVE.test(told.text) || isGeneral(told)) return []
    if (collectiveIn(told.clauses, "autre") !== undefined) return []
    return only({ message_erreur: !told.error, navigateur: !told.browser })
  },
  "inscription-session": (told) => {
    if (isGeneral(told) && !told.training && !told.session) return []
    return only({ formation: !told.training, session: !told.session })
  },
  attestation: (told, { verdict }) => {
    const isFormer =
      FORMER.test(told.text) || (verdict === "personal webmail" && !STILL.test(told.text))
    const account = isFormer && told.addresses.length === 0
    const training = !told.history && !told.training && !isGeneral(told)
    return only({ formation: training, adresse_compte: account })
  },
  progression: (told) =>
    isGeneral(told) ? [] : only({ formation: !told.training, module: !told.module }),
  "droits-formateur": (told) =>
    isGeneral(told) ? [] : only({ formation: !told.training, role: !told.role }),
}

/** The sender's address is enough when it is a professional one, and when they ask for themselves. */
function askAccount(told: Told, { verdict }: MailToSort): MissingId[] {
  if (isGeneral(told) || LISTED.test(told.text)) return []
  const isTheirs =
    !isForAnother(told.text) &&
    (OWN.test(told.text) || collectiveIn(told.clauses, "autre") === undefined)
  const isKnown = told.addresses.length > 0 || (verdict !== "personal webmail" && isTheirs)
  return only({
    adresse_compte: !isKnown,
    nom_prenom: !told.person && (!isTheirs || !told.name),
  })
}

/** The addresses of one service: who will leave it does not tell where for. */
function areOfOnePlace(addresses: string[]): boolean {
  return new Set(addresses.map(domainOf)).size === 1
}

/** Asked for somebody whom they work with, or look after. `text` is folded. */
export function isForAnother(text: string): boolean {
  return SOMEBODY_ELSE.test(text) && !OWN.test(text)
}

/** « Où trouve-t-on … ? », not « Pouvez-vous me renvoyer … ? ». */
export function isGeneral({ text }: Pick<Told, "text">): boolean {
  if (SAID_GENERAL.test(text)) return true
  if (PROBLEM.test(text)) return false
  return HOW.test(text) || (MAY.test(text) && !FIRST_PERSON.test(text))
}

function only(missing: Partial<Record<MissingId, boolean>>): MissingId[] {
  return MISSING.filter((id) => missing[id])
}
