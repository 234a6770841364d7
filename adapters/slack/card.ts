import type { types } from "@slack/bolt"
import type { Badge, Card, Field, Section } from "../../src/card.ts"
import { buttonBlocks } from "./buttons.ts"
import { french } from "./french.ts"
import {
  MAX_FALLBACK,
  MAX_FIELD_TEXT,
  MAX_HEADER,
  MAX_MESSAGE_BLOCKS,
  MAX_MESSAGE_SIZE,
  MAX_SECTION_FIELDS,
  MAX_SECTION_TEXT,
  MAX_URL,
  MAX_VIEW_BLOCKS,
  MAX_VIEW_SIZE,
} from "./limits.ts"
import { bold, clean, cut, fallback, groups, link, pieces, plain, sizeOf } from "./text.ts"

export type Block = types.KnownBlock
export type Message = { text: string; blocks: Block[] }
/** What a message, or a view, holds. */
export type Room = { blocks: number; size: number }

const MESSAGE: Room = { blocks: MAX_MESSAGE_BLOCKS, size: MAX_MESSAGE_SIZE }
/** Two blocks are left to who adds a sentence. */
export const VIEW: Room = { blocks: MAX_VIEW_BLOCKS - 2, size: MAX_VIEW_SIZE }

/** Room for the button that stands under a sentence. */
const BESIDE = 1_000

/** Never the only way to know: the badge says it. */
const TONES = { neutral: "⚪", info: "🔵", success: "🟢", warning: "🟠", error: "🔴" }

/** How much of each part is shown; a card that does not fit is drawn again with less. */
type Measure = { section: number; field: number; fields: number; sections: number; buttons: number }

/** `url`: the request's page; null where there is none. */
export function cardMessage(card: Card, url: string | null): Message {
  return { text: fallback(card.fallback, MAX_FALLBACK), blocks: cardBlocks(card, url, MESSAGE) }
}

export function cardBlocks(card: Card, url: string | null, room: Room): Block[] {
  for (let step = 0; ; step += 1) {
    const measure = measureOf(step, room)
    const blocks = draw(card, url, measure)
    const fits = blocks.length <= room.blocks && sizeOf(blocks) <= room.size
    if (fits || measure.buttons === 0) return blocks
  }
}

/** Texts give way first, then what there are many of, buttons last. */
function measureOf(step: number, { size }: Room): Measure {
  const few = Math.max(0, step - 3)
  return {
    section: Math.floor(size * 0.8 * 0.6 ** step),
    field: Math.max(60, Math.floor(MAX_FIELD_TEXT / 2 ** step)),
    fields: Math.floor(40 / 2 ** few),
    sections: Math.floor(20 / 2 ** few),
    buttons: step < 8 ? 20 : Math.floor(20 / 2 ** (step - 7)),
  }
}

function draw(card: Card, url: string | null, measure: Measure): Block[] {
  return [
    { type: "header", text: plain(card.title, Math.min(MAX_HEADER, measure.field)) },
    ...stateBlocks(card.badges, url, measure),
    ...fieldBlocks(card.fields, measure),
    ...sectionBlocks(card.sections, measure),
    ...addressBlocks(card.links ?? []),
    ...buttonBlocks(card.buttons, measure.buttons),
  ]
}

function stateBlocks(badges: Badge[], url: string | null, { field }: Measure): Block[] {
  const states = badges.map(({ text, tone }) => `${TONES[tone]} ${text}`).join("   ")
  return [...(states ? [note(states, field)] : []), ...linkBlocks(url)]
}

/** Where the whole can be read, for who can open it. */
export function linkBlocks(url: string | null): Block[] {
  const isShort = url !== null && url.length < MAX_URL - 100
  return isShort ? [{ type: "context", elements: [link(url, french.openInConsole)] }] : []
}

/** What the team wrote may be followed by a click. */
function addressBlocks(links: string[]): Block[] {
  if (links.length === 0) return []
  const elements = links.map((url) => link(url, url))
  return [{ type: "context", elements }]
}

/** Label on the left, value on the right; one above the other on a phone. */
function fieldBlocks(all: Field[], { field, fields }: Measure): Block[] {
  const shown = all.slice(0, fields)
  const cells = shown.flatMap(({ label, text }) => [bold(label, field), plain(text, field)])
  const left = all.length - shown.length
  return [
    ...groups(cells, MAX_SECTION_FIELDS).map((group) => ({
      type: "section" as const,
      fields: group,
    })),
    ...(left > 0 ? [note(french.moreFields(left))] : []),
  ]
}

function sectionBlocks(all: Section[], { section, field, sections }: Measure): Block[] {
  const shown = all.slice(0, sections)
  const left = all.length - shown.length
  return [
    ...shown.flatMap(({ heading, text }) => [
      { type: "section" as const, text: bold(heading, field) },
      ...textBlocks(cut(clean(text), section)),
    ]),
    ...(left > 0 ? [note(french.moreFields(left))] : []),
  ]
}

/** A sentence said beside the cards, cut when it is longer than a message. */
export function sentence(text: string, url: string | null = null): Message {
  for (let most = MAX_MESSAGE_SIZE; ; most = Math.floor(most * 0.7)) {
    const blocks = [...textBlocks(cut(clean(text), most)), ...linkBlocks(url)]
    if (sizeOf(blocks) <= MAX_MESSAGE_SIZE - BESIDE)
      return { text: fallback(text, MAX_FALLBACK), blocks }
  }
}

/** A text as long as it is, in as many blocks as it takes. */
export function textBlocks(text: string): Block[] {
  return pieces(clean(text), MAX_SECTION_TEXT).map((piece) => ({
    type: "section",
    text: plain(piece, MAX_SECTION_TEXT),
    expand: true,
  }))
}

function note(text: string, most = MAX_SECTION_TEXT): Block {
  return { type: "context", elements: [plain(text, most)] }
}
