import { dayAndTime } from "../calendar/french.ts"
import type { Message } from "./ticket.ts"

/** What is refused, each with what to do next. */
export const refusals = {
  noSuchTicket: (id: number) => `Il n’y a pas de demande #${id}. Vérifiez le numéro.`,
  noSuchDraft: "Ce brouillon n’existe plus. Ouvrez la demande et cliquez sur « Répondre ».",
  readersCannot:
    "Votre rôle permet de lire, pas d’agir. Demandez à une personne qui administre le bot de changer votre rôle.",
  takenBy: (name: string) => `${name} a déjà pris cette demande. Rien n’a changé.`,
  chooseSomebody: "Choisissez la personne à qui transmettre la demande.",
  emptyNote: "La note est vide. Écrivez-la, puis validez.",
  emptyReply: "Le message est vide. Écrivez votre réponse, puis relisez-la.",
  stillToValidate: (words: string[]) =>
    `Rien n’est parti : ${words.length > 1 ? "des passages restent" : "un passage reste"} à valider (${words.map((text) => `« ${text} »`).join(", ")}). Cliquez sur « Modifier » : retirez les crochets si c’est exact, ou supprimez le passage.`,
  emptySubject: "L’objet est vide. Donnez-en un, puis relisez.",
  noRecipient: "Il n’y a pas de destinataire. Cochez au moins une adresse.",
  notAnAddress: (text: string) =>
    text
      ? `« ${text} » n’est pas une adresse électronique. Corrigez-la.`
      : "Il manque une adresse électronique.",
  tooLong: (max: number) => `Ce texte est trop long (${max} caractères au plus). Raccourcissez-le.`,
  tooManyFiles: (max: number) => `Il y a trop de pièces jointes. Gardez-en ${max} au plus.`,
  filesTooLarge: (size: number, max: number) =>
    `Les pièces jointes pèsent ${megabytes(size)} en tout : c’est trop pour un message. Restez sous ${megabytes(max)}.`,
  dayToCome: "Choisissez un jour à venir.",
  alreadyClosed: (id: number) => `La demande #${id} est close. Rouvrez-la d’abord.`,
  anotherNumber: "Donnez le numéro d’une autre demande.",
  mergedAlready: (id: number, into: number) =>
    `La demande #${id} est déjà réunie avec la demande #${into}. Choisissez la demande #${into}.`,
  cannotUnmerge:
    "Cette fusion date d’une version précédente du bot : elle ne peut pas être défaite.",
  changedMeanwhile: "La demande vient de changer. Recommencez.",
  leftAlready:
    "La réponse est déjà partie : elle ne peut plus être reprise. Vous pouvez en écrire une autre.",
  notFailed: "Cet envoi n’est pas en échec : il n’y a rien à réessayer.",
  /** One thing that happened since the form was opened. */
  since: ({ kind, at, outgoing }: Message, author: string | null) =>
    kind === "incoming"
      ? `un nouveau message est arrivé ${dayAndTime(at)}`
      : `${author ?? (outgoing?.isByGate ? "le bot" : "quelqu’un")} a répondu ${dayAndTime(at)}`,
  stale: (changes: string[]) =>
    `Rien n’est parti. Depuis que vous avez commencé à écrire, ${changes.join(", puis ")}. Cliquez sur « Modifier » pour en prendre connaissance et reprendre votre texte.`,
  notClosed: (changes: string[]) =>
    `La demande n’est pas close. Depuis que vous avez ouvert ce formulaire, ${changes.join(", puis ")}. Relisez-la, puis recommencez.`,
  quoted: (told: string, text: string) => `${told} :\n« ${text} »`,
  sinceYouWrote: (told: string[]) =>
    `Depuis que vous avez commencé à écrire, ${told.join("\npuis ")}\n`,
  mergedMeanwhile: (id: number, into: number) =>
    `Rien n’est parti : la demande #${id} a été réunie avec la demande #${into}. Cliquez sur « Modifier » pour y reprendre votre texte.`,
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1).replace(".", ",")}\u00a0Mo`
}
