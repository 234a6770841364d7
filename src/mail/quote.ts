import type { IncomingMail } from "./incoming.ts"

/** What the person wrote, apart from what their mail program added. */
export type Reply = { written: string; signature: string; quoted: string }

export function splitReply(mail: Pick<IncomingMail, "text">): Reply {
  return { written: mail.text.trim(), signature: "", quoted: "" }
}
