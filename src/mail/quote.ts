import type { Address, IncomingMail } from "./incoming.ts"
import { isMarked, isMarkedFrom, plainLine } from "./quote-lines.ts"
import { openingLength } from "./quote-opening.ts"
import { signatureLines } from "./signature.ts"
import { type Sender, senderOf } from "./signature-name.ts"

/** What the person wrote, apart from what their mail program added. Every line is in one of them. */
export type Reply = { written: string; signature: string; quoted: string }

type Place = keyof Reply

const LONG_ENOUGH_TO_FOLD = 55

/**
 * Answers between or below quoted lines are kept, in their order. `written` is empty when the
 * person wrote nothing, as in a forwarded mail: all is then in `quoted`.
 */
export function splitReply(mail: Pick<IncomingMail, "text"> & { from?: Address | null }): Reply {
  const lines = mail.text.split("\n")
  const places = quotedPlaces(lines)
  markSignatures(lines, places, senderOf(mail.from ?? null))
  return {
    written: linesOf("written", lines, places),
    signature: linesOf("signature", lines, places),
    quoted: linesOf("quoted", lines, places),
  }
}

function quotedPlaces(lines: readonly string[]): Place[] {
  const plain = lines.map(plainLine)
  const places = plain.map((): Place => "written")
  for (let line = 0; line < plain.length; ) {
    const length = openingLength(plain, line)
    if (length > 0 && !isMarkedFrom(plain, line + length)) return places.fill("quoted", line)

    const end = line + Math.max(length, 1)
    if (length > 0 || isMarked(plain[line] ?? "") || isFolded(lines, line))
      places.fill("quoted", line, end)
    line = end
  }
  return places
}

/** A quoted line that was too long for some relay: its end stands alone, without its ">". */
function isFolded(lines: readonly string[], line: number): boolean {
  const [before = "", text = "", after = ""] = lines.slice(Math.max(line - 1, 0), line + 2)
  if (line === 0 || text === "" || !isMarked(before) || !isMarked(after)) return false
  const isLink = /^[(<[]?https?:\/\/\S+(?: >)?$/.test(text)
  const endsALink = /https?:\/\/\S+$/.test(before) && !text.includes(" ")
  return isLink || endsALink || (before.length >= LONG_ENOUGH_TO_FOLD && /^\p{Ll}/u.test(text))
}

/** Each stretch of the person's own lines may end with a signature. */
function markSignatures(lines: readonly string[], places: Place[], sender: Sender): void {
  for (let start = 0; start < lines.length; ) {
    if (places[start] !== "written") {
      start++
      continue
    }
    const quote = places.indexOf("quoted", start)
    const end = quote < 0 ? lines.length : quote
    const signature = signatureLines(lines.slice(start, end), sender)
    for (const line of signature) places[start + line] = "signature"
    start = end
  }
}

function linesOf(place: Place, lines: readonly string[], places: readonly Place[]): string {
  return lines
    .filter((_, line) => places[line] === place)
    .join("\n")
    .trim()
}
