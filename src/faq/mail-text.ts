import { bodyOf } from "./entry.ts"
import type { KnownEntry } from "./found.ts"
import { writeBack } from "./french.ts"

/**
 * How much a card may ask of who reads it: all that it lists, when nobody knows what they told already; to write back,
 * when they told it all; nothing, when questions follow that ask for what is missing.
 */
export type Asking = "all" | "write back" | "nothing"

export type MailText = {
  text: string
  /**
   * There is something to do, to open or to know before anybody answers. A card that asks for a list of things, and has
   * neither step nor link, only says how to ask.
   */
  helpsAlone: boolean
}

const CONTACT = /\{\{\s*contact\b[^{}]*\}\}/
/** « , avec votre nom et l’adresse », « en recopiant le message affiché », up to the end of the sentence. */
const DETAILS =
  /(\{\{\s*contact\b[^{}]*\}\})\s*(?:,? avec |:? en (?:indiquant|recopiant|donnant) |:? donnez |: dites)[^.]*/
const IS_LIST = /^(?:- |\d+\. )/
const STEP_OR_LINK = /^\d+\. |https?:\/\//m

/** The card's text as a mail of the assistance says it. */
export function mailText(
  entry: Pick<KnownEntry, "body" | "isValidated">,
  values: Record<string, string>,
  asking: Asking,
): MailText {
  const blocks = blocksOf(entry.body)
  const body = blocks.flatMap((block) => asked(block, asking)).join("\n\n")
  const text = bodyOf({ ...entry, body }, { ...values, contact: writeBack }).trim()
  return { text, helpsAlone: STEP_OR_LINK.test(text) || !blocks.some(asksForList) }
}

/** Paragraphs, each with the list that it announces. */
function blocksOf(body: string): string[] {
  const blocks: string[] = []
  for (const paragraph of body.split(/\n{2,}/)) {
    const last = blocks.at(-1)
    if (last && /:$/.test(last) && IS_LIST.test(paragraph)) {
      blocks[blocks.length - 1] = `${last}\n\n${paragraph}`
    } else blocks.push(paragraph)
  }
  return blocks
}

function asked(block: string, asking: Asking): string[] {
  if (asking === "all" || !CONTACT.test(block)) return [block]
  if (asking === "nothing" || asksForList(block)) return []
  return [block.replace(DETAILS, "$1")]
}

function asksForList(block: string): boolean {
  return CONTACT.test(block) && block.includes("\n\n")
}
