import { MASK } from "./mask.ts"
import { maskLinks } from "./secret-links.ts"
import { statedSecrets } from "./stated-secrets.ts"

const PIECE = /<[^<>]*>|&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});|[^<&]+|[<&]/giu
const CELL_END = /^<\/t[dh]\b/i
const ROW = /^<\/?tr\b/i
const BLOCK =
  /^<\/?(?:address|article|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|ul)\b/i
const ENTITIES: Record<string, string> = {
  "&nbsp;": "\u00a0",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
}

/** As `maskSecrets`, for HTML that is sanitised: a secret among tags is seen, and no tag is touched. */
export function maskSecretsInHtml(html: string): string {
  const pieces = maskLinks(html).match(PIECE) ?? []
  const { text, starts } = readText(pieces)
  const isHidden = new Uint8Array(text.length + 1)
  const firsts = new Set<number>()
  for (const [from, to] of statedSecrets(text)) {
    // A secret seen by two labels is named once.
    if (!isHidden[from]) firsts.add(from)
    isHidden.fill(1, from, to)
  }
  return pieces.map((piece, i) => masked(piece, starts[i] ?? -1)).join("")

  function masked(piece: string, start: number): string {
    if (start < 0) return piece
    if (!isText(piece)) return isHidden[start] ? maskAt(start) : piece
    let shown = ""
    for (let i = 0; i < piece.length; i++) {
      shown += isHidden[start + i] ? maskAt(start + i) : piece.charAt(i)
    }
    return shown
  }

  function maskAt(at: number): string {
    return firsts.has(at) ? MASK : ""
  }
}

/** The text as it is seen: blocks are lines, cells are apart. `starts`: where each piece is in it, -1 for a tag. */
function readText(pieces: string[]): { text: string; starts: number[] } {
  const texts: string[] = []
  let length = 0
  let gap = ""
  const starts = pieces.map((piece) => {
    if (piece.startsWith("<") && piece.length > 1) {
      gap = gapAfter(piece, gap)
      return -1
    }
    const seen = isText(piece) ? piece.replace(/[\r\n]/g, " ") : (ENTITIES[piece] ?? "?")
    const isBlank = seen.trim() === "" && gap !== ""
    const lead = isBlank ? "" : gap.replace(SOFT, "\n")
    if (!isBlank) gap = ""
    texts.push(lead, seen)
    length += lead.length + seen.length
    return length - seen.length
  })
  return { text: texts.join(""), starts }
}

const SOFT = "\r"

/** What separates what is before a tag from what is after. A paragraph that ends a cell is no line of its own. */
function gapAfter(tag: string, gap: string): string {
  if (ROW.test(tag)) return "\n"
  if (CELL_END.test(tag)) return `${gap.replace(SOFT, "")}\t`
  return BLOCK.test(tag) && gap === "" ? SOFT : gap
}

/** Neither a tag nor an entity: as long in the text as in the source. */
function isText(piece: string): boolean {
  return !/^(?:<.|&.+;)/su.test(piece)
}
