// What tells who somebody is, replaced: a model reads [PERSONNE_1], and its answer is put right; a card made of an answer is left without.

import type { Address } from "../mail/incoming.ts"
import { nameFrom, namesOf } from "../people/names.ts"
import { maskSecrets } from "./masking.ts"

export type Hiding = {
  /** Secrets go for good; the rest can be put back. The same words have the same token in every text. */
  hide(text: string): string
  /** Null: it has a token that was never given. */
  putBack(text: string): string | null
}

const SHORTEST_NAME = 2
const SMALL_WORDS =
  /^(?:de|du|des|la|le|les|d|l|von|van|el|ben|bin|et|m|mme|mlle|mr|monsieur|madame)$/iu
const TOKEN = /\[(?:PERSONNE|ADRESSE|LIEN|NUMERO|DATE)_\d+\]/g
/** In this order: an address holds a name, a link holds numbers. */
const PATTERNS: [kind: string, pattern: RegExp][] = [
  ["LIEN", /\b(?:https?:\/\/|www\.)[^\s<>"»)\]]+/giu],
  ["ADRESSE", /[^\s<>()[\],;:"«»]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63})+/giu],
  ["DATE", /(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?!\d)/gu],
  // Telephones, NIR, numbers of an agent: six figures or more, however they are parted.
  ["NUMERO", /(?<![\d_])\+?\d(?:[ \u00a0./-]?\d){5,}(?!\d)/gu],
]
/** « Mme Roche », « M. de La Tour », « je m’appelle Julie Roux », « de la part de Paul ». */
const TITLED =
  /(?<=(?<!\p{L})(?:[Mm]\.|M(?:r|me|lle)\.?|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Jj]e (?:m[’']appelle|suis)|[Cc]ollègue|[Aa]gent[e]?|[Pp]art de)\s+)\p{Lu}[\p{L}’'-]+(?:\s+(?:de\s+|du\s+|La\s+|Le\s+)*\p{Lu}[\p{L}’'-]+)?/gu
/** Two words that begin by a capital, in the middle of a sentence; or alone at the end of a line, as who signs. */
const NAMED =
  /(?<=[\p{Ll},:][’']?\s+)(?:\p{Lu}\p{Ll}[\p{L}-]*(?:\s(?:de|du|le|la|De|Le|La))?\s\p{Lu}|\p{Lu}{2}[\p{Lu}-]*\s\p{Lu}\p{Ll})[\p{L}’'-]+/gu
const SIGNED =
  /(?<=^\s*|[.!?]\s+)\p{Lu}[\p{L}-]+(?:\s(?:de|du|le|la|Le|La))?\s\p{Lu}[\p{L}’'-]+(?=\s*$)/gmu
/** Addresses have no accents. */
const LETTERS = new Map(
  ["aàâä", "cç", "eéèêë", "iîï", "oôö", "uùûü", "yÿ", "nñ"].map((letters) => [
    letters.charAt(0),
    letters,
  ]),
)

/** `people`: those that are known to take part. `isCommon` tells the words of our cards, which name nobody. */
export function hidingOf(people: Address[], isCommon: (word: string) => boolean): Hiding {
  const [tokens, originals] = [new Map<string, string>(), new Map<string, string>()]
  const counts = new Map<string, number>()
  const known = knownNames(people)

  function tokenFor(kind: string, words: string): string {
    const key = `${kind} ${words}`
    const given = tokens.get(key)
    if (given) return given
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    const token = `[${kind}_${count}]`
    tokens.set(key, token)
    originals.set(token, words)
    return token
  }

  return {
    hide(text) {
      // A token that somebody wrote is nobody's.
      let hidden = maskSecrets(text).replace(TOKEN, "[…]")
      for (const [kind, pattern] of PATTERNS) hidden = apart(hidden, pattern, kind)
      if (known) hidden = apart(hidden, known, "PERSONNE")
      hidden = apart(hidden, TITLED, "PERSONNE")
      const isOurs = (name: string) => name.split(/\s/).every(isCommon)
      hidden = apart(hidden, NAMED, "PERSONNE", isOurs)
      return apart(hidden, SIGNED, "PERSONNE", isOurs)
    },
    putBack(text) {
      const isWhole = (text.match(TOKEN) ?? []).every((token) => originals.has(token))
      return isWhole ? text.replace(TOKEN, (token) => originals.get(token) ?? token) : null
    },
  }

  function apart(
    text: string,
    pattern: RegExp,
    kind: string,
    spares: (words: string) => boolean = () => false,
  ): string {
    // Between the tokens that are there already.
    return text
      .split(/(\[[^[\]]*\])/)
      .map((part, n) =>
        n % 2 === 1
          ? part
          : part.replace(pattern, (words) => (spares(words) ? words : tokenFor(kind, words))),
      )
      .join("")
  }
}

/** Their names, the longest first; whole, then word by word. */
function knownNames(people: Address[]): RegExp | null {
  const names = people.flatMap(({ name, address }) => {
    const words = [...namesOf(name, address), ...nameFrom(address).split(" ")]
    return [name, namesOf(name, address).join(" "), ...words]
  })
  const wanted = [...new Set(names.map((name) => name.trim()))].filter(
    (name) => name.length >= SHORTEST_NAME && !SMALL_WORDS.test(name) && !name.includes("@"),
  )
  if (wanted.length === 0) return null
  const escaped = wanted
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"))
    .map((name) => name.replace(/\p{L}/gu, anyAccent))
  return new RegExp(`(?<![\\p{L}\\d])(?:${escaped.join("|")})(?![\\p{L}\\d])`, "giu")
}

function anyAccent(letter: string): string {
  const bare = letter.normalize("NFD").charAt(0).toLowerCase()
  const letters = LETTERS.get(bare)
  return letters ? `[${letters}]` : letter
}
