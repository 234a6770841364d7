/** What the person said of their request once it was closed. */
export const closing = {
  solved: "Réglé, d’après la personne",
  notSolved: "(La personne a répondu « Non, j’ai encore besoin d’aide », sans rien ajouter.)",
  notSolvedBecause: (text: string) => `(Réponse au message de clôture\u00a0: « Non ».)\n\n${text}`,
}
