// Text as Slack takes it: what came in a mail is data, never markup, and no character hides.
import { french } from "./french.ts"

/** Controls, and what is invisible or turns the direction of reading; line ends and tabs stay. */
const HIDDEN = /(?![\n\t\u200d])[\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/gu
/** What joins, elsewhere than inside one emoji made of several. */
const STRAY_JOINER =
  /(?<!\p{Extended_Pictographic}[\ufe0f\p{EMod}]?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu
const MARKUP = /[*_~`<>&]/

export type PlainText = { type: "plain_text"; text: string; emoji: false }
export type Markdown = { type: "mrkdwn"; text: string; verbatim: true }

export function clean(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .toWellFormed()
    .replaceAll(HIDDEN, "")
    .replaceAll(STRAY_JOINER, "")
}

/** Shown as it is: neither mentions, nor links, nor emphasis, nor :emoji:. Never empty, for Slack refuses that. */
export function plain(text: string, most: number): PlainText {
  const shown = cut(clean(text), most)
  return { type: "plain_text", text: shown.trim() === "" ? french.nothing : shown, emoji: false }
}

/** A label of ours, in bold, when no character of it could be taken for markup. */
export function bold(text: string, most: number): PlainText | Markdown {
  const { text: shown } = plain(text, most - 2)
  if (MARKUP.test(shown) || shown.includes("\n")) return plain(text, most)
  return { type: "mrkdwn", text: `*${shown.trim()}*`, verbatim: true }
}

export function link(url: string, label: string): Markdown {
  return { type: "mrkdwn", text: `<${escaped(url)}|${escaped(label)}>`, verbatim: true }
}

/** For `text` beside the blocks, which Slack reads as markup. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
}

/** What notifications and screen readers say. */
export function fallback(text: string, most: number): string {
  for (let room = most; ; room = Math.floor(room / 2)) {
    const said = escaped(cut(clean(text).replaceAll(/\s+/g, " ").trim(), room))
    if (said.length <= most) return said || french.nothing
  }
}

/** At a word, and says so; a short text only shows that it goes on. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const mark = most > french.more.length * 4 ? french.more : "…"
  const room = Math.max(0, most - mark.length)
  const whole = text.slice(0, room + 1).replace(/\s+\S*$/u, "")
  // one word without end is cut between two characters, not in the middle of one
  const isWord = whole.length <= room && whole.length > room / 2
  const kept = isWord ? whole : text.slice(0, room).replace(/[\ud800-\udbff]$/, "")
  return `${kept}${mark}`
}

/** Pieces of at most `most` characters that together are the whole text, parted at line ends or words when there are. */
export function pieces(text: string, most: number): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > most) {
    const head = rest.slice(0, most)
    const [line, space] = [head.lastIndexOf("\n"), head.lastIndexOf(" ")]
    const end = line > most / 2 ? line : space > most / 2 ? space : wholeCharacters(head)
    parts.push(rest.slice(0, end))
    rest = rest.slice(end).replace(/^[\n ]/, "")
  }
  return [...parts, rest]
}

function wholeCharacters(text: string): number {
  return text.replace(/[\ud800-\udbff]$/, "").length
}

/** As JSON, each letter beyond ASCII counting six: at worst what Slack counts. */
export function sizeOf(value: unknown): number {
  const json = JSON.stringify(value)
  let size = json.length
  for (let i = 0; i < json.length; i += 1) if (json.charCodeAt(i) > 127) size += 5
  return size
}

export function groups<Item>(items: Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size))
}
