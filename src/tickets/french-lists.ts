import { count } from "../calendar/french.ts"

/** What lists of requests say. */
export const lists = {
  mine: "Mes demandes",
  yours: "À votre nom",
  noneYours: "Aucune demande n’est à votre nom.",
  nobodys: "Sans personne",
  noneNobodys: "Toutes les demandes ont quelqu’un.",
  see: (id: number) => `Voir #${id}`,
  waits: (days: number) =>
    days === 0
      ? "attend depuis aujourd’hui"
      : `attend depuis ${count(days, "jour ouvré", "jours ouvrés")}`,
  more: (shown: number) =>
    `… et d’autres : les ${shown} premières sont ci-dessus, la console les montre toutes.`,
  sayWords:
    "Dites quoi chercher : un numéro, ou des mots de l’objet, du texte, du nom ou de l’adresse. Par exemple « cherche lien expiré ».",
  search: (words: string) => `Recherche : ${words}`,
  found: (found: number, max: number) =>
    found > max ? `Les ${max} plus récentes` : count(found, "demande trouvée", "demandes trouvées"),
  nothingFound: (words: string) =>
    `Aucune demande ne contient « ${words} ». Essayez avec moins de mots, ou le début d’un mot.`,
}
