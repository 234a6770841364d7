import { opening, plain } from "./phrases.ts"
import { ROLES } from "./signature-name-words.ts"
import { CLOSINGS, THANKS } from "./signature-words.ts"

// What one line of the end of a mail looks like.

const LONGEST_LINE = 120
const MOST_WORDS = 16
const MOST_WORDS_OF_SENTENCE = 5
const LONGEST_NAME = 50

const FORMAL = new Set(CLOSINGS.map(plain))
const THANKFUL = new Set(THANKS.map(plain))
const ROLE = opening(ROLES)
const AND = /[,.!;/&+]| (?:et|and|und|y|e|en|og|och) /
const NAME = /^\p{Lu}[\p{L}.'’-]*$/u
const PARTICLE = /^(?:de|du|des|la|le|von|van|der|den|di|da|dos|el|al|bin|ben|d|et)$/
const PHONE = /\d(?:[ .()/+-]{0,2}\d){7}/
const CONTACT =
  /\b(?:t[ée]l|tel|phone|fax|mobile|mob|portable|gsm|cell|standard|poste)\b|www\.|https?:/i

/** `formal`: closes a mail by itself. `thanks`: closes it when a name follows. */
export function closingOf(line: string): "formal" | "thanks" | null {
  if (line.length > LONGEST_LINE) return null
  const parts = phrasesOf(line)
  const last = parts.at(-1)
  if (last === undefined) return null
  if (parts.every(isFormula)) return parts.some((part) => FORMAL.has(part)) ? "formal" : "thanks"
  return isFormulaThenName(line) ? "formal" : null
}

/** « Nadia », « Jean-Paul de La Tour », « Dr. P. MARTIN », and « roman ». */
export function isName(line: string): boolean {
  const name = line.trim().replace(/[,.!]$/, "")
  if (name.length < 2 || name.length > LONGEST_NAME) return false
  if (/^\p{Ll}{2,15}$/u.test(name)) return true
  const words = name.split(/\s+/)
  return words.length <= 5 && NAME.test(words[0] ?? "") && words.every(isPartOfName)
}

/** A telephone number, a site: what a signature gives and a sentence seldom does. */
export function isContact(line: string): boolean {
  return line.length <= LONGEST_LINE && (PHONE.test(line) || CONTACT.test(line))
}

/** « Cheffe de bureau », « Directrice adjointe » */
export function isRole(line: string): boolean {
  return line.length <= LONGEST_LINE && /^\s*\p{Lu}/u.test(line) && ROLE.test(plain(line))
}

/** Short, and no sentence. */
export function isSignatureLike(line: string): boolean {
  const text = line.trim()
  if (text === "") return true
  if (text.length > LONGEST_LINE || text.endsWith("?")) return false
  const words = text.match(/\p{L}+/gu)?.length ?? 0
  if (words <= MOST_WORDS_OF_SENTENCE) return true
  return words <= MOST_WORDS && (isContact(text) || !/[.!…:]$|^\p{Ll}/u.test(text))
}

function phrasesOf(line: string): string[] {
  const text = plain(line).replace(/^[-~* ]+/, "")
  return text
    .split(AND)
    .map((part) => part.replace(/[^\p{L}\p{N}]+$/u, "").trim())
    .filter((part) => part !== "")
}

function isFormula(part: string): boolean {
  return FORMAL.has(part) || THANKFUL.has(part)
}

/** « Cordialement, Nadia PETIT » */
function isFormulaThenName(line: string): boolean {
  const words = line.trim().split(/\s+/)
  for (let count = 1; count < words.length && count <= 6; count++) {
    const formula = phrasesOf(words.slice(0, count).join(" "))
    const isFormal = formula.every(isFormula) && formula.some((part) => FORMAL.has(part))
    if (isFormal && NAME.test(words[count] ?? "") && isName(words.slice(count).join(" ")))
      return true
  }
  return false
}

function isPartOfName(word: string): boolean {
  return NAME.test(word) || PARTICLE.test(word)
}
