import type { ImapFlow } from "imapflow"

/** Where the answers sent from mail programs are; null when the server shows no such folder. */
export async function sentFolder(client: ImapFlow, chosen: string | null): Promise<string | null> {
  const folders = await client.list()
  if (chosen !== null) return folders.find(({ path }) => path === chosen)?.path ?? null
  const sent = folders.filter(({ specialUse }) => specialUse === "\\Sent")
  // A folder that the server itself marks goes before one that is only named so.
  const marked = sent.find(({ specialUseSource }) => specialUseSource === "extension")
  return (marked ?? sent[0])?.path ?? null
}

/**
 * Moves mails of the open folder. Those that are gone meanwhile are not missed; a folder that does not
 * exist is created. Says whether it could.
 */
export async function moveTo(client: ImapFlow, uids: number[], folder: string): Promise<boolean> {
  if (uids.length === 0) return true
  const range = uids.join(",")
  // A missing folder is a plain `false`, not an error.
  if (await client.messageMove(range, folder, { uid: true })) return true
  await client.mailboxCreate(folder)
  return (await client.messageMove(range, folder, { uid: true })) !== false
}
