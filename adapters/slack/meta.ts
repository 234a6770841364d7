// What a modal remembers of where it comes from: Slack does not say it when the modal is sent.
import { z } from "zod"

const Meta = z.object({
  /** One for each form that was opened: the same form sent twice is one occasion. */
  key: z.string().optional(),
  channel: z.string().optional(),
  thread: z.string().optional(),
  /** Values of options that Slack would find too long, or twice. */
  kept: z.record(z.string(), z.string()).optional(),
  /** What opens the form again, should the person close the window of its preview. */
  reopens: z.object({ label: z.string(), action: z.string() }).optional(),
  /** Opened from the person's own page, which is to be drawn again after. */
  isHome: z.boolean().optional(),
})
export type Meta = z.infer<typeof Meta>

export function metadata(meta: Meta): string {
  return JSON.stringify(meta)
}

export function metaOf(text: string | undefined): Meta {
  try {
    return Meta.parse(JSON.parse(text ?? "{}"))
  } catch {
    return {}
  }
}
