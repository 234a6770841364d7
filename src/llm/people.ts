import type { Needs } from "../needs.ts"
import { type Hiding, hidingOf } from "../privacy/personal-data.ts"
import type { Ticket } from "../tickets/ticket.ts"

/** Hides those who take part in a request, and the team. `ours`: a text whose words name nobody. */
export async function hidingFor(
  { store, settings }: Pick<Needs, "store" | "settings">,
  { id, requester }: Ticket,
  ours: string,
): Promise<Hiding> {
  const mails = await store.mailsOfTicket(id)
  const people = [
    requester,
    ...(await store.members()),
    ...mails.flatMap(({ from, forwarded }) => (forwarded?.from ? [from, forwarded.from] : [from])),
    ...mails.flatMap(({ to, cc }) => [...to, ...cc].map((address) => ({ name: "", address }))),
  ]
  const own = settings.mailboxes.map(({ address }) => address)
  const common = new Set(ours.toLowerCase().match(/[\p{L}’'-]+/gu))
  return hidingOf(
    people.filter(({ address }) => !own.includes(address)),
    (word) => common.has(word.toLowerCase()),
  )
}
