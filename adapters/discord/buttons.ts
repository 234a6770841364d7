// Buttons as Discord wants them: five rows of five; beyond, menus. Each custom id once, at most 100 characters.
import type { Button } from "../../src/card.ts"
import { french } from "./french.ts"
import { BUTTON_LABEL, BUTTONS_PER_ROW, CUSTOM_ID, OPTION_LABEL, OPTIONS, ROWS } from "./limits.ts"
import { label } from "./text.ts"

/**
 * Before the action of a button that asks first, and between it and its question: Discord asks nothing by itself, and
 * keeps nothing for us but a custom id.
 */
export const ASKS_FIRST = "?"

const SHORTEST_QUESTION = 10
const STYLES = { primary: 1, secondary: 2, danger: 4 } as const

export type Row = { type: 1; id?: number; components: (PushButton | Menu)[] }
type PushButton = { type: 2; style: number; label: string; custom_id: string }
type Menu = {
  type: 3
  custom_id: string
  placeholder: string
  options: { label: string; value: string }[]
}

/** `isWhole` is false when there are more buttons than a message can have. */
export function rowsOf(buttons: Button[]): { rows: Row[]; isWhole: boolean } {
  const shown = once(buttons).map(pushButton)
  const menus = menusFor(shown.length)
  const [asButtons, asOptions] = split(shown, (ROWS - menus) * BUTTONS_PER_ROW)
  const rows = [
    ...chunks(asButtons, BUTTONS_PER_ROW).map((components): Row => ({ type: 1, components })),
    ...chunks(asOptions, OPTIONS).slice(0, menus).map(menuRow),
  ]
  const isWhole =
    asOptions.length <= menus * OPTIONS && buttons.every((button) => customId(button) !== null)
  return { rows, isWhole }
}

/** How many rows have to be menus for everything to be there. */
function menusFor(count: number): number {
  const missing = count - ROWS * BUTTONS_PER_ROW
  return Math.min(ROWS, Math.max(0, Math.ceil(missing / (OPTIONS - BUTTONS_PER_ROW))))
}

function menuRow(options: PushButton[], position: number): Row {
  const menu: Menu = {
    type: 3,
    custom_id: `menu:${position}`,
    placeholder: french.moreActions,
    options: options.map((option) => ({
      label: label(option.label, OPTION_LABEL),
      value: option.custom_id,
    })),
  }
  return { type: 1, components: [menu] }
}

function pushButton(button: Button): PushButton {
  return {
    type: 2,
    style: STYLES[button.style],
    label: label(button.label, BUTTON_LABEL),
    custom_id: customId(button) ?? "",
  }
}

/** Null: too long to be asked for here. */
function customId({ action, confirm }: Button): string | null {
  const id = confirm ? `${ASKS_FIRST}${action}` : action
  if (id.length === 0 || id.length > CUSTOM_ID) return null
  const room = CUSTOM_ID - id.length - ASKS_FIRST.length
  return confirm && room >= SHORTEST_QUESTION ? `${id}${ASKS_FIRST}${label(confirm, room)}` : id
}

/** The action of a button that asks first, and what it asks when there was room for it. */
export function questionOf(id: string): { action: string; question: string | null } {
  const [, action = "", ...question] = id.split(ASKS_FIRST)
  return { action, question: question.join(ASKS_FIRST) || null }
}

/** Two buttons that do the same are one: Discord refuses a custom id twice in a message. */
function once(buttons: Button[]): Button[] {
  const ids = buttons.map(customId)
  return buttons.filter((_, i) => ids[i] && ids.indexOf(ids[i]) === i)
}

function split<Item>(items: Item[], at: number): [Item[], Item[]] {
  return [items.slice(0, at), items.slice(at)]
}

function chunks<Item>(items: Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size))
}
