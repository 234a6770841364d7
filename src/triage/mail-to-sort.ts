import { domainVerdict } from "../people/domain.ts"
import type { MailToSort } from "./reading.ts"
import type { Opening } from "./store.ts"

/** The mail that opened the ticket. The team made a request of it: whatever it looks like, no machine wrote it. */
export function mailToSort({ ticket, mail, text }: Opening, publicDomains: string[]): MailToSort {
  const { requester } = ticket
  return {
    from: requester,
    verdict: domainVerdict(requester.address, publicDomains),
    subject: ticket.subject,
    written: mail?.written ?? text,
    signature: mail?.signature ?? "",
    older: mail?.forwarded?.text || mail?.quoted || "",
    olderFrom: mail?.forwarded?.from ?? null,
    isMachine: false,
    sentAt: ticket.openedAt,
  }
}
