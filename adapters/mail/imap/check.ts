import { type Check, faultCheck, unwell, well } from "../checks.ts"
import { placeOf, type ServerToReach } from "../server.ts"
import { connectImap, leave } from "./connection.ts"
import { sentFolder } from "./folders.ts"

/** The folders that the configuration names. */
type Named = { sentFolder?: string | null; handledFolder?: string | null }

/** What the administrator's doctor says of a mailbox over IMAP. Changes nothing there. */
export async function checkImap(server: ServerToReach, named: Named = {}): Promise<Check[]> {
  try {
    return await checks(server, named)
  } catch (error) {
    return [faultCheck("IMAP login", error)]
  }
}

async function checks(server: ServerToReach, named: Named): Promise<Check[]> {
  const client = await connectImap(server)
  try {
    const inbox = await client.mailboxOpen("INBOX", { readOnly: true })
    const folders = (await client.list()).map(({ path }) => path)
    const sent = await sentFolder(client, named.sentFolder ?? null)
    const handled = named.handledFolder ?? null
    return [
      well(
        "IMAP login",
        `${server.login?.user} at ${placeOf(server)}, ${encryption(client.secureConnection)}`,
      ),
      well("IMAP folders", `${folders.length} folders, ${inbox.exists} mails in INBOX`),
      client.capabilities.has("IDLE")
        ? well("IMAP IDLE", "new mail is announced at once")
        : well("IMAP IDLE", "not offered: new mail is seen at each poll"),
      sent === null
        ? unwell(
            "Sent folder",
            "not found: answers sent from mail programs are not seen",
            `name it; the server shows ${folders.join(", ")}`,
          )
        : well("Sent folder", sent),
      ...(handled === null ? [] : [handledCheck(handled, folders)]),
      well("Sub-addressing", "unknown: IMAP does not tell; write to user+test@ to see"),
    ]
  } finally {
    await leave(client)
  }
}

function handledCheck(folder: string, folders: string[]): Check {
  const detail = folders.includes(folder)
    ? folder
    : `${folder}, created when the first mail is moved`
  return well("Folder of handled mails", detail)
}

function encryption(isEncrypted: boolean): string {
  return isEncrypted ? "encrypted" : "in clear, on this machine only"
}
