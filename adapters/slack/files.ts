import { z } from "zod"
import { UserError } from "../../src/errors.ts"
import type { OutgoingAttachment } from "../../src/mail/outgoing.ts"
import { safeFileName } from "../mail/mime/file-name.ts"
import { SentFile } from "./form-values.ts"
import { french } from "./french.ts"
import type { Log } from "./options.ts"
import type { Web } from "./web.ts"

/** Refused before anything is fetched; what a mail may hold is decided later. */
const MAX_MEGABYTES = 50

const Info = z.object({ file: SentFile })

/** What was joined to a form, fetched from Slack. Throws `UserError`: a form does not go on without its files. */
export async function fetchFiles(
  web: Web,
  log: Log,
  sent: SentFile[],
): Promise<OutgoingAttachment[]> {
  const size = sent.reduce((sum, file) => sum + (file.size ?? 0), 0)
  if (size > MAX_MEGABYTES * 1_000_000) throw new UserError(french.files.tooLarge(MAX_MEGABYTES))
  const files: OutgoingAttachment[] = []
  for (const file of sent) files.push(await fetchFile(web, log, file))
  return files
}

async function fetchFile(web: Web, log: Log, sent: SentFile): Promise<OutgoingAttachment> {
  try {
    // a file of another workspace comes without its address
    const file = sent.url_private_download
      ? sent
      : Info.parse(await web.call("files.info", { file: sent.id })).file
    const type = file.mimetype?.toLowerCase() || "application/octet-stream"
    const content = await web.download(file.url_private_download ?? "")
    return { name: safeFileName(file.name ?? "fichier", type), type, content }
  } catch (error) {
    log.error({ error }, "a file joined in Slack could not be fetched")
    throw new UserError(french.files.unreadable(sent.name ?? ""))
  }
}
