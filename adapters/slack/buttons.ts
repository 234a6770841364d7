import type { types } from "@slack/bolt"
import type { Button } from "../../src/card.ts"
import { french } from "./french.ts"
import {
  MAX_BUTTON_TEXT,
  MAX_CONFIRM_LABEL,
  MAX_CONFIRM_TEXT,
  MAX_CONFIRM_TITLE,
  MAX_OPTION_TEXT,
  MAX_OPTION_VALUE,
  MAX_OVERFLOW_OPTIONS,
  MAX_SECTION_TEXT,
} from "./limits.ts"
import { groups, plain } from "./text.ts"

/** More in a row are hard to read; the others are in a menu. */
const MAX_IN_SIGHT = 5

/** `most`: those beyond are said to be in the request. */
export function buttonBlocks(buttons: Button[], most: number): types.KnownBlock[] {
  const shown = buttons.slice(0, most)
  const left = buttons.length - shown.length
  return [
    ...(shown.length > 0 ? [{ type: "actions" as const, elements: elementsOf(shown) }] : []),
    ...(left > 0
      ? [
          {
            type: "context" as const,
            elements: [plain(french.moreButtons(left), MAX_SECTION_TEXT)],
          },
        ]
      : []),
  ]
}

function elementsOf(buttons: Button[]): (types.Button | types.Overflow)[] {
  const rest = buttons.filter((button, i) => i >= MAX_IN_SIGHT && fitsMenu(button))
  // a menu of one is a button that hides, and Slack may refuse it
  const inMenu = rest.length % MAX_OVERFLOW_OPTIONS === 1 ? rest.slice(1) : rest
  const inSight = buttons.filter((button) => !inMenu.includes(button))
  return [...inSight.map(buttonOf), ...groups(inMenu, MAX_OVERFLOW_OPTIONS).map(menuOf)]
}

/** A menu asks nothing before it acts. */
function fitsMenu({ action, confirm }: Button): boolean {
  return !confirm && action.length <= MAX_OPTION_VALUE
}

function buttonOf({ label, action, style, confirm }: Button, index: number): types.Button {
  return {
    type: "button",
    action_id: `button-${index}`,
    text: plain(label, MAX_BUTTON_TEXT),
    value: action,
    ...(style === "secondary" ? {} : { style }),
    ...(confirm
      ? {
          confirm: {
            title: plain(french.confirmTitle, MAX_CONFIRM_TITLE),
            text: plain(confirm, MAX_CONFIRM_TEXT),
            confirm: plain(label, MAX_CONFIRM_LABEL),
            deny: plain(french.cancel, MAX_CONFIRM_LABEL),
          },
        }
      : {}),
  }
}

function menuOf(buttons: Button[], index: number): types.Overflow {
  const options = buttons.map(({ label, action }) => ({
    text: plain(label, MAX_OPTION_TEXT),
    value: action,
  }))
  return { type: "overflow", action_id: `menu-${index}`, options }
}
