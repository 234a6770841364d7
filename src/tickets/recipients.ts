import type { StoredMail } from "../mail/store.ts"
import type { Ticket } from "./ticket.ts"

/** To whom an answer may go: the requester first; the others are proposed, never ticked. */
export type Recipients = { to: string[]; cc: string[] }

/** A Reply-To elsewhere than From is shown beside it, and never believed by itself. */
export function recipientsOf(ticket: Ticket, mails: StoredMail[], own: string[]): Recipients {
  const people = mails.filter(({ automatic, folder }) => !automatic && folder === "inbox")
  const isTheirs = (address: string) => address !== "" && !own.includes(withoutDetail(address))
  const to = [
    ticket.requester.address,
    ...people.flatMap(({ replyTo, from }) => [replyTo, from.address]),
  ]
  const cc = people.flatMap((mail) => [...mail.to, ...mail.cc, mail.from.address])
  const writers = [...new Set(to)].filter(isTheirs)
  return {
    to: writers,
    cc: [...new Set(cc)].filter(
      (address) => isTheirs(address) && address !== ticket.requester.address,
    ),
  }
}

/** `assistance+t12.token@…` is ours too. */
function withoutDetail(address: string): string {
  return address.replace(/\+[^@]*(?=@)/, "")
}
