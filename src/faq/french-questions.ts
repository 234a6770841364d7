import { actionString } from "../actions.ts"
import type { Button, Form } from "../card.ts"

/** What is said to those who ask in a chat. */
export const french = {
  didItHelp: "Cela répond-il à votre question\u00a0?",
  yes: "Oui",
  no: "Non",
  somebody: "Parler à quelqu’un",
  answer: "Réponse",
  source: "Source",
  sourced: (source: string, day: string) => `${source}, vérifiée le ${day}`,
  toValidate: "À valider",
  toReview: "À revoir",
  forTeamOnly:
    "Cette fiche n’est pas donnée hors de l’équipe\u00a0: vérifiez-la avant de vous en servir.",
  choiceTitle: "Laquelle de ces fiches répond à votre question\u00a0?",
  nextTitle: "Peut-être l’une de ces fiches\u00a0?",
  nothingElse: "Je n’ai pas d’autre fiche. Une personne de l’équipe peut vous répondre.",
  noneFits: "Aucune ne convient",
  unknownTitle: "Pas de fiche pour cette question",
  whatNext: "Dites-le avec d’autres mots, ou demandez à parler à quelqu’un.",
  somebodyTitle: "Une personne de l’équipe peut vous répondre",
  delicate:
    "Cette question demande la réponse d’une personne. Cliquez sur «\u00a0Parler à quelqu’un\u00a0»\u00a0: la réponse viendra par mail.",
  secret:
    "Votre message contient peut-être un mot de passe, un code ou un lien personnel. Je ne l’ai ni gardé ni répété. Effacez votre message, et changez ce mot de passe s’il sert encore. Une personne de l’équipe peut vous répondre par mail.",
  cannotSearch:
    "Je ne peux pas chercher dans les fiches pour le moment. Réessayez dans quelques minutes, ou demandez à parler à quelqu’un.",
  thanks: "Merci, c’est noté.",
  youAreWelcome: "Avec plaisir\u00a0! Une autre question\u00a0? Écrivez-la ici.",
  empty:
    "Écrivez votre question après le mot «\u00a0question\u00a0». Par exemple\u00a0: «\u00a0question comment activer mon compte\u00a0?\u00a0»",
  tooMany:
    "Vous avez posé beaucoup de questions en une heure. Réessayez un peu plus tard, ou écrivez à l’assistance.",
  forgotten: "Cette question date de plus de deux jours. Posez-la de nouveau.",
  notForYou: "Cette fiche n’est plus disponible. Posez de nouveau votre question.",
  form: (id: number, address: string, text: string): Form => ({
    submission: actionString("answer.someone", id),
    title: "Parler à quelqu’un",
    intro:
      "Une personne de l’équipe vous répondra par mail. N’écrivez aucun mot de passe, aucun code.",
    inputs: [
      {
        ...{ kind: "line", name: "address", label: "Votre adresse électronique" },
        ...{ isRequired: true, value: address, hint: "De préférence professionnelle." },
      },
      {
        ...{ kind: "text", name: "text", label: "Votre question", isRequired: true, value: text },
      },
    ],
    submitLabel: "Envoyer",
  }),
  notAnAddress:
    "Cette adresse électronique ne semble pas complète. Écrivez-la comme prenom.nom@service.gouv.fr.",
  noText: "Écrivez votre question, puis validez.",
  tooLong: (max: number) => `Votre question est trop longue (${max} caractères au plus).`,
  noMailbox: "Aucune boîte d’assistance n’est réglée\u00a0: personne ne pourrait vous répondre.",
  tooManyTickets:
    "Vous avez transmis beaucoup de questions aujourd’hui. Écrivez à l’assistance pour la suite.",
  alreadyHandedOver: "Votre question est déjà transmise\u00a0: rien n’a été fait deux fois.",
  handedOver: (address: string) =>
    `Votre question est transmise à l’équipe. La réponse arrivera par mail à ${address}.`,
  handedOverAs: (id: number, address: string) =>
    `La demande #${id} est ouverte. La réponse ira par mail à ${address}.`,
}

const CHATS: Record<string, string> = { slack: "Slack", discord: "Discord" }

/** For the team, in the history of the ticket: where the question comes from, and what was answered. */
export function noteOf(asked: {
  chat: string
  isMember: boolean
  said: string
  refused: string[]
}): string {
  const { chat, isMember, said, refused } = asked
  const unsure =
    "La personne a donné son adresse elle-même\u00a0: vérifiez-la avant d’envoyer des données personnelles."
  const titles = refused.map((title) => `«\u00a0${title}\u00a0»`).join(", ")
  return [
    `Question posée au bot (${CHATS[chat] ?? chat}), transmise par «\u00a0Parler à quelqu’un\u00a0».`,
    said,
    ...(titles ? [`N’a pas aidé\u00a0: ${titles}.`] : []),
    ...(isMember ? [] : [unsure]),
  ].join("\n")
}

export const told = {
  answer: (title: string) => `Le bot avait répondu par la fiche «\u00a0${title}\u00a0».`,
  choice: (titles: string[]) =>
    `Le bot avait proposé\u00a0: ${titles.map((title) => `«\u00a0${title}\u00a0»`).join(", ")}.`,
  unknown: "Le bot n’avait trouvé aucune fiche.",
  somebody: "Le bot n’a rien répondu\u00a0: la question demande une personne.",
}

export const SOMEBODY = (id: number, style: Button["style"]): Button => ({
  label: french.somebody,
  action: actionString("answer.someone", id),
  style,
})

/** « 25 novembre 2026 », « 1er mars 2027 » */
export function inFull(day: string): string {
  const [year, month, date] = day.split("-").map(Number)
  return `${date === 1 ? "1er" : date} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

const MONTHS = [
  ...["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"],
  ...["septembre", "octobre", "novembre", "décembre"],
]
