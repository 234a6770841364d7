import { dayAndTime } from "../calendar/french.ts"

/** What the page « Tri » says and refuses. */
export const french = {
  readersCannot: "Votre rôle permet de lire, pas d’agir.",
  nothingDecided:
    "L’équipe n’a encore rien choisi : changez d’abord la catégorie d’une demande mal triée.",
  nothingNew:
    "Le tri connaît déjà tous vos choix : il n’y a rien de nouveau à apprendre pour l’instant.",
  begun: "Le tri apprend. Le résultat s’affichera sur cette page dans quelques secondes.",
  changedSince: "Le modèle en service a changé entre-temps. Relisez la page avant de recommencer.",
  reverted: (madeAt: Date | null) =>
    madeAt
      ? `Le tri utilise de nouveau le modèle appris le ${dayAndTime(madeAt)}.`
      : "Le tri utilise de nouveau ce qui est fourni avec Télémaque, et rien d’autre.",
}
