// Text that comes from anywhere, made harmless: nothing hidden, nothing that Discord would take for markup, a link or a
// mention, nothing too long.

/** Characters that show nothing, or turn round what follows them. Joiners stay inside emoji. */
const HIDDEN =
  /(?!(?<=\p{Extended_Pictographic}\ufe0f?)\u200d(?=\p{Extended_Pictographic}))[\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g
const NEW_LINES = /\r\n?|[\u2028\u2029\u0085]/g
const TOO_MANY_MARKS = /(\p{M}{4})\p{M}+/gu
const EMPTY_LINES = /\n{3,}/g
/**
 * Discord shows an escaped sign as it is. Only where it would mean something: what is shown to nobody but a phone's
 * notification has its backslashes too.
 */
const MARKUP = new RegExp(
  [
    "[\\\\`*_~|<\\[\\]]", // styles, hidden words, links with another text, mentions
    "(?<=^[^\\S\\n]*)[#>+-]", // titles, quotes, lists
    "(?<=[:/\\p{L}])/", // addresses, invitations
    "(?<![\\p{L}\\p{N}])@|@(?=everyone|here)",
  ].join("|"),
  "gmu",
)
const NOTHING = "—"

export function clean(text: string): string {
  const seen = text
    .toWellFormed()
    .replace(NEW_LINES, "\n")
    .replace(CONTROLS, " ")
    .replace(HIDDEN, "")
    .replace(TOO_MANY_MARKS, "$1")
    .replace(EMPTY_LINES, "\n\n")
    .trim()
  return seen || NOTHING
}

export function escaped(text: string): string {
  return text.replace(MARKUP, "\\$&")
}

/** One line, where there is no markup: a label, an option. Cut with « … ». */
export function label(text: string, max: number): string {
  return cut(clean(text).replace(/[\n ]+/g, " "), max, "…")
}

/** Where there is markup: a title, a description. `more` follows the cut. */
export function markup(text: string, max: number, more: string): string {
  return cut(clean(text), max, more, escaped)
}

/** Cut at a word; between two characters where one word has no end. `written` is how a text is written. */
function cut(text: string, max: number, more: string, written = (part: string) => part): string {
  const whole = written(text)
  if (whole.length <= max) return whole
  const kept = text.slice(0, longest(text, max - more.length, written))
  const words = /\s/.test(text.charAt(kept.length)) ? kept : kept.replace(/\s+\S*$/, "")
  return `${written((/\S/.test(words) ? words : kept).trimEnd())}${more}`
}

/** How much of the text fits, looked for by halves; never half a character. */
function longest(text: string, room: number, written: (part: string) => string): number {
  let [fits, tooMuch] = [0, text.length]
  while (tooMuch - fits > 1) {
    const middle = (fits + tooMuch) >> 1
    if (written(text.slice(0, middle)).length <= room) fits = middle
    else tooMuch = middle
  }
  return /[\ud800-\udbff]/.test(text.charAt(fits - 1)) ? fits - 1 : fits
}
