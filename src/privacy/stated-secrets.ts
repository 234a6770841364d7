// Passwords and codes that somebody wrote: « Mot de passe : … », in a sentence, on the next line, in a table.
import { MASK, type Range } from "./mask.ts"
import { columnBelow } from "./secret-tables.ts"
import { bare, looksSecret, looksStrong } from "./secret-words.ts"

const WINDOW = 200
const MASKED = MASK.slice(1, -1)
const NEAR = 25
const LABEL = new RegExp(
  `(?<![\\p{L}\\d])(?:${[
    "mots?[\\s>]{0,4}(?:de)?[\\s>]{0,4}passes?",
    "m\\.?d\\.?p\\.?",
    "codes?\\s(?:secret|provisoire|temporaire|confidentiel|d['’]acc[eè]s|d['’]activation|d['’]authentification|de\\s(?:v[eé]rification|confirmation|s[eé]curit[eé]|connexion)|[aà]\\susage\\sunique|pin)",
    "(?:verification|security|access|one[- ]time|confirmation|activation|login)\\s(?:code|password|key)",
    "passwords?|passwd|pwd|pass\\s?phrase|pass\\s?code",
    "(?:pass|pin)(?=\\s?[:=])",
    "jeton|token",
    "cl[eé]\\s(?:d['’]activation|secr[eè]te|api)",
  ].join("|")})(?![\\p{L}\\d])`,
  "giu",
)
/** What stands between the label and its value. */
const SIGN =
  /^([^\n.,;:=!?|\t/]{0,60}?)[*_`]{0,2}[ \u00a0]*(:|=|\t|\||→|->|=>| [-–—](?= )|[ \u00a0]{2,})[*_`]{0,2}[ \t\u00a0:]*/u
const OTHER_FIELD =
  /\b(?:identifiant|login|adresse|e?-?mails?|m[eé]l|courriel|t[eé]l|num[eé]ro|utilisateur|user|compte|erreur|message|affiche)/iu
const PAIR =
  /(?:identifiants?|login|utilisateur|user(?:name)?|id)\s*(?:\/|et|and|&|\+|-|,|;)\s*(?:le |mon |votre |your )?$/iu
const REVERSED =
  /(\S{4,64})\s+(?:est|is|sera)\s+(?:votre|mon|le|ton|your|my|the)\s+(?:\p{L}+\s+){0,2}$/iu
const IS_ONES = /\s(?:est|is|sera)\s[^\n]{1,40}$/iu
const LINK_WORD =
  /^[ \u00a0]*(?:(?:temporaire|provisoire|initial|actuel|nouveau|suivant|temporary|mentor|est|is|was|sera|devient|désormais|now|le|pour|has been (?:set|reset|changed) to)[ \u00a0]*){0,5}/iu
const PLAIN_CODE =
  /(?<![\p{L}\d])code(?:[ \u00a0](?:est|is))?[ \u00a0]?:?[ \u00a0]?(\d{6,8}|\d{3}[ \u00a0-]\d{3})(?!\d)/giu
const FIGURES = /^\d{2,4}(?:[ \u00a0-]\d{2,4}){1,2}(?![\d/])(?!\s*\p{L})/u
const POLICY =
  /\b(?:caract[eè]res?|lettres?|chiffres?|majuscules?|minuscules?|minimum|maximum|moins|characters?|digits?|essais?|tentatives?|fois|jours?|heures?|minutes?|mois)\b/iu
/** Alone after « mot de passe : », they say what became of it. */
const NOT_A_VALUE =
  /^(?:oubli\p{L}*|perdus?|expir\p{L}*|inconnue?|invalide|incorrecte?|erron\p{L}*|refus\p{L}*|bloqu\p{L}*|chang\p{L}*|r[eé]initialis\p{L}*|modifi\p{L}*|verrouill\p{L}*|faux|idem|aucun|n[eé]ant|non|oui|ok|vide|absent|problème|aide|urgent|merci|bonjour|bonsoir|cordialement|svp|comment|pourquoi|quoi|forgotten|lost|expired|unknown|invalid|wrong|reset|help|none|n\/a|x+|\*+|•+|\.+|-+|_+)$/iu
const LINK = /^<?(?:https?:|www\.)/i

/** Where they are. Some may overlap; none is masked already. */
export function statedSecrets(text: string): Range[] {
  const labels = [...text.matchAll(LABEL)]
  const ranges: Range[] = []
  let tableEnd = 0
  for (const [i, { index: start, 0: label }] of labels.entries()) {
    const end = start + label.length
    const table = start < tableEnd ? null : columnBelow(text, start, end)
    if (table) {
      ranges.push(...table.cells)
      tableEnd = table.end
      continue
    }
    const limit = Math.min(labels[i + 1]?.index ?? text.length, end + WINDOW)
    ranges.push(...aroundLabel(text, start, end, limit))
  }
  for (const { index, 0: whole, 1: code = "" } of text.matchAll(PLAIN_CODE)) {
    ranges.push([index + whole.length - code.length, index + whole.length])
  }
  return ranges.filter(([from, to]) => !text.slice(Math.max(0, from - 1), to + 1).includes(MASKED))
}

