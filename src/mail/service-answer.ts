import type { Needs } from "../needs.ts"
import type { Passing } from "../redirections/store.ts"
import type { Transaction } from "../store.ts"
import type { Ticket } from "../tickets/ticket.ts"
import type { IncomingMail } from "./incoming.ts"
import { messagesNamedIn, passingsAddressedBy } from "./thread.ts"

type Uses = Pick<Needs, "settings">

/**
 * Whether a mail of this ticket is the answer of a service that the request was passed on to: by our token, by our
 * sub-address, or by the service's own address. What the requester writes is theirs, whatever it answers.
 */
export async function answeredPassing(
  needs: Uses,
  tx: Transaction,
  mail: IncomingMail,
  ticket: Ticket,
): Promise<Passing | null> {
  const isTheirs = mail.from?.address.toLowerCase() === ticket.requester.address
  return isTheirs ? null : passingNamedBy(needs, tx, mail, ticket, [])
}

/** The same of a machine's mail, which may quote ours: a delivery report says nothing of the requester's address then. */
export async function passingNamedBy(
  { settings: { secret } }: Uses,
  tx: Transaction,
  { from, inReplyTo, references, to, cc }: IncomingMail,
  ticket: Ticket,
  quoted: string[],
): Promise<Passing | null> {
  const passings = await tx.passingsOf(ticket.id)
  if (passings.length === 0) return null
  const [named] = messagesNamedIn(secret, [...inReplyTo, ...references.toReversed(), ...quoted])
  const answered = named ? await tx.message(named) : null
  const recipients = [...to, ...cc].map(({ address }) => address.toLowerCase())
  const ids = [answered?.passingId, ...passingsAddressedBy(secret, recipients)]
  const writer = from?.address.toLowerCase() ?? ""
  return (
    passings.findLast(({ id }) => ids.includes(id)) ??
    passings.findLast(({ address }) => address === writer) ??
    null
  )
}

/** What a delivery report holds of the mail that failed, and with it our token. */
export function quotedIn({ text, attachments }: IncomingMail): string[] {
  const whole = attachments
    .filter(({ type }) => /^(message|text)\/(rfc822|rfc822-headers|global)/.test(type))
    .map(({ content }) => Buffer.from(content).toString("latin1"))
  return [text, ...whole]
}
