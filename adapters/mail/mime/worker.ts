import { parentPort } from "node:worker_threads"
import { understand } from "../../../src/mail/understand.ts"
import { parseMail } from "./parse.ts"

parentPort?.on("message", async (source: Uint8Array) => {
  const mail = await parseMail(source)
  const buffers = mail.attachments.map(({ content }) => content.buffer as ArrayBuffer)
  parentPort?.postMessage({ mail, understanding: understand(mail) }, buffers)
})
parentPort?.postMessage("open")
