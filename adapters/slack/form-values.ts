// What was typed in a modal, as Slack sends it back; and the same modal again, with what was typed.
import { z } from "zod"
import { PLACE_SIGN, VALUE_SIGN } from "./form.ts"
import { MAX_SECTION_TEXT } from "./limits.ts"
import { type Meta, metaOf } from "./meta.ts"
import { plain } from "./text.ts"

/** Its text stays with it: a form that comes back needs both. */
const Chosen = z.looseObject({ value: z.string() })
export const SentFile = z.object({
  id: z.string(),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  url_private_download: z.string().nullish(),
})
export type SentFile = z.infer<typeof SentFile>

const Typed = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: Chosen.nullish(),
  selected_options: z.array(Chosen).nullish(),
  files: z.array(SentFile).nullish(),
})
type Typed = z.infer<typeof Typed>

export const SentView = z.looseObject({
  id: z.string(),
  type: z.string(),
  callback_id: z.string().default(""),
  private_metadata: z.string().default(""),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })).default([]),
  state: z
    .object({ values: z.record(z.string(), z.record(z.string(), Typed)) })
    .default({ values: {} }),
})
export type SentView = z.infer<typeof SentView>

export function typedIn(view: SentView): { values: Record<string, string>; files: SentFile[] } {
  const values: Record<string, string> = {}
  const files: SentFile[] = []
  const { kept } = metaOf(view.private_metadata)
  for (const [block, elements] of Object.entries(view.state.values)) {
    const name = block.slice(block.indexOf(".") + 1)
    for (const typed of Object.values(elements)) {
      if (typed.files) files.push(...typed.files)
      else values[name] = textOf(typed, kept)
    }
  }
  return { values, files }
}

function textOf(typed: Typed, kept: Meta["kept"]): string {
  const { value, selected_date, selected_option, selected_options } = typed
  const original = (chosen: { value: string }) => originalOf(chosen.value, kept)
  if (selected_options) return selected_options.map(original).join("\n")
  if (selected_option) return original(selected_option)
  return selected_date ?? value ?? ""
}

function originalOf(sent: string, kept: Meta["kept"]): string {
  if (sent.startsWith(PLACE_SIGN)) return kept?.[sent.slice(PLACE_SIGN.length)] ?? ""
  return sent.startsWith(VALUE_SIGN) ? sent.slice(VALUE_SIGN.length) : sent
}

/** Where a refusal is shown: under the first field of the form. Null: there is none. */
export function firstInput(view: SentView): string | null {
  return view.blocks.find(({ type }) => type === "input")?.block_id ?? null
}

/** The same form, filled as it was sent, under what was refused. Files have to be chosen again. */
export function sentAgain(view: SentView, refusal: string) {
  const { title, submit, close, callback_id, private_metadata } = view
  const blocks = view.blocks.map((block) => {
    const element = block.element
    if (block.type !== "input" || typeof element !== "object" || element === null) return block
    const [typed] = Object.values(view.state.values[block.block_id ?? ""] ?? {})
    return { ...block, element: { ...element, ...(typed ? initialOf(typed) : {}) } }
  })
  const said = { type: "section", text: plain(`⚠️ ${refusal}`, MAX_SECTION_TEXT) }
  return {
    ...{ type: "modal", title, submit, close, callback_id, private_metadata },
    blocks: [said, ...blocks],
  }
}

function initialOf({ value, selected_date, selected_option, selected_options }: Typed) {
  return {
    ...(value ? { initial_value: value } : {}),
    ...(selected_date ? { initial_date: selected_date } : {}),
    ...(selected_option ? { initial_option: selected_option } : {}),
    ...(selected_options?.length ? { initial_options: selected_options } : {}),
  }
}
