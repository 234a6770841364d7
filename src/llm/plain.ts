/** Spaces, apostrophes and the signs of lists are typing, not words. */
export function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\[à valider[\s\u00a0]*:|\]/g, " ")
    .replace(/[’ʼ‘]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .replace(/(^| )(?:[-•]|\d{1,2}[.)]) /g, "$1")
    .trim()
}

/** On one line, and without what is not seen. */
export function oneLine(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim()
}

const LINK_OR_ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}\b/giu
const FIGURES = /\p{Nd}+/gu

/** Whether a text names a number, a link or an address that its sources do not. Tokens are no numbers. */
export function saysMore(text: string, sources: string): boolean {
  const known = new Set(figuresIn(sources))
  const links = text.match(LINK_OR_ADDRESS) ?? []
  return (
    figuresIn(text).some((figures) => !known.has(figures)) ||
    links.some((link) => !sources.includes(link.replace(/[.,;:!?)»]+$/u, "")))
  )
}

function figuresIn(text: string): string[] {
  return text.replace(/\[[A-Z]+_\d+\]/g, " ").match(FIGURES) ?? []
}
