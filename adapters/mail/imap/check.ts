import { type Check, faultCheck, unwell, well } from "../checks.ts"
import { placeOf, type ServerSettings, serverOf } from "../server.ts"
import { connectImap, leave } from "./connection.ts"
import { sentFolder } from "./folders.ts"

/** What the administrator's doctor says of a mailbox over IMAP. Changes nothing there. */
export async function checkImap(
  settings: ServerSettings & {
    sentFolder?: string | null | undefined
    handledFolder?: string | null | undefined
  },
): Promise<Check[]> {
  try {
    return await checks(settings)
  } catch (error) {
    return [faultCheck("IMAP login", error)]
  }
}

async function checks(settings: Parameters<typeof checkImap>[0]): Promise<Check[]> {
  const server = serverOf(settings)
  const client = await connectImap(settings)
  try {
    const inbox = await client.mailboxOpen("INBOX", { readOnly: true })
    const folders = (await client.list()).map(({ path }) => path)
    const sent = await sentFolder(client, settings.sentFolder ?? null)
    const handled = settings.handledFolder ?? null
    return [
      well(
        "IMAP login",
        `${server.user} at ${placeOf(server)}, ${encryption(client.secureConnection)}`,
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
