import type { IncomingMail } from "./incoming.ts"

/** Why a mail is taken for a machine's: a delivery report, an absence, a list, a read receipt… */
export type AutomaticReason =
  | "bounce"
  | "feedback report"
  | "absence"
  | "list or bulk"
  | "read receipt"
  | "calendar answer"
  | "challenge"
  | "automatic"

export function automaticReason(_mail: IncomingMail): AutomaticReason | null {
  return null
}
