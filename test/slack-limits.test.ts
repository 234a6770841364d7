// The limits of Block Kit: the figures of @slack/types where it says them, and a checker that sees each beyond.
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { messageFaults, viewFaults } from "../adapters/slack/block-check.ts"
import * as limits from "../adapters/slack/limits.ts"

const FILES = ["blocks", "block-elements", "composition-objects", "extensions"].map(
  (name) => `block-kit/${name}.d.ts`,
)
const types = [...FILES, "views.d.ts"]
  .map((file) => {
    const path = new URL(`../node_modules/@slack/types/dist/${file}`, import.meta.url)
    return readFileSync(path, "utf8")
  })
  .join("\n")

/** The most that the comment of a property says: « Maximum length for this field is 255 characters. » */
function mostOf(type: string, property: string): number {
  const body = new RegExp(`interface ${type}\\b[\\s\\S]*?\\n}`).exec(types)?.[0] ?? ""
  const [before = ""] = body.split(new RegExp(`\\n    ${property}\\??:`))
  const comment = before.slice(before.lastIndexOf("/**")).replaceAll(/\n\s*\*/g, " ")
  const said = /(?:max(?:imum)?\b|up to)[^.]*?\b(\d+)(?:`|\b)/gi
  return Number([...comment.replaceAll("`", "").matchAll(said)].at(-1)?.[1])
}

test.for([
  ["Block", "block_id", limits.MAX_BLOCK_ID],
  ["Action", "action_id", limits.MAX_ACTION_ID],
  ["HeaderBlock", "text", limits.MAX_HEADER],
  ["SectionBlock", "text", limits.MAX_SECTION_TEXT],
  ["ContextBlock", "elements", limits.MAX_CONTEXT_ELEMENTS],
  ["ActionsBlock", "elements", limits.MAX_ACTIONS],
  ["InputBlock", "label", limits.MAX_INPUT_LABEL],
  ["InputBlock", "hint", limits.MAX_INPUT_HINT],
  ["Button", "text", limits.MAX_BUTTON_TEXT],
  ["Button", "value", limits.MAX_BUTTON_VALUE],
  ["Button", "url", limits.MAX_URL],
  ["Overflow", "options", limits.MAX_OVERFLOW_OPTIONS],
  ["Checkboxes", "options", limits.MAX_CHECKBOXES],
  ["StaticSelect", "options", limits.MAX_OPTIONS],
  ["MultiStaticSelect", "options", limits.MAX_OPTIONS],
  ["FileInput", "max_files", limits.MAX_FILES],
  ["Placeholdable", "placeholder", limits.MAX_PLACEHOLDER],
  ["Confirm", "title", limits.MAX_CONFIRM_TITLE],
  ["Confirm", "text", limits.MAX_CONFIRM_TEXT],
  ["Confirm", "confirm", limits.MAX_CONFIRM_LABEL],
  ["Confirm", "deny", limits.MAX_CONFIRM_LABEL],
  ["OptionDescriptor", "value", limits.MAX_OPTION_VALUE],
  ["PlainTextOption", "text", limits.MAX_OPTION_TEXT],
  ["BaseView", "blocks", limits.MAX_VIEW_BLOCKS],
  ["BaseView", "private_metadata", limits.MAX_PRIVATE_METADATA],
  ["BaseView", "callback_id", limits.MAX_CALLBACK_ID],
  ["ModalView", "title", limits.MAX_VIEW_TITLE],
  ["ModalView", "submit", limits.MAX_VIEW_LABEL],
  ["ModalView", "close", limits.MAX_VIEW_LABEL],
] as const)("@slack/types says of %s.%s what we hold, %i", ([type, property, held]) => {
  expect(mostOf(type, property)).toBe(held)
})

const plain = (length: number) => ({ type: "plain_text", text: "a".repeat(length) })
const button = (over: object = {}) => ({
  ...{ type: "button", action_id: "b", text: plain(5), value: "ticket.take:1:1" },
  ...over,
})
const section = { type: "section", text: plain(10) }
const many = <Item>(count: number, item: (i: number) => Item) =>
  Array.from({ length: count }, (_, i) => item(i))
const actions = (element: object) => [{ type: "actions", elements: [element] }]

test.for([
  ["too many blocks", many(51, () => section)],
  ["blocks that are too long together", many(5, () => ({ type: "section", text: plain(2_900) }))],
  ["a long header", [{ type: "header", text: plain(151) }]],
  ["a header of markup", [{ type: "header", text: { type: "mrkdwn", text: "a" } }]],
  ["a long text", [{ type: "section", text: plain(3_001) }]],
  ["an empty text", [{ type: "section", text: { type: "plain_text", text: " " } }]],
  ["a section of nothing", [{ type: "section" }]],
  ["eleven fields", [{ type: "section", fields: many(11, () => plain(3)) }]],
  ["a long field", [{ type: "section", fields: [plain(2_001)] }]],
  ["eleven elements of context", [{ type: "context", elements: many(11, () => plain(3)) }]],
  ["26 buttons", [{ type: "actions", elements: many(26, (i) => button({ action_id: `${i}` })) }]],
  ["two buttons of one id", [{ type: "actions", elements: [button(), button()] }]],
  ["a long button", actions(button({ text: plain(76) }))],
  ["a long value", actions(button({ value: "a".repeat(2_001) }))],
  ["an unknown style", actions(button({ style: "secondary" }))],
  ["a long question", actions(button({ confirm: { title: plain(3), text: plain(301) } }))],
  ["an empty menu", actions({ type: "overflow", action_id: "m", options: [] })],
  [
    "a menu of one",
    actions({ type: "overflow", action_id: "m", options: [{ text: plain(3), value: "a" }] }),
  ],
  ["an input in a message", [{ type: "input", label: plain(3), element: button() }]],
  ["an unknown block", [{ type: "rich_text" }]],
  [
    "one block_id twice",
    [
      { ...section, block_id: "a" },
      { ...section, block_id: "a" },
    ],
  ],
] as const)("in a message, %s is seen", ([, blocks]) => {
  expect(messageFaults({ text: "a", blocks })).not.toEqual([])
})

test("a message without the words of its notification is seen", () => {
  expect(messageFaults({ blocks: [section] })).toEqual(["text: missing"])
})

const field = (element: object) => ({ type: "input", label: plain(3), element })
const text = (over: object = {}) => ({ type: "plain_text_input", action_id: "v", ...over })
const option = (i: number, length = 3) => ({ text: plain(length), value: `=${i}` })
const choice = (over: object) => field({ type: "static_select", action_id: "v", ...over })

test.for([
  ["a long title", { title: plain(25) }],
  ["inputs and no way to send them", { submit: undefined }],
  ["a long label to send", { submit: plain(25) }],
  ["much to remember", { private_metadata: "a".repeat(3_001) }],
  ["a long callback", { callback_id: "a".repeat(256) }],
  ["no block", { blocks: [] }],
  ["101 blocks", { blocks: many(101, () => section) }],
  ["a long value", { blocks: [field(text({ initial_value: "a".repeat(3_001) }))] }],
  ["a length that nobody may type", { blocks: [field(text({ max_length: 3_001 }))] }],
  ["a long label", { blocks: [{ ...field(text()), label: plain(2_001) }] }],
  ["a long hint", { blocks: [{ ...field(text()), hint: plain(2_001) }] }],
  ["no choice", { blocks: [choice({ options: [] })] }],
  ["101 choices", { blocks: [choice({ options: many(101, (i) => option(i)) })] }],
  ["a long choice", { blocks: [choice({ options: [option(1, 76)] })] }],
  [
    "a choice that is none",
    { blocks: [choice({ options: [option(1)], initial_option: option(2) })] },
  ],
  [
    "a choice without its text",
    { blocks: [choice({ options: [option(1)], initial_option: { value: "=1" } })] },
  ],
  [
    "a day in another way",
    { blocks: [field({ type: "datepicker", action_id: "v", initial_date: "1/2" })] },
  ],
  ["eleven files", { blocks: [field({ type: "file_input", action_id: "v", max_files: 11 })] }],
] as const)("in a window, %s is seen", ([, over]) => {
  const view = { type: "modal", title: plain(5), submit: plain(5), blocks: [field(text())] }

  expect(viewFaults(view)).toEqual([])
  expect(viewFaults({ ...view, ...over })).not.toEqual([])
})
