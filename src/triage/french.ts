const MAX_QUOTED = 4
const MAX_EXAMPLE = 90

const quoted = (text: string) => `«\u00a0${text}\u00a0»`

/** Why, in sentences that a member understands. */
export const because = {
  recognised: (phrases: string[]) =>
    `Reconnu dans le message : ${phrases
      .slice(0, MAX_QUOTED)
      .map((text) => quoted(text.replace(/\*/g, "…").replace(/…\s*…/g, "…")))
      .join(", ")}.`,
  mentorSays: (sentence: string) => `Phrase de Mentor reconnue : ${quoted(sentence)}.`,
  resembles: (example: string) => `Ressemble à : ${quoted(shortened(example))}.`,
  machine: "Envoyé par une machine : personne n’attend de réponse.",
  calendar: "Réponse à une invitation d’agenda.",
  empty: "Message vide : à lire.",
  older: "Le tri porte sur le message transféré ou cité.",
  words: (words: string[]) => `Mots qui ont compté : ${words.map(quoted).join(", ")}.`,
  nothing: "Aucune phrase connue : à lire.",
  urgent: (reason: string, phrase: string) => `Prioritaire : ${reason} (${quoted(phrase)}).`,
}

/** Reasons of priority, as the lexicon names them. */
export const urgency = {
  collective: "plusieurs personnes bloquées",
  deadline: "une échéance très proche",
  incident: "un risque pour la sécurité ou les données",
  reminder: "une deuxième relance sans réponse",
}

function shortened(text: string): string {
  return text.length > MAX_EXAMPLE ? `${text.slice(0, MAX_EXAMPLE).replace(/\s+\S*$/, "")}…` : text
}
