import type { Lexicon } from "./lexicon.ts"
import type { MailToSort, Reading } from "./reading.ts"
import { type Told, toldBy } from "./told.ts"

/** What must be known before an answer is possible, in the order in which it is asked. */
export const MISSING = [
  ...(["nom_prenom", "adresse_compte", "ancienne_adresse", "nouvelle_adresse"] as const),
  ...(["adresses_doublon", "adresse_a_conserver", "organisme", "formation", "session"] as const),
  ...(["module", "role", "message_erreur", "navigateur"] as const),
]

export type MissingId = (typeof MISSING)[number]

const HOW =
  /\b(?:comment|ou (?:puis|peut|peuvent|trouv\w+|se trouve\w*|faut|dois|telecharg\w+|recuper\w+|(?:est|sont) (?:le|la|les|l))|combien|quels?|quelles?|que (?:peut|voit|puis|dois|faut)|qu est ce|how|what|which|where)\b/
const MAY =
  /\b(?:est ce que|est il|est elle|peut on|peut il|peuvent ils|faut il|puis je|existe t il|y a t il|a t on|qui (?:peut|donne|est|valide)|doit on|dois je|a qui|pourquoi|possible|is it|can i)\b/
const FIRST_PERSON = /\b(?:mon|ma|mes|me|m|moi|j|nous|notre|nos|my|me)\b/
const PROBLEM =
  /\b(?:n arrive\w*|ne (?:peu\w+|parvien\w+|recoi\w+|fonctionn\w+|march\w+|voi\w+|trouv\w+|s \w+|se \w+|me \w+|passe\w*)|n (?:ai|a|est|y|ont|apparai\w+|ouvre)|impossible|erreur|bloqu\w+|refus\w+|grise\w*|verrouill\w+|toujours|plus (?:d |de )?acces|pas recu|j ai perdu|perdu|disparu|a disparu|supprime\w*|remis\w* a zero|pouvez vous|pourriez vous|merci (?:de|d) \w+er?\b|je (?:souhaite|voudrais|demande|dois)|j aimerais|il me faut|est incorrect\w*|(?:je n|j) ai pas|interdit\w*|manquant\w*|ne vois pas)\b/
const SOMEBODY_ELSE =
  /\b(?:(?:une?|mon|ma|mes|nos|notre|des|plusieurs|un de mes|l une? de mes) (?:\w+ )?(?:collegues?|agente?s?|stagiaires?|collaborateurs?|collaboratrices?|secretaire|apprentie?s?|arrivants?|equipe))\b|\b(?:les |nos |mes )?(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt) (?:\w+ ){0,3}(?:agents|stagiaires|collegues|personnes|arrivants|participants)\b/
const LISTED = /\b(?:ci joint\w*|joint\w*|joins|pj|en piece jointe|fichier|tableau)\b/
const HOMONYM =
  /\b(?:homonym\w*|pas (?:destine\w*|pour moi|moi)|ne me concern\w+|meme nom|autre (?:agent|personne)|destines? a un autre|trompez de personne)\b/
const WILL_CHANGE =
  /\b(?:va changer|vont changer|changent?|changera|vais changer|prochain\w*|bientot|a partir du|au 1er|je (?:quitte|pars|rejoins)|serai|sera)\b/
/** What is told of somebody's own case is no general question, even with « comment ». */
const ABOUT_ME =
  /\b(?:j ai|je viens|je (?:pars|quitte|rejoins|serai)|a change|ont change|mutee?|mon adresse (?:est|va|sera|devient))\b/
const MINE = /\b(?:j ai|mes|mon|je me|il y a|il existe|i have|my)\b/
const HERE = /\b(?:celle ci|celui ci|cette adresse|ci dessus|celle d ou|depuis laquelle)\b/
const KEEP =
  /\b(?:gard\w+|conserv\w+|supprim\w+|keep|delete|effac\w+|le (?:premier|second|dernier|bon)|la (?:premiere|seconde|derniere)|celui|celle)\b/
const WHICH = /\b(?:lequel|laquelle|ne sais (?:plus|pas)|which one)\b/
const FORMER = /\b(?:retraitee?s?|retraite|ancien(?:ne)? agente?|ex agente?|quitte (?:le|la|l))\b/
const COLLECTIVE =
  /\b(?:personne (?:n|ne)|plus personne|tou(?:te)?s (?:nos|les|mes) (?:postes|agents|collegues|stagiaires|ordinateurs)|tout (?:le|notre) (?:service|bureau|monde)|toute (?:la|l|notre) \w+|\d+ (?:agents|stagiaires|postes|personnes)|aucun (?:agent|poste|stagiaire|participant|collegue|ordinateur|de))\b/
const GENERIC_EXTERNAL =
  /\b(?:possible|peut on|peuvent ils|ouvert\w*|eligible\w*|comment|quels?|quelles?|procedure|demarche)\b/

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
    if (HOMONYM.test(text) || LISTED.test(text) || addresses.length >= 2) return []
    if (isGeneral(told) && !ABOUT_ME.test(text)) return []
    const isPersonal = mail.verdict === "personal webmail"
    const isSenderOld = WILL_CHANGE.test(text) && !HERE.test(text)
    const known = isPersonal ? others.length : others.length + 1
    if (known >= 2) return []
    if (known === 0) return ["ancienne_adresse", "nouvelle_adresse"]
    return isSenderOld ? ["nouvelle_adresse"] : ["ancienne_adresse"]
  },
  doublon: (told) => {
    const { text, addresses, others } = told
    if (LISTED.test(text) || (isGeneral(told) && !MINE.test(text))) return []
    const areKnown = addresses.length >= 2 || others.length >= 1
    const isChosen = KEEP.test(text) && !WHICH.test(text)
    return only({ adresses_doublon: !areKnown, adresse_a_conserver: !isChosen })
  },
  "compte-externe": (told) => {
    const { text } = told
    if (LISTED.test(text)) return []
    if (GENERIC_EXTERNAL.test(text) && isGeneral(told)) return []
    return only({
      nom_prenom: !(told.person || (told.name && !SOMEBODY_ELSE.test(text))),
      organisme: !told.organisation,
      formation: !told.training,
    })
  },
  "connexion-technique": (told) => {
    if (told.network || COLLECTIVE.test(told.text) || isGeneral(told)) return []
    return only({ message_erreur: !told.error, navigateur: !told.browser })
  },
  "inscription-session": (told) => {
    if (isGeneral(told) && !told.training) return []
    return only({ formation: !told.training, session: !told.session })
  },
  attestation: (told, { verdict }) => {
    const isFormer = FORMER.test(told.text) || verdict === "personal webmail"
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
  const isForAnother = SOMEBODY_ELSE.test(told.text)
  const isKnown = told.addresses.length > 0 || (verdict !== "personal webmail" && !isForAnother)
  return only({
    adresse_compte: !isKnown,
    nom_prenom: isForAnother ? !told.person : !told.name,
  })
}

/** « Où trouve-t-on … ? », not « Pouvez-vous me renvoyer … ? ». */
function isGeneral({ text }: Told): boolean {
  if (PROBLEM.test(text)) return false
  return HOW.test(text) || (MAY.test(text) && !FIRST_PERSON.test(text))
}

function only(missing: Partial<Record<MissingId, boolean>>): MissingId[] {
  return MISSING.filter((id) => missing[id])
}
