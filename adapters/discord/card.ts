// A card as one message: its fallback as content (for notifications, and for those who hide embeds), an embed for the title,
// the badges and the fields, one for each section.
import type { Badge, Card, Tone } from "../../src/card.ts"
import { type Row, rowsOf } from "./buttons.ts"
import { french } from "./french.ts"
import {
  CONTENT,
  EMBED_DESCRIPTION,
  EMBED_FIELDS,
  EMBED_TITLE,
  EMBED_TOTAL,
  EMBEDS,
  FIELD_NAME,
  FIELD_VALUE,
} from "./limits.ts"
import { markup } from "./text.ts"

export type Links = { ticketUrl(id: number): string | null; consoleUrl: string | null }

export type Message = {
  content: string
  embeds: Embed[]
  components: Row[]
  /** Always nobody: what a mail says pings nobody. */
  allowed_mentions: { parse: [] }
}

type Embed = {
  title?: string
  url?: string
  color: number
  description?: string
  fields?: EmbedField[]
}

type EmbedField = { name: string; value: string; inline: boolean }

const COLORS = {
  neutral: 0x929292,
  info: 0x0063cb,
  success: 0x18753c,
  warning: 0xb34000,
  error: 0xce0500,
}
const MARKS = { neutral: "⚪", info: "🔵", success: "✅", warning: "⚠️", error: "⛔" }
/** A shorter value stands beside others. */
const SHORT_VALUE = 40
/** Under this, a text would be nothing but its cut. */
const LEAST = 80

export function cardMessage(card: Card, links: Links): Message {
  const more = moreOf(card, links)
  const addresses = addressesOf(card)
  const budget = aBudget(more, sizeOf(addresses))
  const color = COLORS[card.tone]
  const url = card.ticket === null ? null : links.ticketUrl(card.ticket)

  const title = budget.take(card.title, EMBED_TITLE, french.more)
  const badges = badgesOf(card)
  const description = badges && budget.take(badges, EMBED_DESCRIPTION)
  const told = budget.some(card.fields, EMBED_FIELDS - 1, (field) => ({
    name: budget.take(field.label, FIELD_NAME, "…"),
    value: budget.take(field.text, FIELD_VALUE),
    inline: field.text.length <= SHORT_VALUE,
  }))
  // one embed is the first, and one may be needed to say that there is more
  const sections = budget.some(card.sections, EMBEDS - 2, (section) => ({
    title: budget.take(section.heading, EMBED_TITLE, "…"),
    color,
    description: budget.take(section.text, EMBED_DESCRIPTION),
  }))
  const { rows, isWhole } = rowsOf(card.buttons)
  const rest = budget.isCut() || !isWhole ? [{ color, description: more }] : []

  const fields = [...told, ...addresses]
  const first = {
    title,
    color,
    fields,
    ...(url ? { url } : {}),
    ...(description ? { description } : {}),
  }
  return {
    content: markup(card.fallback, CONTENT, more),
    embeds: [first, ...sections, ...rest],
    components: rows,
    allowed_mentions: { parse: [] },
  }
}

/** A sentence for one person, with nothing around. */
export function textMessage(text: string, more: string = french.more): Message {
  return {
    content: markup(text, CONTENT, more),
    embeds: [],
    components: [],
    allowed_mentions: { parse: [] },
  }
}

/** What follows a cut, with a link where there is a page for the rest. */
export function moreOf({ ticket }: Pick<Card, "ticket">, links: Links): string {
  const url = ticket === null ? links.consoleUrl : links.ticketUrl(ticket)
  return url ? french.moreAt(url) : french.more
}

/** What the team wrote may be followed by a click: it alone is not escaped. */
function addressesOf({ links = [] }: Card): EmbedField[] {
  const value = links.join("\n")
  if (value === "" || value.length > FIELD_VALUE) return []
  return [{ name: french.links, value, inline: false }]
}

function sizeOf(fields: EmbedField[]): number {
  return fields.reduce((size, { name, value }) => size + name.length + value.length, 0)
}

/** Never the colour alone: a tone that no badge tells is told in words. */
function badgesOf({ badges, tone }: Card): string {
  const isTold = tone === "neutral" || badges.some((badge) => badge.tone === tone)
  const all: Badge[] = isTold ? badges : [{ text: french.tones[tone], tone }, ...badges]
  return all.map(({ text, tone }) => `${markOf(tone)} ${text}`).join("   ")
}

function markOf(tone: Tone): string {
  return MARKS[tone]
}

/** Shares the characters of a message between its texts, first come first served. */
function aBudget(more: string, taken: number) {
  let left = EMBED_TOTAL - more.length - taken
  let isCut = false
  return { take, some, isCut: () => isCut }

  function take(text: string, max: number, end = more): string {
    const written = markup(text, Math.min(max, left), end)
    left -= written.length
    return written
  }

  /** As many as there is room for. */
  function some<Item, Drawn>(items: Item[], max: number, draw: (item: Item) => Drawn): Drawn[] {
    const drawn: Drawn[] = []
    for (const item of items) {
      if (drawn.length === max || left < EMBED_TITLE + more.length + LEAST) {
        isCut = true
        break
      }
      drawn.push(draw(item))
    }
    return drawn
  }
}
