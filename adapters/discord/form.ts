// A form as a modal of Discord: five components at most, so that boxes to tick share one when there are more. What does not
// fit is asked in the console.
import type { Form, Input, Option } from "../../src/card.ts"
import { french } from "./french.ts"
import {
  CUSTOM_ID,
  FILES,
  MODAL_COMPONENTS,
  MODAL_HINT,
  MODAL_INTRO,
  MODAL_LABEL,
  MODAL_TITLE,
  OPTION_DESCRIPTION,
  OPTION_LABEL,
  OPTION_VALUE,
  OPTIONS,
  TEXT_INPUT,
} from "./limits.ts"
import { clean, label, markup } from "./text.ts"

export type Modal = { custom_id: string; title: string; components: (Labelled | Words)[] }
type Words = { type: 10; content: string }
export type Labelled = { type: 18; label: string; description?: string; component: Component }
type Component = TextInput | Select | FileUpload
type TextInput = {
  type: 4
  custom_id: string
  style: 1 | 2
  required: boolean
  max_length: number
  value?: string
  placeholder?: string
}
type Select = {
  type: 3
  custom_id: string
  required: boolean
  min_values: number
  max_values: number
  options: { label: string; value: string; description?: string; default?: boolean }[]
}
type FileUpload = {
  type: 19
  custom_id: string
  required: boolean
  min_values: number
  max_values: number
}

type Choices = Extract<Input, { options: Option[] }>

/** In place of a value that Discord would refuse: the position of the option. */
export const BY_POSITION = "#"
/** Where several inputs share a component. */
export const SHARED = "shared"
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** `key`: the same for each time that this form is sent back. Null: it does not fit. */
export function modalOf(form: Form, key: string): Modal | null {
  const custom_id = `${form.submission}~${key}`
  if (custom_id.length > CUSTOM_ID || form.inputs.some(holdsTooMuch)) return null
  const isLong = clean(form.intro ?? "").length > MODAL_HINT
  const [inputs, left] = lightened(form.inputs, MODAL_COMPONENTS - (form.intro && isLong ? 1 : 0))
  const labelled = componentsOf(inputs)
  if (labelled.length > MODAL_COMPONENTS - (form.intro && isLong ? 1 : 0)) return null
  if (labelled.length === 0) return null

  const intro = [form.intro, ...(left.length > 0 ? [french.filesElsewhere] : [])].join(" ").trim()
  const components = withIntro(labelled, intro)
  return components && { custom_id, title: label(form.title, MODAL_TITLE), components }
}

function holdsTooMuch(input: Input): boolean {
  return "options" in input
    ? input.options.length > OPTIONS * MODAL_COMPONENTS
    : input.value.length > TEXT_INPUT
}

/** Files that nobody has to join are left to the console when there is no room for them. */
function lightened(inputs: Input[], room: number): [Input[], Input[]] {
  if (componentsOf(inputs).length <= room) return [inputs, []]
  const isLeft = ({ kind, isRequired }: Input) => kind === "files" && !isRequired
  return [inputs.filter((input) => !isLeft(input)), inputs.filter(isLeft)]
}

function componentsOf(inputs: Input[]): Labelled[] {
  const apart = inputs.flatMap(ofOne)
  const boxes = inputs.filter(isOptionalBoxes)
  const shared = boxes.flatMap((input) => sharedOptions(input))
  const first = boxes[0]
  if (apart.length <= MODAL_COMPONENTS || !first || shared.length > OPTIONS) return apart
  return inputs.flatMap((input) => {
    if (!isOptionalBoxes(input)) return ofOne(input)
    return input === first ? [sharedBoxes(boxes, shared)] : []
  })
}

function isOptionalBoxes(input: Input): input is Input & { kind: "checkboxes" } {
  return input.kind === "checkboxes" && !input.isRequired
}

function ofOne(input: Input): Labelled[] {
  const head = { type: 18 as const, label: label(input.label, MODAL_LABEL), ...hintOf(input) }
  if (input.kind === "files") return [{ ...head, component: fileUpload(input) }]
  if ("options" in input) return selects(input).map((component) => ({ ...head, component }))
  return [{ ...head, component: textInput(input) }]
}

