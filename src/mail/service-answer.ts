import type { Needs } from "../needs.ts"
import type { Passing } from "../redirections/store.ts"
import type { Transaction } from "../store.ts"
import type { Ticket } from "../tickets/ticket.ts"
import type { IncomingMail } from "./incoming.ts"
import { messagesNamedIn, passingsAddressedBy } from "./thread.ts"

/**
 * Whether a mail of this ticket is the answer of a service that the request was passed on to: by our token, by our
 * sub-address, or by the service's own address. What the requester writes is theirs, whatever it answers.
 */
export async function answeredPassing(
  { settings }: Pick<Needs, "settings">,
  tx: Transaction,
  { from, inReplyTo, references, to, cc }: IncomingMail,
  ticket: Ticket,
): Promise<Passing | null> {
  const writer = from?.address.toLowerCase() ?? ""
  if (writer === ticket.requester.address) return null
  const passings = await tx.passingsOf(ticket.id)
  if (passings.length === 0) return null
  const named = messagesNamedIn(settings.secret, [...inReplyTo, ...references])
  const answered = await Promise.all(named.map((id) => tx.message(id)))
  const ids = [
    ...answered.flatMap((message) => message?.passingId ?? []),
    ...passingsAddressedBy(
      settings.secret,
      [...to, ...cc].map(({ address }) => address.toLowerCase()),
    ),
  ]
  return (
    passings.findLast(({ id }) => ids.includes(id)) ??
    passings.findLast(({ address }) => address === writer) ??
    null
  )
}
