// The files of a form: Discord keeps them, and gives an address for a day.
import { UserError } from "../../src/errors.ts"
import type { OutgoingAttachment } from "../../src/mail/outgoing.ts"
import { french } from "./french.ts"
import type { Attachment } from "./payloads.ts"

const MOST_BYTES = 10_000_000
const PATIENCE = 20_000

export async function downloaded(
  ids: string[],
  attachments: Record<string, Attachment>,
): Promise<OutgoingAttachment[]> {
  const chosen = ids.flatMap((id) => attachments[id] ?? [])
  const size = chosen.reduce((sum, attachment) => sum + attachment.size, 0)
  if (size > MOST_BYTES) throw new UserError(french.filesTooBig)
  return Promise.all(chosen.map(download))
}

async function download({ url, filename, size, content_type }: Attachment) {
  const lost = () => new UserError(french.fileGone(filename))
  const signal = AbortSignal.timeout(PATIENCE)
  const response = await fetch(url, { signal, redirect: "error" }).catch(() => null)
  if (!response?.ok) throw lost()
  const content = new Uint8Array(await response.arrayBuffer())
  if (content.length !== size) throw lost()
  return { name: filename, type: content_type ?? "application/octet-stream", content }
}
