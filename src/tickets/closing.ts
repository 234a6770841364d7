// The two links of a closing mail: « Oui, c’est réglé » and « Non, j’ai encore besoin d’aide ».
import type { Settings } from "../needs.ts"
import { readLink, signLink } from "../signed-link.ts"
import type { TicketId } from "./ticket.ts"

const PURPOSE = "closing"
const DAY = 86_400_000
const VALID_DAYS = 30

/** One closing of a ticket: the last message that had been said when it was written. A later closing is another one. */
export type Closing = { ticketId: TicketId; after: number }

type Uses = Pick<Settings, "secret" | "publicUrl">

/** Null where there are no public pages to link to. The paths are those of adapters/web/public/pages/closing.ts. */
export function closingLinks(
  { secret, publicUrl }: Uses,
  { ticketId, after }: Closing,
  now: Date,
): { oui: string; non: string } | null {
  if (!publicUrl) return null
  const expiresAt = new Date(now.getTime() + VALID_DAYS * DAY)
  const token = signLink(secret, { purpose: PURPOSE, subject: `${ticketId} ${after}`, expiresAt })
  return { oui: `${publicUrl}suite/oui/${token}`, non: `${publicUrl}suite/non/${token}` }
}

export function readClosing(
  { secret }: Pick<Settings, "secret">,
  token: string,
  now: Date,
): Closing | "expired" | "forged" {
  const read = readLink(secret, PURPOSE, token, now)
  if (read.kind !== "valid") return read.kind
  const [ticketId = 0, after = 0] = read.subject.split(" ").map(Number)
  return { ticketId, after }
}