function hintOf(input: Input): { description?: string } {
  const hint = input.hint ?? (input.label.length > MODAL_LABEL ? input.label : "")
  return hint ? { description: label(hint, MODAL_HINT) } : {}
}

function textInput(input: Input): TextInput {
  const isDay = input.kind === "date"
  const value = input.kind === "text" ? input.value : input.value.replace(/[\r\n\t]+/g, " ")
  const shown = isDay ? value.replace(DAY, "$3/$2/$1") : value
  return {
    type: 4,
    custom_id: isDay ? `day:${input.name}` : `text:${input.name}`,
    style: input.kind === "text" ? 2 : 1,
    required: input.isRequired,
    max_length: TEXT_INPUT,
    ...(shown ? { value: shown } : {}),
    ...(isDay ? { placeholder: "jj/mm/aaaa" } : {}),
  }
}

function fileUpload({ name, isRequired }: Input): FileUpload {
  const min_values = isRequired ? 1 : 0
  return {
    type: 19,
    custom_id: `files:${name}`,
    required: isRequired,
    min_values,
    max_values: FILES,
  }
}

/** One menu for every 25 choices; none of several can be required alone. */
function selects(input: Choices): Select[] {
  const options = optionsOf(input)
  const parts = Array.from({ length: Math.ceil(options.length / OPTIONS) }, (_, part) =>
    options.slice(part * OPTIONS, (part + 1) * OPTIONS),
  )
  const required = input.isRequired && parts.length === 1
  return parts.map((some, part) => ({
    type: 3,
    custom_id: `${input.kind === "select" ? "one" : "many"}:${input.name}:${part}`,
    required,
    min_values: required ? 1 : 0,
    max_values: input.kind === "select" ? 1 : some.length,
    options: some,
  }))
}

/** Each value once, as Discord wants. `before` stands before each, where inputs share a menu. */
function optionsOf(input: Choices, before = ""): Select["options"] {
  const chosen = input.kind === "select" ? [input.value] : input.value.split("\n")
  const options = input.options.flatMap((option, i) => {
    const isAgain = input.options.findIndex(({ value }) => value === option.value) < i
    if (isAgain) return []
    const isChosen = option.value !== "" && chosen.includes(option.value)
    return [
      {
        label: label(option.label, OPTION_LABEL),
        value: sentValue(option.value, i, before),
        ...(isChosen ? { default: true } : {}),
      },
    ]
  })
  if (options.length > 0 || before) return options
  return [{ label: french.noChoice, value: BY_POSITION }]
}

function sentValue(value: string, position: number, before: string): string {
  const isFit = before.length + value.length <= OPTION_VALUE
  const isUsable = isFit && value !== "" && !value.startsWith(BY_POSITION)
  return `${before}${isUsable ? value : `${BY_POSITION}${position}`}`
}

function sharedOptions(input: Choices): Select["options"] {
  const description = label(input.label, OPTION_DESCRIPTION)
  return optionsOf(input, `${input.name}=`).map((option) => ({ ...option, description }))
}

function sharedBoxes(inputs: Choices[], options: Select["options"]): Labelled {
  const hints = inputs.flatMap(({ hint }) => hint ?? []).join(" ")
  return {
    type: 18,
    label: label(inputs.map((input) => input.label).join(" · "), MODAL_LABEL),
    ...(hints ? { description: label(hints, MODAL_HINT) } : {}),
    component: {
      ...{ type: 3, custom_id: `${SHARED}:${inputs.map(({ name }) => name).join(",")}` },
      ...{ required: false, min_values: 0, max_values: options.length, options },
    },
  }
}

/** Above everything when there is room; else under a label that says nothing else. */
function withIntro(labelled: Labelled[], intro: string): Modal["components"] | null {
  if (!intro) return labelled
  if (labelled.length < MODAL_COMPONENTS) {
    return [{ type: 10, content: markup(intro, MODAL_INTRO, french.more) }, ...labelled]
  }
  const free = labelled.findLast(({ description }) => !description)
  if (!free || clean(intro).length > MODAL_HINT) return null
  return labelled.map((one) => (one === free ? { ...one, description: clean(intro) } : one))
}
