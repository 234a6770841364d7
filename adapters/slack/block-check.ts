// What Slack would refuse in a payload, known before it is sent: no package knows the limits of Block Kit.
import * as max from "./limits.ts"
import { sizeOf } from "./text.ts"

type Json = Record<string, unknown>
type Check = (value: Json, where: string) => string[]

/** Every fault of a message (`text`, `blocks`), empty when Slack would take it. English. */
export function messageFaults(message: { text?: unknown; blocks?: unknown }): string[] {
  const blocks = list(message.blocks)
  return [
    ...within("text", message.text, 1, max.MAX_FALLBACK),
    ...counted("blocks", blocks, 0, max.MAX_MESSAGE_BLOCKS),
    ...(sizeOf(blocks) > max.MAX_MESSAGE_SIZE
      ? [`blocks: ${sizeOf(blocks)} in all, over ${max.MAX_MESSAGE_SIZE}`]
      : []),
    ...blocksFaults(blocks, MESSAGE_BLOCKS),
  ]
}

/** Every fault of a view, modal or home. */
export function viewFaults(view: Json): string[] {
  const blocks = list(view.blocks)
  const isModal = view.type === "modal"
  const hasInput = blocks.some(({ type }) => type === "input")
  return [
    ...(isModal || view.type === "home" ? [] : ["type: neither modal nor home"]),
    ...(isModal ? plain("title", view.title, max.MAX_VIEW_TITLE) : []),
    ...optional(view.submit, (submit) => plain("submit", submit, max.MAX_VIEW_LABEL)),
    ...optional(view.close, (close) => plain("close", close, max.MAX_VIEW_LABEL)),
    ...(isModal && hasInput && !view.submit ? ["submit: missing, while there are inputs"] : []),
    ...optional(view.private_metadata, (text) =>
      within("private_metadata", text, 0, max.MAX_PRIVATE_METADATA),
    ),
    ...optional(view.callback_id, (id) => within("callback_id", id, 1, max.MAX_CALLBACK_ID)),
    ...counted("blocks", blocks, 1, max.MAX_VIEW_BLOCKS),
    ...(sizeOf(view) > max.MAX_VIEW_SIZE ? [`view: ${sizeOf(view)}, over 250 kB`] : []),
    ...blocksFaults(blocks, VIEW_BLOCKS),
  ]
}

function blocksFaults(blocks: Json[], known: Record<string, Check>): string[] {
  const ids = blocks.flatMap(({ block_id }) => (typeof block_id === "string" ? [block_id] : []))
  return [
    ...repeated("block_id", ids),
    ...blocks.flatMap((block, index) => {
      const where = `blocks[${index}]`
      const check = known[String(block.type)]
      if (!check) return [`${where}: ${String(block.type)} is not a block for this place`]
      return [
        ...optional(block.block_id, (id) => within(`${where}.block_id`, id, 1, max.MAX_BLOCK_ID)),
        ...check(block, where),
      ]
    }),
  ]
}

const MESSAGE_BLOCKS: Record<string, Check> = {
  header: (block, where) => plain(`${where}.text`, block.text, max.MAX_HEADER),
  divider: () => [],
  section: (block, where) => {
    if (!block.text && !block.fields) return [`${where}: neither text nor fields`]
    const fields = list(block.fields)
    return [
      ...optional(block.text, (text) => words(`${where}.text`, text, max.MAX_SECTION_TEXT)),
      ...optional(block.fields, () =>
        counted(`${where}.fields`, fields, 1, max.MAX_SECTION_FIELDS),
      ),
      ...fields.flatMap((field, i) => words(`${where}.fields[${i}]`, field, max.MAX_FIELD_TEXT)),
    ]
  },
  context: (block, where) => [
    ...counted(`${where}.elements`, list(block.elements), 1, max.MAX_CONTEXT_ELEMENTS),
    ...list(block.elements).flatMap((text, i) =>
      words(`${where}.elements[${i}]`, text, max.MAX_SECTION_TEXT),
    ),
  ],
  actions: (block, where) => {
    const elements = list(block.elements)
    const ids = elements.map(({ action_id }) => String(action_id))
    return [
      ...counted(`${where}.elements`, elements, 1, max.MAX_ACTIONS),
      ...repeated(`${where}: action_id`, ids),
      ...elements.flatMap((element, i) => elementFaults(element, `${where}.elements[${i}]`)),
    ]
  },
}

const VIEW_BLOCKS: Record<string, Check> = {
  ...MESSAGE_BLOCKS,
  input: (block, where) => [
    ...plain(`${where}.label`, block.label, max.MAX_INPUT_LABEL),
    ...optional(block.hint, (hint) => plain(`${where}.hint`, hint, max.MAX_INPUT_HINT)),
    ...elementFaults(object(block.element), `${where}.element`),
  ],
}

