import { header, type IncomingMail } from "./incoming.ts"
import { splitPrefix } from "./subject-prefix.ts"

type Mail = Pick<IncomingMail, "contentType" | "partTypes" | "headers" | "subject">

export type ReportKind = "bounce" | "feedback report" | "read receipt"

/** The kinds of RFC 6522 reports: delivery (3464), disposition (8098), abuse feedback (5965). */
const KINDS = [
  { kind: "read receipt", type: /^message\/(?:global-)?disposition-notification$/ },
  { kind: "feedback report", type: /^(?:message\/feedback-report|application\/tlsrpt\+)/ },
  { kind: "bounce", type: /^message\/(?:global-)?delivery-status$/ },
] as const

export function reportKind(mail: Mail): ReportKind | null {
  const kind = KINDS.find(({ type }) => ownParts(mail).some((part) => type.test(part)))?.kind
  if (mail.contentType === "multipart/report") return kind ?? declaredKind(mail)
  // Some servers send the parts of a report without calling it one. So does whoever forwards it.
  return kind && splitPrefix(mail.subject).prefix === null ? kind : null
}

function declaredKind(mail: Mail): ReportKind {
  const type = header(mail, "content-type").slice(0, 1_000)
  if (/disposition-notification/i.test(type)) return "read receipt"
  return /feedback-report/i.test(type) ? "feedback report" : "bounce"
}

/** The parts of this mail: those after a message/rfc822 may belong to the mail attached. */
function ownParts({ partTypes }: Mail): string[] {
  const attached = partTypes.indexOf("message/rfc822")
  return attached < 0 ? partTypes : partTypes.slice(0, attached)
}
