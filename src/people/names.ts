// Which word of « DURAND Claire - DDT 81 » is the first name. Administrations write the family name in capitals.

const MAX_NAME = 200
const CIVILITY = /^(?:m\.|mr\.?|mme\.?|mlle\.?|dr\.?|pr\.?|monsieur|madame|mademoiselle)\s+/i
/** What mail servers add: a service, a place, a list. */
const ADDED = /\s+(?:[-–—/|]\s.*|via\s.*)$|\s*[([<].*$/iu
const PARTICLE = /^(?:de|du|des|d['’].*|le|la|von|van|el|ben|bin)$/iu
const NOBILIARY = /^(?:de|du|des)$/iu
/** A shared mailbox is nobody. */
const SHARED =
  /^(?:accueil|admin|administration|assistance|boite|bureau|cabinet|cellule|chefs?|communication|contact|courrier|ddt\w*|dreal\w*|direction|directeur|directrice|drh|equipe|dircom|dsi|formateurs?|formations?|gestion|greffe|gestionnaire|info|infos|informations?|mailbox|mailer|mission|noreply|no|reply|pole|pref|prefete?|prefecture|rh|rssi|secretariat|service|sg|sgc\w*|ssi|support|unite)$/i
const COMPOUND = /^(?:jean|marie|anne|pierre|paul)$/iu

/** The words of a display name, first name first when something tells; `address` may tell. */
export function namesOf(display: string, address: string): string[] {
  const bare = cleaned(display)
  if (bare.includes("@")) return nameFrom(bare.toLowerCase()).split(" ").filter(Boolean)
  const [family = "", first, ...more] = bare.split(",").map((part) => part.trim())
  const isComma = first !== undefined && more.length === 0
  // « Durand, Claire »; but « DURAND Claire, DDT 81 » is in order already.
  if (isComma && isOnePerson(family, first)) return [...wordsOf(first), ...wordsOf(family)]
  const words = wordsOf(family)
  return inOrder(words) ?? byAddress(words, address) ?? words.map(capitalised)
}

/** « claire.durand2@… » is « Claire Durand »; "" for a shared mailbox. */
export function nameFrom(address: string): string {
  const local = address.slice(0, Math.max(0, address.lastIndexOf("@")))
  const words = local
    .split(/[._+]+/)
    .map((part) => part.replace(/\d+$/, ""))
    .filter((part) => /^\p{L}[\p{L}-]*$/u.test(part))
  if (words.some((word) => word.split("-").some((part) => SHARED.test(folded(part))))) return ""
  return words.map(capitalised).join(" ")
}

/** « Claire », « Jean Pierre »; "" when it may be a family name, an initial or a service. */
export function firstNames(words: string[]): string {
  const [first = "", second = "", third] = words
  const isShared = words.some((word) => SHARED.test(folded(word)))
  if (words.length < 2 || isShared || !/^\p{Lu}\p{Ll}[\p{L}'’-]*$/u.test(first)) return ""
  const isCompound = third !== undefined && COMPOUND.test(first) && /^\p{Lu}\p{Ll}/u.test(second)
  return isCompound && !PARTICLE.test(second) ? `${first} ${second}` : first
}

/** Of the family name: « de La Tour » is « L ». */
export function initialOf(words: string[]): string {
  const rest = words.slice(1)
  const begin = rest.findIndex((word, i) => isFamily(word) || (PARTICLE.test(word) && rest[i + 1]))
  const family = begin >= 0 ? rest.slice(begin) : rest.slice(-1)
  const word = family.find((part) => !NOBILIARY.test(part)) ?? ""
  return word
    .replace(/^d['’]/iu, "")
    .charAt(0)
    .toUpperCase()
}

function cleaned(display: string): string {
  return display
    .slice(0, MAX_NAME)
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim()
    .replace(/^["'«\s]+|["'»\s]+$/g, "")
    .replace(ADDED, "")
    .replace(CIVILITY, "")
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}

function isOnePerson(family: string, first: string): boolean {
  const words = wordsOf(family)
  const isMixed =
    words.some(isFamily) && !words.every((word) => isFamily(word) || PARTICLE.test(word))
  return !isMixed && wordsOf(first).length <= 3 && /^\p{Lu}\p{Ll}|^\p{Lu}\.?$/u.test(first)
}

/** null when capitals do not tell. */
function inOrder(words: string[]): string[] | null {
  const family = words.filter((word, i) => isFamily(word) || isParticle(words, i))
  const first = words.filter((word) => !family.includes(word))
  return family.some(isFamily) && first.length > 0 ? [...first, ...family] : null
}

function isFamily(word: string): boolean {
  return (
    word.length > 1 && !word.endsWith(".") && /\p{Lu}/u.test(word) && word === word.toUpperCase()
  )
}

/** A small word before a family name is a part of it. */
function isParticle(words: string[], at: number): boolean {
  const next = words[at + 1]
  if (next === undefined || !PARTICLE.test(words[at] ?? "")) return false
  return isFamily(next) || isParticle(words, at + 1)
}

/** « DURAND CLAIRE » and « Durand Claire » of claire.durand@ are in the other order. */
function byAddress(words: string[], address: string): string[] | null {
  const local = address.slice(0, Math.max(0, address.lastIndexOf("@")))
  const [first = ""] = local.split(/[._]+/)
  const at = words.findIndex((word) => folded(word) === folded(first))
  const name = words[at]
  if (name === undefined || first.length < 2) return null
  return [name, ...words.filter((_, i) => i !== at)].map(capitalised)
}

/** « claire » and « CLAIRE » are « Claire »; « McDonald » stays. */
function capitalised(word: string): string {
  if (word !== word.toLowerCase() && word !== word.toUpperCase()) return word
  if (PARTICLE.test(word) && word === word.toLowerCase()) return word
  return word
    .toLowerCase()
    .replace(
      /(^|[-'’])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
}

function folded(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
}