function aroundLabel(text: string, start: number, end: number, limit: number): Range[] {
  const before = text.slice(Math.max(0, start - WINDOW / 2), start)
  const [, said = ""] = (IS_ONES.test(before) && REVERSED.exec(before)) || []
  if (looksSecret(said)) {
    const from = start - before.length + before.lastIndexOf(said)
    return [[from, from + said.length]]
  }
  const window = text.slice(end, limit)
  const sign = SIGN.exec(window)
  const at = (range: Range | null, from: number): Range[] =>
    range ? [[end + from + range[0], end + from + range[1]]] : []
  if (sign && !OTHER_FIELD.test(sign[1] ?? "")) {
    const rest = window.slice(sign[0].length)
    const found = valueAfter(rest, sign, PAIR.test(before))
    if (found) return at(found, sign[0].length)
  }
  const below = isAlone(before, window) ? valueBelow(window, false) : null
  return below ? at(below, 0) : inSentence(window).map(([from, to]) => [end + from, end + to])
}

/** `rest` begins where the value should. */
function valueAfter(
  rest: string,
  [, gap = "", sign = ""]: string[],
  isPair: boolean,
): Range | null {
  const [line = ""] = rest.split("\n", 1)
  if (line.trim() === "") return valueBelow(rest, true)
  const isWeak = /^\s|[-–—]/.test(sign) && sign !== "\t" && sign !== "->"
  const cell = /^(?:(?!\t|\||[ \u00a0]{3}|[ \u00a0][/;][ \u00a0]).)*/u.exec(line)?.[0] ?? ""
  if (isPair) {
    const second = /^\S{1,64}\s*(?:\/|;|,|\||et|and|\s)\s*(\S{1,64})/u.exec(line)
    if (second?.[1]) return [second[0].length - second[1].length, second[0].length]
  }
  const quoted = /^["«“'‘][\s\u00a0]*([^"»”\n]{1,64}?)[\s\u00a0]*["»”]/u.exec(cell)
  if (quoted?.[1] && !isWeak && !POLICY.test(quoted[1])) {
    const from = quoted[0].indexOf(quoted[1])
    return [from, from + quoted[1].length]
  }
  const figures = FIGURES.exec(cell)
  if (figures) return [0, figures[0].length]
  const words = cell.trim().split(/\s+/)
  const [first = "", second = ""] = words
  const whole: Range = [0, first.length - trailing(first)]
  if (LINK.test(first)) return null
  if (looksStrong(first)) return whole
  if (gap.trim().length > NEAR || POLICY.test(cell)) return null
  if (looksSecret(first)) return whole
  if (isWeak || /\?\s*$/.test(cell)) return null
  const isEnded = /[,;]$/.test(first) && bare(first).length > 3
  const isLone = isEnded || words.slice(1).every((word) => bare(word) === "")
  if (isLone) return isWord(first) ? whole : null
  const isTwo = words.length === 2 && looksSecret(second) && !NOT_A_VALUE.test(bare(first))
  return isTwo ? [0, cell.trimEnd().length - trailing(second)] : null
}

/** Alone on the line under its label. `isSigned`: the label ended by a colon. */
function valueBelow(rest: string, isSigned: boolean): Range | null {
  const gap = /^[ \t\u00a0\r]*(?:\n[ \t>|*\u00a0\r]*){1,3}/u.exec(rest)?.[0]
  if (!gap) return null
  const [line = ""] = rest.slice(gap.length).split("\n", 1)
  const words = line.trim().split(/\s+/)
  const [first = ""] = words
  if (LINK.test(first)) return null
  const isDirect = gap.indexOf("\n") === gap.lastIndexOf("\n")
  const isLowerWord = isSigned && isDirect && /^[\p{Ll}-]{5,}$/u.test(first) && isWord(first)
  const isValue = words.length === 1 ? looksSecret(first) || isLowerWord : looksStrong(first)
  return isValue ? [gap.length, gap.length + first.length - trailing(first)] : null
}

/** « … est Xy12!ab », « … Xy12!ab », « … reçu ce matin (Xy12!ab) » */
function inSentence(window: string): Range[] {
  const [sentence = ""] = window.split(/\n|[.!?;](?:\s|$)/, 1)
  // The sign that ends the sentence may belong to the password.
  const end = sentence.length + (/[!?]/.test(window.charAt(sentence.length)) ? 1 : 0)
  const direct = LINK_WORD.exec(sentence)?.[0].length ?? 0
  const isSaid = /\b(?:est|is|was|sera|to|now)\b/i.test(sentence.slice(0, direct))
  return [...window.slice(0, end).matchAll(/\S+/gu)].flatMap(({ index, 0: word }): Range[] => {
    const isFirst = index > 0 && (index === direct || index === direct + 1)
    const after = sentence.slice(index + word.length)
    const isQuoted = isSaid && isFirst && /^["“«']\S{3,}["”»']/u.test(word)
    const isDirect = isFirst && looksSecret(word) && !POLICY.test(after.slice(0, 20))
    if (!isDirect && !isQuoted && !looksStrong(word)) return []
    const lead = /^["'«“‘([]*/u.exec(word)?.[0].length ?? 0
    return [[index + lead, index + word.length - trailing(word)]]
  })
}

/** Nothing else on its line, but what numbers, quotes or qualifies it. */
function isAlone(before: string, window: string): boolean {
  const line = before.slice(before.lastIndexOf("\n") + 1)
  return (
    /^[\s>*#|•\d.)-]*(?:(?:votre|mon|le|nouveau|your|new|temporary)\s){0,3}$/iu.test(line) &&
    /^(?:[ \u00a0]\p{L}+){0,2}[ \t\u00a0\r*|]*\n/u.test(window)
  )
}

function isWord(word: string): boolean {
  const core = bare(word)
  return core.length >= 3 && !NOT_A_VALUE.test(core) && /[\p{L}\d]/u.test(core)
}

/** How many characters at the end of a word are the sentence's; « ! » and « ? » may be the password's. */
function trailing(word: string): number {
  return /["'»”’).,;…\]]*$/u.exec(word.slice(-10))?.[0].length ?? 0
}
