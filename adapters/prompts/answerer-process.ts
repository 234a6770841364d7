import { searcher } from "../../src/faq/found.ts"
import { readFaq } from "./faq.ts"
import { openIndex } from "./faq-index.ts"

// The bot is gone, however it went.
process.on("disconnect", () => process.exit())

const faq = readFaq()
const search = searcher(faq, openIndex(faq))
process.send?.("ready")

// Mails that came meanwhile are kept by the channel.
process.on("message", ({ id, text }: { id: number; text: string }) => {
  process.send?.({ id, found: search(text) })
})
