import { z } from "zod"
import { mentioned } from "./note-text.ts"
import type { Log } from "./options.ts"
import type { Web } from "./web.ts"

export type Names = (text: string) => Promise<Map<string, string>>

const Info = z.object({
  user: z.object({
    name: z.string(),
    real_name: z.string().optional(),
    profile: z.object({ display_name: z.string().optional() }).optional(),
  }),
})

/** The names of those that a message mentions: a note is read in places that know no id of Slack. */
export function openNames(web: Web, log: Log): Names {
  const known = new Map<string, string>()
  return async (text) => {
    for (const id of mentioned(text)) {
      if (known.has(id)) continue
      try {
        const { user } = Info.parse(await web.call("users.info", { user: id }))
        known.set(id, user.real_name || user.profile?.display_name || user.name)
      } catch (error) {
        log.warn({ error }, "a person who is mentioned has no name")
      }
    }
    return known
  }
}
