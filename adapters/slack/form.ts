import { randomUUID } from "node:crypto"
import type { types } from "@slack/bolt"
import type { Form, Input, Option } from "../../src/card.ts"
import { type Block, textBlocks } from "./card.ts"
import { french } from "./french.ts"
import {
  MAX_CALLBACK_ID,
  MAX_CHECKBOXES,
  MAX_FILES,
  MAX_INPUT_HINT,
  MAX_INPUT_LABEL,
  MAX_INPUT_VALUE,
  MAX_OPTION_TEXT,
  MAX_OPTION_VALUE,
  MAX_OPTIONS,
  MAX_PLACEHOLDER,
  MAX_PRIVATE_METADATA,
  MAX_SECTION_TEXT,
  MAX_VIEW_BLOCKS,
  MAX_VIEW_LABEL,
  MAX_VIEW_SIZE,
  MAX_VIEW_TITLE,
} from "./limits.ts"
import { type Meta, metadata } from "./meta.ts"
import { plain, sizeOf } from "./text.ts"

type Element = types.InputBlock["element"]

/** Values are sent back behind a sign, for Slack refuses empty ones; or as the place where they are kept. */
export const VALUE_SIGN = "="
export const PLACE_SIGN = "#"

/** The form as a modal, or why it cannot be one (French). */
export function formView(form: Form, meta: Omit<Meta, "key" | "kept">): types.ModalView | string {
  const obstacle = form.inputs.map(obstacleOf).find((why) => why !== null)
  if (obstacle) return obstacle
  const isCut = form.title.length > MAX_VIEW_TITLE
  const intro = [...(isCut ? [form.title] : []), ...(form.intro ? [form.intro] : [])].join("\n\n")
  const view: types.ModalView = {
    type: "modal",
    callback_id: form.submission,
    title: plain(form.title, MAX_VIEW_TITLE),
    submit: plain(form.submitLabel, MAX_VIEW_LABEL),
    close: plain(french.cancel, MAX_VIEW_LABEL),
    private_metadata: metadata({ ...meta, ...keptIn(form.inputs), key: randomUUID() }),
    blocks: [...(intro ? textBlocks(intro) : []), ...form.inputs.map(inputBlock)],
  }
  const isTooLong =
    view.blocks.length > MAX_VIEW_BLOCKS ||
    (view.private_metadata ?? "").length > MAX_PRIVATE_METADATA ||
    sizeOf(view) > MAX_VIEW_SIZE ||
    form.submission.length > MAX_CALLBACK_ID
  return isTooLong ? french.obstacles.inputs : view
}

function obstacleOf(input: Input): string | null {
  const { label, value } = input
  if (input.kind === "select" || input.kind === "checkboxes") {
    return input.options.length > MAX_OPTIONS ? french.obstacles.options(label) : null
  }
  // cut, it would be sent back shorter than it was
  const isText = input.kind === "line" || input.kind === "text"
  return isText && value.length > MAX_INPUT_VALUE ? french.obstacles.text(label) : null
}

function inputBlock(input: Input, index: number): Block {
  const hasOptions = input.kind === "select" || input.kind === "checkboxes"
  if (hasOptions && input.options.length === 0) {
    const text = `${input.label} : ${french.nothingToChoose}`
    return { type: "section", text: plain(text, MAX_SECTION_TEXT) }
  }
  return {
    type: "input",
    block_id: `${index}.${input.name}`,
    label: plain(input.label, MAX_INPUT_LABEL),
    ...(input.hint ? { hint: plain(input.hint, MAX_INPUT_HINT) } : {}),
    optional: !input.isRequired,
    element: elementOf(input, index),
  }
}

function elementOf(input: Input, index: number): Element {
  const { value } = input
  const action_id = "value"
  switch (input.kind) {
    case "line":
    case "text":
      return {
        type: "plain_text_input",
        action_id,
        multiline: input.kind === "text",
        max_length: MAX_INPUT_VALUE,
        ...(value ? { initial_value: value.toWellFormed() } : {}),
      }
    case "date":
      return { type: "datepicker", action_id, ...(isDay(value) ? { initial_date: value } : {}) }
    case "files":
      return { type: "file_input", action_id, max_files: MAX_FILES }
    case "select": {
      const options = optionsOf(input.options, index)
      const initial = options[input.options.findIndex((option) => option.value === value)]
      return {
        type: "static_select",
        action_id,
        options,
        placeholder: plain(french.chooseOne, MAX_PLACEHOLDER),
        ...(initial ? { initial_option: initial } : {}),
      }
    }
    case "checkboxes": {
      const options = optionsOf(input.options, index)
      const chosen = value.split("\n")
      const initial = options.filter((_, i) => chosen.includes(input.options[i]?.value ?? ""))
      const type = options.length > MAX_CHECKBOXES ? "multi_static_select" : "checkboxes"
      return {
        type,
        action_id,
        options,
        ...(initial.length > 0 ? { initial_options: initial } : {}),
      }
    }
  }
}

type Choice = types.PlainTextOption & { value: string }

function optionsOf(options: Option[], input: number): Choice[] {
  return options.map((option, i) => ({
    text: plain(option.label, MAX_OPTION_TEXT),
    value: isKept(option, i, options) ? PLACE_SIGN + placeOf(input, i) : VALUE_SIGN + option.value,
  }))
}

function isKept({ value }: Option, index: number, options: Option[]): boolean {
  const isTwice = options.findIndex((option) => option.value === value) < index
  return isTwice || value.length >= MAX_OPTION_VALUE
}

function keptIn(inputs: Input[]): Pick<Meta, "kept"> {
  const kept = inputs.flatMap((input, i) =>
    input.kind === "select" || input.kind === "checkboxes"
      ? input.options.flatMap((option, j, all) =>
          isKept(option, j, all) ? [[placeOf(i, j), option.value]] : [],
        )
      : [],
  )
  return kept.length > 0 ? { kept: Object.fromEntries(kept) } : {}
}

function placeOf(input: number, option: number): string {
  return `${input}.${option}`
}

/** One that exists: Slack refuses the 30th of February. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
