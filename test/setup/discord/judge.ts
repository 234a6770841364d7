// Who says whether a request, or an answer of ours, is what Discord speaks: its own published schemas, then the limits they
// forget, told by our constants.
// @ts-expect-error: the package ships these schemas without types.
import * as published from "discord-api-spec/zod"
import {
  BUTTONS_PER_ROW,
  CONTENT,
  EMBED_TOTAL,
  MODAL_COMPONENTS,
  ROWS,
} from "../../../adapters/discord/limits.ts"
import type { Json } from "./objects.ts"

export type Schema = {
  safeParse(value: unknown): { success: boolean; error?: { issues: unknown[] } }
}

/** A schema of Discord, by its name. */
export function schema(name: string): Schema {
  const found = (published as Record<string, Schema>)[`${name}Schema`]
  if (!found) throw new Error(`Discord publishes no schema ${name}`)
  return found
}

/** Null: at least one of the schemas takes it. */
export function refusalOf(schemas: Schema[], value: unknown): string | null {
  const results = schemas.map((one) => one.safeParse(JSON.parse(JSON.stringify(value))))
  if (schemas.length === 0 || results.some(({ success }) => success)) return null
  return JSON.stringify(results.map(({ error }) => error?.issues.slice(0, 2)))
}

/** What Discord refuses in a message, and its schemas let through. */
export function messageFaults(message: Json): string[] {
  const { content = "", embeds = [], components = [], allowed_mentions } = message
  const ids = idsOf(components)
  const texts = embeds.flatMap((embed: Json) => [
    ...[embed.title, embed.description, embed.footer?.text, embed.author?.name],
    ...(embed.fields ?? []).flatMap((field: Json) => [field.name, field.value]),
  ])
  const total = texts.reduce((sum: number, text?: string) => sum + (text?.length ?? 0), 0)
  return [
    content.length > CONTENT && `content of ${content.length} characters`,
    total > EMBED_TOTAL && `embeds of ${total} characters`,
    embeds.some(isEmpty) && "an empty embed, or an empty text in one",
    components.length > ROWS && `${components.length} rows`,
    components.some((row: Json) => row.components.length > BUTTONS_PER_ROW) && "a row too full",
    components.some((row: Json) => row.components.length > 1 && row.components[0].type === 3) &&
      "a menu that is not alone in its row",
    new Set(ids).size < ids.length && "a custom id twice",
    !content.trim() && embeds.length + components.length === 0 && "nothing at all",
    allowed_mentions?.parse?.length !== 0 && "somebody could be mentioned",
  ].filter((fault) => fault !== false)
}

export function modalFaults({ components = [] }: Json): string[] {
  const parts = components.map((one: Json) => one.component).filter(Boolean)
  const ids = parts.map((part: Json) => part.custom_id)
  return [
    components.length > MODAL_COMPONENTS && `${components.length} components in a modal`,
    new Set(ids).size < ids.length && "a custom id twice in a modal",
    parts.some((part: Json) => (part.min_values ?? 0) > (part.max_values ?? 1)) &&
      "a menu that nobody can fill",
    parts.some((part: Json) => (part.max_values ?? 0) > (part.options?.length ?? 10)) &&
      "more choices to make than there are",
    parts.some((part: Json) => {
      const values = (part.options ?? []).map((option: Json) => option.value)
      return new Set(values).size < values.length
    }) && "an option twice",
    parts.some((part: Json) => part.type === 4 && part.value?.length > part.max_length) &&
      "a text longer than its field",
  ].filter((fault) => fault !== false)
}

function idsOf(components: Json[]): string[] {
  return components.flatMap((row) => row.components.map((part: Json) => part.custom_id))
}

function isEmpty({ title, description, fields = [] }: Json): boolean {
  const texts = fields.flatMap((field: Json) => [field.name, field.value])
  return (
    (!title && !description && fields.length === 0) || texts.some((text: string) => !text.trim())
  )
}
