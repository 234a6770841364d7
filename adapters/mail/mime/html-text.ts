import { compile } from "html-to-text"
import { LIMITS } from "./limits.ts"

type Formatter = NonNullable<NonNullable<Parameters<typeof compile>[0]>["formatters"]>[string]

const block = { format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } }

/** « text (address) », unless the text already shows the address. */
const link: Formatter = (element, walk, builder) => {
  const address = String(element.attribs?.href ?? "").replace(/^mailto:/i, "")
  let shown = ""
  builder.pushWordTransform((word) => {
    shown += word
    return word
  })
  walk(element.children, builder)
  builder.popWordTransform()
  if (/^(?:https?:\/\/|[^/?#]+@)/i.test(address) && !isSame(shown, address)) {
    builder.addInline(` (${address})`, { noWordTransform: true })
  }
}

function isSame(shown: string, address: string): boolean {
  const bare = (text: string) => text.replace(/^https?:\/\/|\s+|\/$/gi, "").toLowerCase()
  return shown === "" || bare(shown) === bare(address)
}

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: LIMITS.htmlDepth, maxInputLength: LIMITS.html, ellipsis: "" },
  formatters: { link },
  selectors: [
    { selector: "a", format: "link" },
    { selector: "img", format: "skip" },
    { selector: "style", format: "skip" },
    { selector: "script", format: "skip" },
    { selector: "title", format: "skip" },
    { selector: "table", ...block },
    { selector: "tr", ...block },
    { selector: "hr", ...block },
    { selector: "td", format: "inlineSurround", options: { suffix: " " } },
    { selector: "th", format: "inlineSurround", options: { suffix: " " } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, ...block })),
    { selector: "ul", options: { itemPrefix: "- " } },
    { selector: "blockquote", options: { trimEmptyLines: false } },
  ],
})

/** HTML as lines of text, with quotes marked « > » as mail programs do. */
export function htmlToPlain(html: string): string {
  return convert(html.slice(0, LIMITS.html))
}

export function plainToHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
  return `<div style="white-space: pre-wrap">${escaped}</div>`
}