const ELEMENTS: Record<string, Check> = {
  button: (button, where) => [
    ...plain(`${where}.text`, button.text, max.MAX_BUTTON_TEXT),
    ...optional(button.value, (value) => within(`${where}.value`, value, 1, max.MAX_BUTTON_VALUE)),
    ...optional(button.url, (url) => within(`${where}.url`, url, 1, max.MAX_URL)),
    ...optional(button.style, (style) =>
      style === "primary" || style === "danger" ? [] : [`${where}.style: ${String(style)}`],
    ),
    ...optional(button.confirm, (confirm) => confirmFaults(object(confirm), `${where}.confirm`)),
  ],
  overflow: (menu, where) =>
    optionsFaults(menu, where, max.MAX_OVERFLOW_OPTIONS, max.MIN_OVERFLOW_OPTIONS),
  static_select: (select, where) => optionsFaults(select, where, max.MAX_OPTIONS),
  multi_static_select: (select, where) => optionsFaults(select, where, max.MAX_OPTIONS),
  checkboxes: (boxes, where) => optionsFaults(boxes, where, max.MAX_CHECKBOXES),
  plain_text_input: (input, where) => [
    ...optional(input.initial_value, (value) =>
      within(`${where}.initial_value`, value, 0, max.MAX_INPUT_VALUE),
    ),
    ...optional(input.max_length, (length) =>
      Number(length) >= 1 && Number(length) <= max.MAX_INPUT_VALUE
        ? []
        : [`${where}.max_length: ${String(length)}`],
    ),
  ],
  datepicker: (picker, where) =>
    optional(picker.initial_date, (date) =>
      /^\d{4}-\d{2}-\d{2}$/.test(String(date)) ? [] : [`${where}.initial_date: ${String(date)}`],
    ),
  file_input: (input, where) =>
    Number(input.max_files) >= 1 && Number(input.max_files) <= max.MAX_FILES
      ? []
      : [`${where}.max_files: ${String(input.max_files)}`],
}

function elementFaults(element: Json, where: string): string[] {
  const check = ELEMENTS[String(element.type)]
  if (!check) return [`${where}: ${String(element.type)} is not an element`]
  return [
    ...within(`${where}.action_id`, element.action_id, 1, max.MAX_ACTION_ID),
    ...optional(element.placeholder, (text) =>
      plain(`${where}.placeholder`, text, max.MAX_PLACEHOLDER),
    ),
    ...check(element, where),
  ]
}

function optionsFaults(element: Json, where: string, most: number, least = 1): string[] {
  const options = list(element.options)
  const first = element.initial_option ? [object(element.initial_option)] : []
  const chosen = [...first, ...list(element.initial_options)]
  const known = new Set(options.map(sameAs))
  const unknown = chosen.filter((option) => !known.has(sameAs(option)))
  return [
    ...counted(`${where}.options`, options, least, most),
    ...(unknown.length > 0 ? [`${where}: an initial option is not an option`] : []),
    ...optional(element.initial_options, (all) =>
      counted(`${where}.initial_options`, list(all), 1, most),
    ),
    ...options.flatMap((option, i) => [
      ...plain(`${where}.options[${i}].text`, option.text, max.MAX_OPTION_TEXT),
      ...within(`${where}.options[${i}].value`, option.value, 1, max.MAX_OPTION_VALUE),
    ]),
  ]
}

/** Slack wants the whole option, not its value alone. */
function sameAs({ text, value }: Json): string {
  return JSON.stringify([object(text).text, value])
}

function confirmFaults(confirm: Json, where: string): string[] {
  return [
    ...plain(`${where}.title`, confirm.title, max.MAX_CONFIRM_TITLE),
    ...words(`${where}.text`, confirm.text, max.MAX_CONFIRM_TEXT),
    ...plain(`${where}.confirm`, confirm.confirm, max.MAX_CONFIRM_LABEL),
    ...plain(`${where}.deny`, confirm.deny, max.MAX_CONFIRM_LABEL),
  ]
}

function plain(where: string, text: unknown, most: number): string[] {
  const isPlain = object(text).type === "plain_text"
  return [...(isPlain ? [] : [`${where}: not plain_text`]), ...words(where, text, most)]
}

function words(where: string, text: unknown, most: number): string[] {
  const { type, text: said } = object(text)
  const isKnown = type === "plain_text" || type === "mrkdwn"
  return [...(isKnown ? [] : [`${where}: not a text`]), ...within(where, said, 1, most)]
}

function within(where: string, text: unknown, least: number, most: number): string[] {
  if (typeof text !== "string") return [`${where}: missing`]
  if (text.length < least || (least > 0 && text.trim() === "")) return [`${where}: empty`]
  return text.length > most ? [`${where}: ${text.length} characters, over ${most}`] : []
}

function counted(where: string, all: unknown[], least: number, most: number): string[] {
  if (all.length < least) return [`${where}: ${all.length}, under ${least}`]
  return all.length > most ? [`${where}: ${all.length}, over ${most}`] : []
}

function repeated(what: string, ids: string[]): string[] {
  return ids.filter((id, i) => ids.indexOf(id) < i).map((id) => `${what} « ${id} » twice`)
}

function optional(value: unknown, check: (value: unknown) => string[]): string[] {
  return value === undefined || value === null ? [] : check(value)
}

function object(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {}
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : []
}
