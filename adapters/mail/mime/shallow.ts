import { LIMITS } from "./limits.ts"

const TAG = /<(\/?)([a-z][\w:-]*)[^<>]*>/gi
const WITHOUT_END = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
)
/** What an opening tag closes by itself, so that lists without `</li>` are not taken for deep ones. */
const CLOSES: Record<string, string[]> = {
  p: ["p"],
  li: ["li"],
  dt: ["dt", "dd"],
  dd: ["dt", "dd"],
  option: ["option"],
  td: ["td", "th"],
  th: ["th"],
  tr: ["tr", "td", "th"],
  tbody: ["thead", "tbody"],
}

/** The same HTML with the tags beyond a depth left out and their text kept: parsers choke on depth. */
export function shallow(html: string): string {
  const open: string[] = []
  return html.slice(0, LIMITS.html).replace(TAG, (tag, slash: string, tagName: string) => {
    const name = tagName.toLowerCase()
    if (WITHOUT_END.has(name)) return tag
    if (slash !== "") {
      const at = open.lastIndexOf(name)
      if (at >= 0) open.length = at
      return tag
    }
    while (CLOSES[name]?.includes(open.at(-1) ?? "")) open.pop()
    if (open.length >= LIMITS.htmlDepth) return " "
    open.push(name)
    return tag
  })
}
