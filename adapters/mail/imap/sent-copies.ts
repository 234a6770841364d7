import type { ImapFlow } from "imapflow"
import type { ServerToReach } from "../server.ts"
import { connectImap, leave } from "./connection.ts"
import { sentFolder } from "./folders.ts"

const IDLE_AT_MOST = 10_000
const LOOK_BACK = 7 * 24 * 60 * 60 * 1000

/** Puts copies in Sent through a connection of its own, so that reading never waits for it. */
export type SentCopies = {
  /** The copy is there once, even when it is made again or the server made one. */
  keep(messageId: string, raw: Buffer, sentAt: Date): Promise<void>
  /** Once the copies that were asked for are made. */
  close(): Promise<void>
  /** At once. */
  cut(): void
}

export function sentCopies(server: ServerToReach, chosen: string | null): SentCopies {
  let connection: { client: ImapFlow; path: string } | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  async function connected(): Promise<{ client: ImapFlow; path: string }> {
    if (connection?.client.usable) return connection
    const client = await connectImap(server)
    const path = await sentFolder(client, chosen)
    if (path === null) {
      await leave(client)
      throw new Error("The mailbox has no Sent folder: create it, or name the one to use")
    }
    connection = { client, path }
    return connection
  }

  async function keep(messageId: string, raw: Buffer, sentAt: Date): Promise<void> {
    clearTimeout(timer)
    const { client, path } = await connected()
    await client.mailboxOpen(path, { readOnly: true })
    const since = new Date(sentAt.getTime() - LOOK_BACK)
    const found = await client.search({ since, header: { "message-id": `<${messageId}>` } })
    if (!Array.isArray(found)) throw new Error("The IMAP server does not answer a search in Sent")
    // On a connection that is lost, it answers `false` rather than failing.
    if (found.length === 0 && !(await client.append(path, raw, ["\\Seen"], sentAt)))
      throw new Error("The IMAP server does not take a copy in Sent")
    timer = setTimeout(() => void close(), IDLE_AT_MOST)
  }

  async function close(): Promise<void> {
    clearTimeout(timer)
    const last = connection
    connection = null
    if (last) await leave(last.client)
  }

  return {
    keep(messageId, raw, sentAt) {
      const kept = turn.then(() => keep(messageId, raw, sentAt))
      turn = kept.catch(() => close())
      return kept
    },
    async close() {
      await turn
      await close()
    },
    cut: () => connection?.client.close(),
  }
}
