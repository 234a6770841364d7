import { actionString } from "../actions.ts"
import { dayAndTime } from "../calendar/french.ts"
import type { Button } from "../card.ts"
import { VARIABLES } from "./entry.ts"
import type { EntryChange, EntryPart, EntryVersion } from "./history.ts"

const PARTS: Record<EntryPart, string> = {
  title: "le titre",
  category: "la catégorie",
  source: "la source",
  verifiedOn: "le jour de vérification",
  reviewOn: "le jour de relecture",
  questions: "les questions",
  toFindOut: "ce qui reste à vérifier",
  body: "le texte",
}

const CHANGES: Record<EntryChange, string> = {
  imported: "Reprise du fichier",
  edited: "Modifiée",
  validated: "Validée",
  restored: "Revenue à une version ancienne",
  retired: "Retirée",
  "brought back": "Remise en service",
  proposed: "Proposée d’après une réponse",
}

/** By the kind of what was left out (personal-data.ts). */
const LEFT_OUT: Record<string, string> = {
  ...{ PERSONNE: "nom retiré", ADRESSE: "adresse retirée", NUMERO: "numéro retiré" },
  ...{ DATE: "date retirée", LIEN: "lien retiré", SECRET: "secret retiré" },
}

/** What members read of the answer cards. */
export const entryWords = {
  change: (what: EntryChange) => CHANGES[what],
  parts: (parts: EntryPart[]) => listed(parts.map((part) => PARTS[part])),

  readersCannot: "Votre rôle permet de lire les fiches, pas de les modifier ni de les valider.",
  noSuchEntry: "Cette fiche n’existe pas ou n’existe plus. Ouvrez la page «\u00a0Fiches\u00a0».",
  noSuchDraft: "Cet aperçu n’est plus là. Rouvrez la fiche et cliquez sur «\u00a0Modifier\u00a0».",
  noSuchVersion: "Cette version n’existe pas. Rechargez la page de la fiche.",
  nothingOffered: "Le fichier ne propose plus rien pour cette fiche. Rechargez la page.",
  titleFault: (max: number) => `Donnez un titre à la fiche (${max} caractères au plus).`,
  categoryFault: "Choisissez une catégorie de la liste.",
  sourceFault: (max: number) =>
    `Dites d’où viennent les faits, dans «\u00a0Source\u00a0» (${max} caractères au plus). Une fiche sans source ne se vérifie pas.`,
  bodyFault: (max: number) => `Écrivez la réponse (${max} caractères au plus).`,
  variableFault: (found: string) =>
    `«\u00a0${found}\u00a0» ne peut pas rester dans le texte. Les mots que le bot remplit sont ${VARIABLES.map((name) => `{{${name}}}`).join(", ")}. Fermez chaque {{ par }} et chaque [à valider\u00a0: par ], sur la même ligne.`,
  questionsFault: (fewest: number, most: number) =>
    `Donnez ${fewest} à ${most} questions, une par ligne, comme les gens les écrivent.`,
  lineFault: (start: string, max: number) =>
    `Cette ligne est trop longue (${max} caractères au plus)\u00a0: «\u00a0${start}…\u00a0». Coupez-la.`,
  dayFault: (day: string) =>
    `«\u00a0${day}\u00a0» n’est pas un jour. Écrivez l’année, le mois, le jour\u00a0: 2026-12-31.`,
  reviewBeforeVerified: "Le jour de relecture doit venir après le jour de vérification.",
  marksRemain: (marks: string[]) =>
    `Cette fiche ne peut pas encore être validée\u00a0: il reste ${marks.length === 1 ? "une phrase marquée" : `${marks.length} phrases marquées`} «\u00a0[à valider\u00a0: …]\u00a0». Vérifiez ${marks.map((mark) => `«\u00a0${mark}\u00a0»`).join(", ")}, puis modifiez la fiche\u00a0: retirez les crochets si c’est exact, ou supprimez la phrase.`,
  reviewIsPast:
    "Le jour de relecture de cette fiche est passé. Vérifiez-la, puis modifiez-la\u00a0: donnez un nouveau jour de relecture.",
  changedMeanwhile: (news: string) =>
    `${news} Rien n’a été enregistré, et rien de ce que vous avez écrit n’est perdu\u00a0: cliquez sur «\u00a0Reprendre mon texte\u00a0».`,
  alreadySaved: "C’est déjà enregistré\u00a0: rien n’a été fait deux fois.",
  sameAsBefore: "Rien n’avait changé\u00a0: la fiche reste comme elle était.",
  saved: (title: string, isValidated: boolean) =>
    isValidated
      ? `La fiche «\u00a0${title}\u00a0» est enregistrée et validée.`
      : `La fiche «\u00a0${title}\u00a0» est enregistrée. Elle est à valider\u00a0: seuls les membres la voient.`,
  validated: (title: string) =>
    `La fiche «\u00a0${title}\u00a0» est validée, à votre nom. Elle peut être donnée aux agents.`,
  alreadyValidated: (title: string) => `La fiche «\u00a0${title}\u00a0» est déjà validée.`,
  changedSinceSeen: (title: string) =>
    `La fiche «\u00a0${title}\u00a0» a changé depuis que vous l’avez lue. Relisez-la avant de continuer.`,
  retired: (title: string) =>
    `La fiche «\u00a0${title}\u00a0» est retirée\u00a0: le bot ne s’en sert plus. Vous pouvez la remettre.`,
  broughtBack: (title: string) => `La fiche «\u00a0${title}\u00a0» est remise en service.`,
  offerRefused: "Votre texte est gardé. Le bot ne proposera plus celui-là.",

  /** « Karim Lenoir a modifié cette fiche le mardi 24 novembre à 10 h 12 : le texte et les questions ont changé. » */
  news: (last: Pick<EntryVersion, "by" | "at">, parts: EntryPart[]) => {
    const who = last.by ?? "Le fichier de la fiche"
    const what = parts.length > 0 ? `Ce qui a changé\u00a0: ${entryWords.parts(parts)}.` : ""
    return `${who} a modifié cette fiche (${dayAndTime(last.at)}) pendant que vous écriviez. ${what}`.trim()
  },
  textNow: (body: string) => `Texte actuel de la fiche\u00a0:\n\n${body}`,
  preview: {
    title: "Aperçu de la fiche",
    newTitle: "Aperçu de la nouvelle fiche",
    toValidate: "À valider",
    validated: "Validée",
    toReview: "À relire",
    retired: "Retirée",
    category: "Catégorie",
    source: "Source",
    days: "Vérifiée le",
    reviewOn: "À relire le",
    status: "Statut",
    changes: "Ce qui change",
    pastCases: "Demandes passées",
    toFindOut: "À vérifier",
    nothing: "Rien",
    again:
      "La fiche redeviendra «\u00a0à valider\u00a0», sauf si vous la validez en l’enregistrant.",
    text: "Texte, tel qu’il sera lu",
    questions: "Questions",
    news: "Attention\u00a0: la fiche a changé pendant que vous écriviez",
    save: "Enregistrer",
    publish: "Enregistrer et valider",
    edit: "Modifier",
    validate: "Valider",
    marks: "Avant de valider",
  },
  propose: {
    noTicket: (id: number) => `La demande #${id} n’existe pas.`,
    noAnswer:
      "Aucune réponse n’est encore partie pour cette demande. Répondez d’abord, puis proposez une fiche.",
    source: (sentAt: string) => `Réponse de l’équipe, ${sentAt}`,
    mark: (kind: string) => `[à valider\u00a0: ${LEFT_OUT[kind] ?? "mot retiré"}]`,
    left: "Attention",
    leftWords: (left: string[]) =>
      `Cela désigne peut-être encore quelqu’un\u00a0: ${left.map((known) => `«\u00a0${known}\u00a0»`).join(", ")}. Retirez-le avant d’enregistrer.`,
    intro: (near: string) =>
      [
        "Le bot a pris la dernière réponse envoyée. Il a retiré ce qui désigne quelqu’un\u00a0: relisez tout de même chaque ligne.",
        "Ce qui manque est marqué «\u00a0[à valider\u00a0: …]\u00a0»\u00a0: récrivez la phrase. Donnez au moins trois questions, comme les gens les écrivent.",
        ...(near
          ? [
              `Une fiche proche existe\u00a0: «\u00a0${near}\u00a0». Peut-être suffit-il de la modifier.`,
            ]
          : []),
      ].join("\n\n"),
  },
  review: {
    title: (count: number) =>
      count === 1 ? "Une fiche est à relire" : `${count} fiches sont à relire`,
    why: "Leur jour de relecture est arrivé. Le bot ne les donne plus aux agents\u00a0: il vous les propose seulement. Vérifiez-les, puis donnez-leur un nouveau jour de relecture.",
    heading: "Fiches",
    where: (url: string | null) =>
      url
        ? `Pour les relire\u00a0: ${url}fiches?statut=a-relire`
        : "Pour les relire\u00a0: page «\u00a0Fiches\u00a0» de la console.",
    more: (count: number) => `et ${count} ${count === 1 ? "autre" : "autres"}`,
  },
  validatedBy: (by: string | null, at: Date) =>
    by ? `validée par ${by}, ${dayAndTime(at)}` : `validée d’office, ${dayAndTime(at)}`,
}

/** Beside a card that nobody answers for yet. */
export function readButton(id: string): Button {
  return {
    ...{ label: "Lire la fiche à valider", style: "secondary" },
    action: actionString("entry.show", id),
  }
}

function listed(words: string[]): string {
  const last = words.at(-1) ?? ""
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} et ${last}` : last
}
