// No card speaks of somebody: a question that names a person is for the team, however much it looks like a card.

/** « Bonjour Madame Roche, » speaks to somebody, not of her; « Je m’appelle Julie » says who asks, not what. */
const GREETING =
  /^\s*(?:(?:[Bb]onjour|BONJOUR|[Bb]onsoir|[Hh]ello|Hi)(?!\p{L})[\s,!.]*)?(?:(?:M\.|Mr|Mme|Mlle|[Mm]onsieur|[Mm]adame)(?:\s+\p{Lu}[\p{L}’'-]+)?\s*[,!]\s*)?/u
const WHO_ASKS =
  /(?:[Jj]e m[’']appelle|[Jj]e suis|I am|[Mm]y name is)\s+\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)?[\s,.]*/gu

const TITLED = /(?<![\p{L}])(?:m\.|mr|mme|mlle|monsieur|madame)\s+(\p{L}[\p{L}’'-]+)/iu
/** First name and name, in the middle of a sentence. */
const NAMED = /(?<=[\p{L},][’'\s\u00a0]\s*)\p{Lu}\p{Ll}[\p{L}-]*\s\p{Lu}[\p{L}’'-]+/gu

/** What is asked, without the greeting and the name of who asks. */
export function askedIn(text: string): string {
  return text.replace(GREETING, "").replace(WHO_ASKS, "")
}

/** The first person that is spoken of, as written; `isKnown` tells the words of the cards: « Cap sur le ZAN » is nobody. */
export function personIn(asked: string, isKnown: (word: string) => boolean): string | null {
  const [, titled] = TITLED.exec(asked) ?? []
  if (titled) return titled
  const names = asked.match(NAMED) ?? []
  return names.find((name) => !name.split(/\s/).some(isKnown)) ?? null
}
