import { searcher } from "../../src/faq/found.ts"
import type { Knowledge } from "../../src/faq/search.ts"
import { readFaq } from "./faq.ts"
import { openIndex } from "./faq-index.ts"

/** The cards come first, then what is searched in them. */
export type ToSearch = Pick<Knowledge, "entries"> | { id: number; text: string }

// The bot is gone, however it went.
process.on("disconnect", () => process.exit())
const tell = (what: unknown) => process.send?.(what, (error) => error && process.exit())

let search: ReturnType<typeof searcher> | null = null

// Mails that came meanwhile are kept by the channel.
process.on("message", (told: ToSearch) => {
  if ("entries" in told) {
    const faq = { ...readFaq(), entries: told.entries }
    search = searcher(faq, openIndex(faq))
    tell("ready")
  } else tell({ id: told.id, found: search?.(told.text) })
})
