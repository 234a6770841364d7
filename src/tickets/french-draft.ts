// What the draft of an answer asks and says around the card, in the words of a person of the team.

import { count } from "../calendar/french.ts"
import { marksLeft } from "../faq/entry.ts"
import type { KnownEntry } from "../faq/found.ts"

/** Of Discord. */
const MAX_HINT = 100

type Asked = {
  /** They ask for themselves. */
  own: string
  /** They ask for somebody else. */
  other?: string
}

const questions: Record<string, Asked> = {
  nom_prenom: {
    own: "Quels sont votre prénom et votre nom ?",
    other: "Quels sont le prénom et le nom de la personne concernée ?",
  },
  adresse_compte: {
    own: "Quelle est l’adresse électronique de votre compte Mentor ?",
    other: "Quelle est l’adresse électronique de son compte Mentor ?",
  },
  ancienne_adresse: {
    own: "Quelle est l’ancienne adresse électronique, celle que votre compte Mentor connaît ?",
  },
  nouvelle_adresse: { own: "Quelle est la nouvelle adresse électronique ?" },
  adresses_doublon: { own: "Quelles sont les adresses électroniques des deux comptes ?" },
  adresse_a_conserver: { own: "Laquelle des deux adresses voulez-vous garder ?" },
  organisme: { own: "Pour quel organisme travaille la personne qui a besoin d’un accès ?" },
  formation: { own: "De quelle formation s’agit-il (son titre, tel que Mentor l’affiche) ?" },
  session: { own: "De quelle session s’agit-il (ses dates, ou son lieu) ?" },
  module: { own: "Quel module ou quelle activité pose problème ?" },
  role: {
    own: "Que devez-vous faire dans cette formation : animer, suivre les stagiaires ou modifier les contenus ?",
  },
  message_erreur: { own: "Quel message s’affiche (une copie d’écran convient) ?" },
  navigateur: { own: "Quel navigateur utilisez-vous : Edge, Firefox, Chrome ou un autre ?" },
}

export const draftWords = {
  thanks: "Merci pour votre message.",
  toHelp: (count: number) =>
    count === 1
      ? "Pour vous aider, il nous manque une information :"
      : "Pour vous aider, il nous manque quelques informations :",
  notEnough: (count: number) =>
    count === 1
      ? "Si cela ne suffit pas, répondez à ce message en nous donnant cette information :"
      : "Si cela ne suffit pas, répondez à ce message en nous donnant ces informations :",
  /** Beside the text, in the form: a hundred characters, for Discord. */
  fromCard: ({ body }: Pick<KnownEntry, "body">) =>
    marksLeft(body).length > 0
      ? "Avant l’envoi, retirez les crochets « [à valider : …] » si c’est exact, ou supprimez le passage."
      : "Ce texte vient d’une fiche. Relisez-le.",
  byModel: "Brouillon d’un modèle de langue. Vous relirez le message avant qu’il parte.",
  /** As `fromCard`; a title that is too long is left out. */
  fromModel: (titles: string[], text: string) => {
    const read = marksLeft(text).length > 0 ? "Relisez, et retirez les crochets." : "Relisez-les."
    const names = titles.map((title) => `« ${title} »`).join(", ")
    const named = `Phrases choisies dans ${names}. ${read}`
    return named.length <= MAX_HINT
      ? named
      : `Ces phrases sont choisies dans ${count(titles.length, "fiche")}. ${read}`
  },
  /** What nobody knows how to ask is left out. */
  question: (id: string, isForAnother: boolean): string[] => {
    const asked = questions[id]
    return asked ? [(isForAnother && asked.other) || asked.own] : []
  },
}
