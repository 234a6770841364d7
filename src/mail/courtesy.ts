import { fold } from "../triage/lexicon.ts"

const MAX_WORDS = 15
const THANKS = /\b(merci|remercie|remerciements|thanks|thank you)\b/
// Anything here means that more than thanks was said.
const MORE =
  /\b(mais|toujours|cependant|par contre|encore|autre|comment|pouvez|pourriez|but|still|however)\b/

/** « Merci, ça marche ! » reopens nothing. In doubt, it is not thanks alone. */
export function isThanksAlone(text: string): boolean {
  if (text.includes("?")) return false
  const words = fold(text)
  return words.split(" ").length <= MAX_WORDS && THANKS.test(words) && !MORE.test(words)
}
