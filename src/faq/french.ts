const MOST_WORDS = 3

/** « Je ne sais pas », with the words that no card holds: they say why better than a figure. */
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
