import type { Attachment } from "../../../src/mail/incoming.ts"
import { type Bytes, decodeText } from "./charsets.ts"
import { firstValue } from "./fields.ts"
import { safeFileName } from "./file-name.ts"
import { unflow } from "./flowed.ts"
import { htmlToPlain, plainToHtml } from "./html-text.ts"
import { LIMITS } from "./limits.ts"
import type { Part } from "./parts.ts"
import { contentOf } from "./transfer.ts"

type Body = { text: string; html: string | null; attachments: Attachment[] }

/** One passage of the body: as plain text, as HTML, or the same as both. */
type Passage = { plain: string[]; html: string[] }

const MAX_BYTES = 2 * LIMITS.text
const HTML_LIKE = new Set([
  "text/html",
  "application/xhtml+xml",
  "text/enriched", // RFC 1896: tags too
  "text/richtext",
])
const SMALL_IMAGE = 50 * 1024
// « Ce message est au format HTML… »: what some programs write in place of the plain text.
const STUB = /^(?=.{0,500}$).*\bhtml\b/is

/** What is to be read in a mail, and the files that came with it. */
export function readBody(root: Part): Body {
  const passages: Passage[] = []
  const files: Part[] = []
  collect(root, null, passages, files)
  const html = htmlOf(passages)
  return {
    text: clean(passages.map(plainOf).filter(isWritten).join("\n")).slice(0, LIMITS.text),
    html,
    attachments: files.map((part) => attachmentOf(part, html ?? "")),
  }
}

function collect(
  part: Part,
  alternative: Passage | null,
  passages: Passage[],
  files: Part[],
): void {
  if (part.parts.length > 0) {
    const within =
      alternative ?? (part.type === "multipart/alternative" ? newPassage(passages) : null)
    for (const child of part.parts) collect(child, within, passages, files)
    return
  }
  const isFirst = passages.length === 0 && files.length === 0
  const format = isFirst || fileNameOf(part) === "" ? textFormat(part) : null
  if (format === null) files.push(part)
  else (alternative ?? newPassage(passages))[format].push(textOf(part, format))
}

function newPassage(passages: Passage[]): Passage {
  const passage = { plain: [], html: [] }
  passages.push(passage)
  return passage
}

function textFormat(part: Part): keyof Passage | null {
  if (part.disposition.value === "attachment") return null
  if (HTML_LIKE.has(part.type)) return "html"
  // A multipart without parts had no delimiter: what it holds is text all the same.
  return /^(?:text\/plain|multipart\/.*)$/.test(part.type) ? "plain" : null
}

function textOf(part: Part, format: keyof Passage): string {
  const stated =
    part.parameters.get("charset") ?? (format === "html" ? charsetOfHtml(part.body) : "")
  const text = decodeText(startOf(part.body), stated).replace(/\r\n?/g, "\n")
  if (format === "html" || part.parameters.get("format")?.toLowerCase() !== "flowed") return text
  return unflow(text, part.parameters.get("delsp")?.toLowerCase() === "yes")
}

// Up to a line break, so that no character is cut in two.
function startOf(body: Bytes): Bytes {
  return body.length <= MAX_BYTES
    ? body
    : body.slice(0, body.lastIndexOf("\n", MAX_BYTES) + 1 || MAX_BYTES)
}

function charsetOfHtml(html: Bytes): string {
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(html.slice(0, 2_000))?.[1] ?? ""
}

function plainOf({ plain, html }: Passage): string {
  const text = plain.join("\n")
  if (isWritten(text) && !STUB.test(text.trim())) return text
  const rendered = htmlToPlain(html.join("\n"))
  return isWritten(rendered) ? rendered : text
}

function htmlOf(passages: Passage[]): string | null {
  if (passages.every(({ html }) => html.length === 0)) return null
  return passages
    .map(({ plain, html }) => (html.length > 0 ? html : plain.map(plainToHtml)).join("\n"))
    .join("\n")
    .replaceAll("\0", "")
    .slice(0, LIMITS.html)
}

function isWritten(text: string): boolean {
  return text.trim() !== ""
}

function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").replaceAll("\0", "")
}

function attachmentOf(part: Part, html: string): Attachment {
  const content = contentOf(part.body)
  const contentId = firstValue(part.fields, "content-id").replace(/[<>\s\0]/g, "") || null
  const isImage = part.type.startsWith("image/")
  const isShown = contentId !== null && html.includes(`cid:${contentId}`)
  const isLogo = part.disposition.value === "inline" && isImage && content.length < SMALL_IMAGE
  return {
    name: safeFileName(fileNameOf(part), part.type),
    type: part.type,
    size: content.length,
    isInline: isShown || isLogo,
    contentId,
    content,
  }
}

function fileNameOf(part: Part): string {
  return part.disposition.parameters.get("filename") ?? part.parameters.get("name") ?? ""
}

export function typesOf(part: Part): string[] {
  return part.parts.length === 0 ? [part.type] : [part.type, ...part.parts.flatMap(typesOf)]
}
