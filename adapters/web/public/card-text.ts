// The text of an answer card as a page: paragraphs, lists, and links to what it names. Everything is escaped.
import { html } from "hono/html"
import type { Html } from "./layout.ts"

const BULLET = /^[-•]\s+/
const NUMBER = /^\d+[.)]\s+/
/** Secure addresses, and addresses of mail. */
const LINK =
  /(https:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)]|[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,6})/i

export function cardText(text: string): Html[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .flatMap(blocks)
}

/** A paragraph may announce its list without an empty line. */
function blocks(paragraph: string): Html[] {
  const groups: { kind: "ul" | "ol" | "p"; lines: string[] }[] = []
  for (const line of paragraph.split("\n").filter((known) => known.trim() !== "")) {
    const kind = BULLET.test(line) ? "ul" : NUMBER.test(line) ? "ol" : "p"
    const last = groups.at(-1)
    if (last?.kind === kind) last.lines.push(line)
    else groups.push({ kind, lines: [line] })
  }
  return groups.map(({ kind, lines }) => {
    if (kind === "p")
      return html`<p>${lines.map((line, n) => html`${n > 0 && html`<br>`}${linked(line)}`)}</p>`
    const items = lines.map(
      (line) => html`<li>${linked(line.replace(BULLET, "").replace(NUMBER, ""))}</li>`,
    )
    return kind === "ul" ? html`<ul>${items}</ul>` : html`<ol>${items}</ol>`
  })
}

function linked(text: string) {
  return text.split(LINK).map((part, n) => {
    if (n % 2 === 0) return part
    return html`<a href="${part.includes("://") ? part : `mailto:${part}`}">${part}</a>`
  })
}
