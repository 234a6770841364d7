import { closingRange } from "./signature-closing.ts"
import { footerStart, isSentFrom } from "./signature-footer.ts"
import type { Sender } from "./signature-name.ts"

/** A line that is not blank, where it stands, and whether a blank line stands above it. */
export type FilledLine = { at: number; text: string; isApart: boolean }

/** The lines, among some that a person wrote in a row, that are their signature. */
export function signatureLines(lines: readonly string[], sender: Sender): number[] {
  const filled = filledLines(lines)
  const footer = footerStart(filled)
  // A telephone's line above the text does not make a signature of the text.
  if (footer === 0 && isSentFrom(filled[0]?.text ?? "")) return [filled[0]?.at ?? 0]

  const { start, end } = closingRange(filled.slice(0, footer), sender)
  const position = (index: number) => filled[index]?.at ?? lines.length
  return [
    ...range(position(start), position(end)),
    ...range(Math.max(position(footer), position(end)), lines.length),
  ]
}

function filledLines(lines: readonly string[]): FilledLine[] {
  const filled: FilledLine[] = []
  for (const [at, text] of lines.entries()) {
    if (text.trim() === "") continue
    filled.push({ at, text, isApart: at > 0 && filled.at(-1)?.at !== at - 1 })
  }
  return filled
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(end - start, 0) }, (_, index) => start + index)
}
