const MOST_WORDS = 3

/** « Je ne sais pas », with the words that no card holds: they say why better than a figure. */
export function doNotKnow(unknownWords: string[]): string {
  const words = unknownWords.slice(0, MOST_WORDS).map(quoted)
  if (words.length === 0) return "Je ne sais pas\u00a0: aucune fiche ne répond à cette question."
  const [last = "", ...others] = words.reverse()
  const list = others.length > 0 ? `${others.reverse().join(", ")} ni de ${last}` : last
  return `Je ne sais pas\u00a0: aucune fiche ne parle de ${list}.`
}

/** What `{{formation}}` becomes when the training is known. */
export function theTraining(title: string): string {
  return `la formation ${quoted(title)}`
}

function quoted(text: string): string {
  return `«\u00a0${text}\u00a0»`
}

/** Why the bot proposes nothing. */
export const delicate = {
  anger: "la personne est mécontente",
  security: "il s’agit de sécurité",
  rights: "il s’agit de données personnelles",
  reminded: "la personne a déjà relancé",
}

/** Why it proposes a card: of its questions, the one that looks most like the mail. */
export function looksLike(question: string): string {
  return question
    ? `Ressemble à la question ${quoted(question)}.`
    : "Les mots du message sont ceux de la fiche."
}

/** What « Écrivez à l’assistance » becomes in a mail of the assistance. */
export const writeBack = "Répondez à ce message"
