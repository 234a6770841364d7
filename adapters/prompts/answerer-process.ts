import { searcher } from "../../src/faq/found.ts"
import { readFaq } from "./faq.ts"

// The bot is gone, however it went.
process.on("disconnect", () => process.exit())

const search = searcher(readFaq())
process.send?.("ready")

// Mails that came meanwhile are kept by the channel.
process.on("message", ({ id, text }: { id: number; text: string }) => {
  process.send?.({ id, found: search(text) })
})
