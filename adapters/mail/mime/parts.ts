/*
 * The tree is read here, and not by postal-mime (which reads the addresses): it decodes each text with the
 * charset that is stated before anybody can doubt it, refuses what is too deep, and does not count parts.
 */
import type { Bytes } from "./charsets.ts"
import { type Field, firstValue, readFields } from "./fields.ts"
import { LIMITS } from "./limits.ts"
import { readStructured, type Structured } from "./parameters.ts"
import { decodeTransfer } from "./transfer.ts"

/** One node of a mail's MIME tree. Only a leaf has a body; it is already transfer-decoded. */
export type Part = {
  fields: Field[]
  type: string
  parameters: Map<string, string>
  disposition: Structured
  parts: Part[]
  body: Bytes
}

type Open = { part: Part; boundary: string }
type Found = { level: number; isEnd: boolean; at: number; nextAt: number }

const DELIMITER = /(?:^|[\r\n])--([^\r\n]*)/g
const LIKELY_DELIMITER = /(?:^|[\r\n])--(\S[^\r\n]{0,200}?)[ \t]*\r?\n(?=content-[a-z-]+[ \t]*:)/i

/** Reads the MIME tree of a mail in one pass, as far as the limits allow. Never throws. */
export function readParts(source: Bytes): Part {
  const open: Open[] = []
  const root = startPart(source, startOfMail(source), "")
  let leaf: { part: Part; bodyAt: number } | null = root
  let count = 1
  let from = root.bodyAt
  openMultipart(source, root, open)

  while (open.length > 0 && count < LIMITS.parts) {
    const found = nextDelimiter(source, from, open)
    if (!found) break
    if (leaf) endPart(leaf, source, found.at)
    leaf = null
    open.length = found.isEnd ? found.level : found.level + 1
    from = found.nextAt
    const parent = open.at(-1)?.part
    if (found.isEnd || !parent) continue
    leaf = startPart(source, found.nextAt, parent.type)
    parent.parts.push(leaf.part)
    from = leaf.bodyAt
    count++
    if (open.length < LIMITS.nesting) openMultipart(source, leaf, open)
    else if (isMultipart(leaf.part)) leaf = null // what lies deeper is left unread
  }
  if (leaf) endPart(leaf, source, count < LIMITS.parts ? source.length : leaf.bodyAt)
  return root.part
}

// Blank lines, a byte order mark or the « From » line of a mailbox file may come before the header.
function startOfMail(source: Bytes): number {
  return (
    /^(?:\xef\xbb\xbf)?[\r\n]*(?:>?From (?![ \t]*:)[^\r\n]*(?:\r\n|\n|\r))?/.exec(source)?.[0]
      .length ?? 0
  )
}

function startPart(source: Bytes, at: number, parentType: string) {
  const { fields, bodyAt } = readFields(source, at)
  const contentType = readStructured(firstValue(fields, "content-type"))
  const part: Part = {
    fields,
    type: knownType(contentType.value, parentType),
    parameters: contentType.parameters,
    disposition: readStructured(firstValue(fields, "content-disposition")),
    parts: [],
    body: "",
  }
  return { part, bodyAt }
}

function knownType(stated: string, parentType: string): string {
  if (/^[\w.+-]+\/[\w.+-]+$/.test(stated)) return stated
  return parentType === "multipart/digest" ? "message/rfc822" : "text/plain"
}

function isMultipart(part: Part): boolean {
  return part.type.startsWith("multipart/")
}

function openMultipart(
  source: Bytes,
  { part, bodyAt }: { part: Part; bodyAt: number },
  open: Open[],
) {
  if (!isMultipart(part)) return
  const stated = part.parameters.get("boundary")?.trimEnd() ?? ""
  const boundary =
    stated && source.includes(`--${stated}`, bodyAt) ? stated : likelyBoundary(source, bodyAt)
  if (boundary) open.push({ part, boundary })
}

function likelyBoundary(source: Bytes, bodyAt: number): string | undefined {
  return LIKELY_DELIMITER.exec(source.slice(bodyAt, bodyAt + 10_000))?.[1]
}

function nextDelimiter(source: Bytes, from: number, open: Open[]): Found | null {
  const levels = new Map(open.map(({ boundary }, level) => [boundary, level]))
  DELIMITER.lastIndex = Math.max(0, from - 1) // the line break before counts
  for (let match = DELIMITER.exec(source); match; match = DELIMITER.exec(source)) {
    const line = (match[1] ?? "").trimEnd()
    const nextAt = match.index + match[0].length
    const isEnd = !levels.has(line) && line.endsWith("--")
    const level = levels.get(isEnd ? line.slice(0, -2) : line)
    if (level !== undefined)
      return { level, isEnd, at: match.index, nextAt: afterBreak(source, nextAt) }
  }
  return null
}

function afterBreak(source: Bytes, at: number): number {
  return source.startsWith("\r\n", at) ? at + 2 : Math.min(at + 1, source.length)
}

function endPart(
  { part, bodyAt }: { part: Part; bodyAt: number },
  source: Bytes,
  end: number,
): void {
  if (isMultipart(part) && part.parts.length > 0) return
  const encoding = readStructured(firstValue(part.fields, "content-transfer-encoding")).value
  const stop = source[end - 1] === "\r" && source[end] === "\n" ? end - 1 : end
  part.body = decodeTransfer(source.slice(bodyAt, Math.max(bodyAt, stop)), encoding)
}
