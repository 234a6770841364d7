import { fold } from "./lexicon.ts"

/** A line that ends before this was ended by who wrote it; a longer one, by their mail program. */
const SHORT_LINE = 50

/** « Marchés publics : les bases »: the title of a training, or what a page says. */
const QUOTED = /[«“"]\s*\p{Lu}[^«»“”"\n]{2,120}[»”"]/gu

/** The same, without what is quoted: no title has a date of its own. */
export function withoutQuotes({ subject, text }: { subject: string; text: string }) {
  return { subject: subject.replace(QUOTED, " "), text: text.replace(QUOTED, " ") }
}

/** The subject's sentences, then the text's. */
export function clausesIn({ subject, text }: { subject: string; text: string }): string[] {
  return [...clausesOf(subject), ...clausesOf(text)]
}

/** The sentences of a text as written, folded: what is said together. */
function clausesOf(text: string): string[] {
  return text
    .replace(QUOTED, (quoted) => quoted.replace(/[.!?;…:()]/g, " "))
    .replace(/((?:butoir|limite|échéance|délai|deadline)(?: de \p{L}+)?) ?: /giu, "$1 ")
    .replace(/(\d) ?h(?:eures?)?(?![a-zà-ÿ])/gi, "$1h")
    .replace(/(\d) ?%/g, "$1 pourcent")
    .split(/(?<!\b(?:M|Mme|Mr|n|no|tel|art)\.)(?<=[.!?;…:)(])\s+|\s[-–—]+\s|\n\s*\n/iu)
    .flatMap(linesOf)
    .map(fold)
    .filter(Boolean)
}

/** A line break begins a sentence, unless the sentence only went on to the next line. */
function linesOf(text: string): string[] {
  const sentences: string[] = []
  let isGoingOn = false
  for (const line of text.split("\n")) {
    const last = sentences.at(-1)
    if (last !== undefined && isGoingOn && /^\s*\p{Ll}/u.test(line))
      sentences[sentences.length - 1] = `${last} ${line}`
    else sentences.push(line)
    isGoingOn = line.length >= SHORT_LINE
  }
  return sentences
}
