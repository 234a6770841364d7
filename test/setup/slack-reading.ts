// What a person sees of Block Kit: its words, its buttons, the fields of a window.
import type { Json } from "./slack-peer.ts"

/** `inMenu`: chosen in a menu, which Slack tells in another way. */
export type Pressable = { label: string; value: string; inMenu: boolean }

export function wordsOf(blocks: unknown): string {
  const words: string[] = []
  walk(blocks, (node) => {
    if ((node.type === "plain_text" || node.type === "mrkdwn") && typeof node.text === "string") {
      words.push(node.type === "mrkdwn" ? unescaped(node.text) : node.text)
    }
  })
  return words.join("\n")
}

/** Buttons, and what is in menus. */
export function pressablesOf(blocks: unknown): Pressable[] {
  const found: Pressable[] = []
  walk(blocks, (node) => {
    if (node.type === "button" && typeof node.value === "string") {
      found.push({ label: textOf(node.text), value: node.value, inMenu: false })
    }
    if (node.type === "overflow") {
      for (const option of node.options as Json[]) {
        found.push({ label: textOf(option.text), value: String(option.value), inMenu: true })
      }
    }
  })
  return found
}

export function inputsOf(view: Json): Json[] {
  return (view.blocks as Json[]).filter(({ type }) => type === "input")
}

export function nameOf(input: Json): string {
  const id = String(input.block_id)
  return id.slice(id.indexOf(".") + 1)
}

/** What the field holds when the window opens. */
export function valueIn(input: Json): string {
  const element = input.element as Json
  if (element.initial_option) return valueOfOption(element.initial_option)
  if (element.initial_options) {
    return (element.initial_options as Json[]).map(valueOfOption).join("\n")
  }
  return String(element.initial_value ?? element.initial_date ?? "")
}

/** What Slack sends back for it: only what the field can hold. */
export function stateOf(input: Json, value: string, files: Json[] = []): Json {
  const { type, action_id, options } = input.element as Json & { action_id: string }
  const all = (options ?? []) as Json[]
  const option = (wanted: string) => {
    const found = all.find((one) => valueOfOption(one) === wanted || textOf(one.text) === wanted)
    if (!found) throw new Error(`« ${wanted} » is not a choice of « ${textOf(input.label)} »`)
    return found
  }
  const lines = value.split("\n").filter(Boolean)
  if (!value && !input.optional && type !== "file_input") {
    throw new Error(`« ${textOf(input.label)} » is required`)
  }
  if (type === "file_input") return { [action_id]: { type, files } }
  return { [action_id]: { type, ...stateFor(String(type), value, lines, option) } }
}

function stateFor(
  type: string,
  value: string,
  lines: string[],
  option: (wanted: string) => Json,
): Json {
  switch (type) {
    case "static_select":
      return { selected_option: value || lines.length > 0 ? option(value) : null }
    case "checkboxes":
    case "multi_static_select":
      return { selected_options: lines.map(option) }
    case "datepicker":
      return { selected_date: value || null }
    default:
      return { value: value || null }
  }
}

export function textOf(text: unknown): string {
  return String((text as Json | undefined)?.text ?? "")
}

function valueOfOption(option: unknown): string {
  return String((option as Json).value).slice(1)
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")
}

function walk(value: unknown, visit: (node: Json) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit)
  else if (typeof value === "object" && value !== null) {
    visit(value as Json)
    for (const item of Object.values(value)) walk(item, visit)
  }
}
