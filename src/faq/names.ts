// No card speaks of somebody: a question that names a person is for the team, however much it looks like a card.

const TITLED = /(?<![\p{L}])(?:m\.|mr|mme|mlle|monsieur|madame)\s+(\p{L}[\p{L}’'-]+)/iu
/** First name and name, in the middle of a sentence. */
const NAMED = /(?<=[\p{L},][’'\s\u00a0]\s*)\p{Lu}\p{Ll}[\p{L}-]*\s\p{Lu}[\p{L}’'-]+/gu
/** « Bonjour Madame Durand, » speaks to somebody, not of her. */
const GREETING =
  /^\s*(?:bonjour|bonsoir|chère?|hello|hi)?[\s,]*(?:m\.|mr|mme|mlle|monsieur|madame)?(?:\s+\p{Lu}[\p{L}-]+)?\s*[,!]\s*/iu
const WHO_ASKS =
  /(?:je m[’']appelle|je suis|i am|my name is)\s+\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)?/giu

/** The first person that is spoken of, as written; `isKnown` tells the words of the cards: « Cap sur le ZAN » is nobody. */
export function personIn(text: string, isKnown: (word: string) => boolean): string | null {
  const asked = text.replace(GREETING, "").replace(WHO_ASKS, "")
  const [, titled] = TITLED.exec(asked) ?? []
  if (titled) return titled
  const names = asked.match(NAMED) ?? []
  return names.find((name) => !name.split(/\s/).some(isKnown)) ?? null
}
