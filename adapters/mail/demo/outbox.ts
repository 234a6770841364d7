import { createHash, randomUUID } from "node:crypto"
import { mkdir, readdir, readFile, rename } from "node:fs/promises"
import { join } from "node:path"
import PostalMime, { type addressParser } from "postal-mime"
import type { Address } from "../../../src/mail/incoming.ts"
import { writeDurably } from "./spool.ts"

/** A mail the bot sent, as the agent who receives it reads it. */
export type SentMail = {
  messageId: string
  to: Address[]
  cc: Address[]
  from: Address | null
  subject: string
  date: Date
  text: string
  html: string
  attachments: string[]
  raw: Uint8Array
}

export type Outbox = {
  /** The same Message-ID is kept once. */
  keep(messageId: string, raw: Uint8Array): Promise<void>
  /** Oldest first. */
  mails(): Promise<SentMail[]>
}

export async function openOutbox(directory: string): Promise<Outbox> {
  await mkdir(directory, { recursive: true })
  return {
    async keep(messageId, raw) {
      const name = createHash("sha256").update(messageId).digest("hex").slice(0, 24)
      const draft = join(directory, `${randomUUID()}.draft`)
      await writeDurably(draft, [raw], new Date())
      await rename(draft, join(directory, `${name}.eml`))
    },
    async mails() {
      const names = (await readdir(directory)).filter((name) => name.endsWith(".eml"))
      const mails = await Promise.all(names.map((name) => readSent(join(directory, name))))
      return mails.sort((a, b) => a.date.getTime() - b.date.getTime())
    },
  }
}

async function readSent(path: string): Promise<SentMail> {
  const raw = await readFile(path)
  const mail = await PostalMime.parse(raw)
  return {
    messageId: (mail.messageId ?? "").replace(/^<|>$/g, ""),
    to: (mail.to ?? []).flatMap(plainAddress),
    cc: (mail.cc ?? []).flatMap(plainAddress),
    from: mail.from ? (plainAddress(mail.from)[0] ?? null) : null,
    subject: mail.subject ?? "",
    date: new Date(mail.date ?? 0),
    text: mail.text ?? "",
    html: mail.html ?? "",
    attachments: mail.attachments.map(({ filename }) => filename ?? ""),
    raw,
  }
}

type ParsedAddress = ReturnType<typeof addressParser>[number]

function plainAddress({ name, address }: ParsedAddress): Address[] {
  return address ? [{ name, address }] : []
}
