// No card speaks of a named person or of another application: a name that no card holds is the best reason not to answer.

const TITLE = /(?:^|[^\p{L}])(?:m\.|mr|mme|mlle|monsieur|madame)\s+(\p{L}[\p{L}’'-]+)/giu
/** « Bonjour Madame Durand, » speaks to somebody, not of her. */
const GREETING =
  /^\s*(?:bonjour|bonsoir|chère?|hello|hi)?[\s,]*(?:m\.|mr|mme|mlle|monsieur|madame)?(?:\s+\p{Lu}[\p{L}-]+)?\s*[,!]\s*/iu
const WHO_ASKS =
  /(?:je m[’']appelle|je suis|i am|my name is)\s+\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)?/giu
/** A capital in the middle of a sentence. */
const NAME = /(?<=[\p{Ll}\p{N},][\s\u00a0]+(?:[dlDL][’'])?)\p{Lu}[\p{L}\p{N}’'-]+/gu

/** The first name that `isKnown` does not know; none in a text that shouts, whose capitals say nothing. */
export function namedIn(text: string, isKnown: (word: string) => boolean): string | null {
  const asked = text.replace(GREETING, "").replace(WHO_ASKS, "")
  const [titled] = [...asked.matchAll(TITLE)].map(([, name = ""]) => name)
  if (titled) return titled
  if (!/\p{Ll}/u.test(asked)) return null
  return (asked.match(NAME) ?? []).find((name) => !isKnown(name)) ?? null
}
