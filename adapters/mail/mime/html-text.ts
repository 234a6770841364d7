import { compile } from "html-to-text"
import { LIMITS } from "./limits.ts"
import { shallow } from "./shallow.ts"

type Formatter = NonNullable<NonNullable<Parameters<typeof compile>[0]>["formatters"]>[string]

const line = { format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } }
const cell = { format: "inlineSurround", options: { suffix: " " } }
const skipped = { format: "skip" }
const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: 2 * LIMITS.htmlDepth, maxInputLength: LIMITS.html, ellipsis: "" },
  formatters: { link },
  selectors: [
    { selector: "a", format: "link" },
    ...["img", "style", "script", "title"].map((selector) => ({ selector, ...skipped })),
    ...["table", "tr", "hr", ...HEADINGS].map((selector) => ({ selector, ...line })),
    ...["td", "th"].map((selector) => ({ selector, ...cell })),
    { selector: 'p[class^="Mso"]', ...line }, // Outlook writes a paragraph for each line
    { selector: "ul", options: { itemPrefix: "- " } },
    { selector: "blockquote", options: { trimEmptyLines: false } },
  ],
})

/** HTML as lines of text, with quotes marked « > » as mail programs do. */
export function htmlToPlain(html: string): string {
  const lines = convert(shallow(html))
    .replaceAll("\u00a0", " ")
    .split("\n")
    .map((text) => text.trimEnd())
  return lines.filter((text, at) => !(isBlank(text) && text === lines[at - 1])).join("\n")
}

function isBlank(text: string): boolean {
  return /^[> ]*$/.test(text)
}

/** « text (address) », unless the text already shows the address. */
function link(...[element, walk, builder]: Parameters<Formatter>): void {
  const address = String(element.attribs?.href ?? "").replace(/^mailto:/i, "")
  let shown = ""
  builder.pushWordTransform((word) => {
    shown += word
    return word
  })
  walk(element.children, builder)
  builder.popWordTransform()
  const isReachable = /^(?:https?:\/\/|[^/?#]+@)/i.test(address)
  if (isReachable && !isSame(shown, address)) {
    builder.addInline(` (${address})`, { noWordTransform: true })
  }
}

function isSame(shown: string, address: string): boolean {
  const bare = (text: string) => text.replace(/^https?:\/\/|\s+|\/$/gi, "").toLowerCase()
  return shown === "" || bare(shown) === bare(address)
}

export function plainToHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
  return `<div style="white-space: pre-wrap">${escaped}</div>`
}
