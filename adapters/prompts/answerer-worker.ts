import { parentPort } from "node:worker_threads"
import { searcher } from "../../src/faq/found.ts"
import { readFaq } from "./faq.ts"

const search = searcher(readFaq())
parentPort?.postMessage("ready")

// Mails that came meanwhile are kept by the port.
parentPort?.on("message", ({ id, text }: { id: number; text: string }) => {
  parentPort?.postMessage({ id, found: search(text) })
})
