import { parentPort } from "node:worker_threads"
import { understand } from "../../../src/mail/understand.ts"
import { parseMail } from "./parse.ts"

// The first mail would pay for every pattern that is compiled, and could be judged slow for it.
understand(await parseMail(new TextEncoder().encode("Subject: Bonjour\r\n\r\nBonjour")))
parentPort?.postMessage("open")

// Mails that came meanwhile are kept by the port: none is read before it is said to be open.
parentPort?.on("message", async (source: Uint8Array) => {
  const mail = await parseMail(source)
  const buffers = mail.attachments.map(({ content }) => content.buffer as ArrayBuffer)
  parentPort?.postMessage({ mail, understanding: understand(mail) }, buffers)
})
