/** What stands where a secret was. */
export const MASK = "[masqué]"

/** From and to, in a text. */
export type Range = [number, number]

export function maskRanges(text: string, ranges: Range[]): string {
  let masked = ""
  let at = 0
  for (const [from, to] of ranges.sort(([a], [b]) => a - b)) {
    // A secret seen twice, by two labels.
    if (from < at) continue
    masked += text.slice(at, from) + MASK
    at = to
  }
  return masked + text.slice(at)
}
