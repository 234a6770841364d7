import { stem, wordsOf } from "../triage/features.ts"

/** From stems side by side to the idea that they say, by their first stem, the longest first. */
export type Synonyms = Map<string, { stems: string[]; idea: string }[]>

/** Each line: an idea, then its other wordings. */
export function synonymsFrom(lines: string[][]): Synonyms {
  const found: Synonyms = new Map()
  for (const wordings of lines) {
    const [idea = ""] = wordings
    for (const wording of wordings) {
      const stems = wordsOf(wording).map(stem)
      const [first = ""] = stems
      found.set(first, [...(found.get(first) ?? []), { stems, idea }])
    }
  }
  for (const known of found.values()) known.sort((a, b) => b.stems.length - a.stems.length)
  return found
}

/** The ideas that a text speaks of, each once, in their order. */
export function ideasIn(synonyms: Synonyms, stems: string[]): string[] {
  const ideas = new Set<string>()
  for (let at = 0; at < stems.length; at++) {
    const known = synonyms.get(stems[at] ?? "")
    const match = known?.find((wording) => wording.stems.every((s, i) => stems[at + i] === s))
    if (!match) continue
    ideas.add(match.idea)
    at += match.stems.length - 1
  }
  return [...ideas]
}
