// The text of an answer card as a page: paragraphs, lists, and links to what it names. Everything is escaped.
import { html } from "hono/html"
import type { Html } from "./layout.ts"

type Kind = "ul" | "ol" | "p"
type Block = { kind: Kind; lines: string[][] }

const MARKERS: [Kind, RegExp][] = [
  ["ul", /^[-•]\s+/],
  ["ol", /^\d{1,2}[.)]\s+/],
]
/** Secure addresses, and addresses of mail. */
const LINK =
  /(https:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)]|[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,6})/i

export function cardText(text: string): Html[] {
  return blocksOf(text.replace(/\r\n?/g, "\n").split("\n")).map(blockView)
}

/** An empty line ends a paragraph; between two items it ends nothing, and a line that is set back goes on with its item. */
function blocksOf(lines: string[]): Block[] {
  const blocks: Block[] = []
  let isApart = true
  for (const line of lines) {
    const last = blocks.at(-1)
    if (line.trim() === "") {
      isApart = true
      continue
    }
    const [kind = "p", marker] = MARKERS.find(([, pattern]) => pattern.test(line)) ?? []
    const words = marker ? line.replace(marker, "") : line.trim()
    const goesOn = kind === "p" && last && (last.kind === "p" ? !isApart : /^\s/.test(line))
    if (goesOn) last.lines.at(-1)?.push(words)
    else if (kind !== "p" && last?.kind === kind) last.lines.push([words])
    else blocks.push({ kind, lines: [[words]] })
    isApart = false
  }
  return blocks
}

function blockView({ kind, lines }: Block): Html {
  if (kind === "p") return html`<p>${lines.map(linesView)}</p>`
  const items = lines.map((item) => html`<li>${linesView(item)}</li>`)
  return kind === "ul" ? html`<ul>${items}</ul>` : html`<ol>${items}</ol>`
}

function linesView(lines: string[]) {
  return lines.map((line, n) => html`${n > 0 && html`<br>`}${linked(line)}`)
}

function linked(text: string) {
  return text.split(LINK).map((part, n) => {
    if (n % 2 === 0) return part
    return html`<a href="${part.includes("://") ? part : `mailto:${part}`}">${part}</a>`
  })
}
