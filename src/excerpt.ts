/** The beginning of a text, cut at a word, and it says so: « … ». */
export function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max + 1).replace(/\s+\S*$/u, "")
  // One word without end: between two characters, not in the middle of one.
  const words = cut.length <= max ? cut : cut.slice(0, max).replace(/[\ud800-\udbff]$/, "")
  return `${words}…`
}
