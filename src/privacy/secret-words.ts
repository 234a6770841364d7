// What a password or a key looks like, among ordinary words.
import { MASK } from "./mask.ts"

const LONGEST = 200
const SYMBOL = /[!@#$%^&*+=_~§£€?<>{}[\]\\]/
const AROUND = /^["'«»“”‘’([{*_`]+|["'«»“”‘’)\]}.,;:…*_`]+$/gu
const END = /[!?]+$/
/** 12/03/2026, 14h30, 2ème, 30min, 12%, 03.00.00.00.12 */
const ORDINARY =
  /^(?:\d{1,4}([/.-])\d{1,2}(?:\1\d{1,4})+|\d{1,2}\/\d{1,4}|\d{1,3}(?:er|re|e|è?me|eme|nde?|h\d{0,2}|min|mn|j|s|x|fois|jours?|mois|ans?|car\p{L}*|[%€]))$/iu
const NAMES = /^(?:office365|m365|microsoft365|windows\d+|win1[01]|iphone\d*|covid19|e-?mail\d*)$/i
const LINK_OR_ADDRESS =
  /^(?:https?:|www\.)|^[^\s@]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$|^[\p{L}\d.-]+\.(?:fr|com|org|net|eu|pdf|docx?|png|jpe?g|php|html?)(?:\/|$)/iu

/** A word without what surrounds it in a sentence. */
export function bare(word: string): string {
  return word.slice(0, LONGEST).replace(AROUND, "").replace(END, "")
}

/** Letters with figures, or a sign inside, or four figures: nothing that French or English writes. */
export function looksSecret(word: string): boolean {
  const core = bare(word)
  if (core.length < 4 || isOrdinary(word, core)) return false
  const hasDigit = /\d/.test(core)
  return (
    (hasDigit && /\p{L}/u.test(core)) ||
    /^\d{4,}$/.test(core) ||
    (SYMBOL.test(core) && /[\p{L}\d]/u.test(core)) ||
    /\p{Ll}\p{Lu}.*\p{Ll}\p{Lu}/u.test(core)
  )
}

/** What a password must be to be seen far from its label. */
export function looksStrong(word: string): boolean {
  const core = bare(word)
  if (core.length < 6 || isOrdinary(word, core)) return false
  const isMixed = /\p{Lu}/u.test(core) && /\p{Ll}/u.test(core)
  return /\d/.test(core) && /\p{L}/u.test(core) && (SYMBOL.test(word.slice(0, LONGEST)) || isMixed)
}

function isOrdinary(word: string, core: string): boolean {
  if (word.includes(MASK)) return true
  return ORDINARY.test(core) || NAMES.test(core) || LINK_OR_ADDRESS.test(core)
}

/** A key in a link: figures among letters, capitals among small ones. Words between hyphens are a title. */
export function isOpaque(text: string, least: number): boolean {
  const part = text.slice(0, LONGEST).replace(/\.\w{2,5}$/, "")
  if (part.length < least || part.includes(MASK)) return false
  if (/^\d+$/.test(part)) return least <= 6 && part.length >= 6
  // « JORFTEXT000000886460 » is a reference: letters, then figures.
  if (/^[A-Z]{2,10}\d+$/.test(part)) return false
  const words = part.split(/[-_.+ ]/)
  const isTitle = words.length > 2 && words.every((word) => /^(?:\p{L}*|\d{1,4})$/u.test(word))
  if (isTitle) return false
  const run = words.reduce((longest, word) => (word.length > longest.length ? word : longest), "")
  const hasBoth = /\d/.test(part) && /\p{L}/u.test(part)
  return (hasBoth || /\p{Ll}\p{Lu}.*\p{Ll}\p{Lu}/u.test(part)) && run.length >= Math.min(least, 8)
}
