const QUESTION = "Le problème est-il réglé\u00a0? Dites-le-nous en deux clics."

/** What a person is asked once their request is closed, and what they said. */
export const closing = {
  question: QUESTION,
  asked: ({ oui, non }: { oui: string; non: string }) =>
    `${QUESTION}\n\nOui, c’est réglé\u00a0:\n${oui}\n\nNon, j’ai encore besoin d’aide\u00a0:\n${non}`,
  solved: "Réglé, d’après la personne",
  notSolved: "(La personne a répondu « Non, j’ai encore besoin d’aide », sans rien ajouter.)",
  notSolvedBecause: (text: string) => `(Réponse au message de clôture\u00a0: « Non ».)\n\n${text}`,
}
