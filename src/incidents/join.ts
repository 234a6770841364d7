import type { Needs } from "../needs.ts"
import type { Transaction } from "../store.ts"
import type { Ticket, TicketId } from "../tickets/ticket.ts"
import { labelIn } from "../triage/categories.ts"
import { french } from "./french.ts"
import { areAlike, saidIn, sharedWords } from "./likeness.ts"
import type { Around } from "./store.ts"

const HOUR = 3_600_000
const WITHIN = 2 * HOUR
/** What was read late is no longer happening. */
const TOO_OLD = 24 * HOUR
const FEWEST_PEOPLE = 3
/** Of these nobody is to be told that it is being mended. */
const NEVER = ["indesirable", "hors-perimetre"]
/** Beyond, its card is redrawn each minute: a flood of mails must not be a flood of redraws. */
const DRAWN_AT_ONCE = 10

type Uses = Pick<Needs, "store" | "clock" | "lexicon">

/**
 * Before a ticket is acknowledged: the open incident that it resembles takes it in, or it is the third of three people who
 * write the same within two hours, and makes one. A ticket is looked at as often as one likes: it is in one incident.
 */
export async function joinIncident(needs: Uses, ticketId: TicketId): Promise<void> {
  const { store, clock } = needs
  const ticket = await store.ticket(ticketId)
  const category = ticket?.triage && ticket.category
  if (!category || NEVER.includes(category) || ticket.status === "closed" || ticket.mergedInto)
    return
  if (ticket.openedAt.getTime() < clock().getTime() - TOO_OLD) return
  const around = await store.ticketsAround(ticketId, category, WITHIN)
  const self = around.find(({ id }) => id === ticketId)
  if (!self || self.isLinked) return
  const said = saidIn(self)
  const isAlike = (other: Around) => areAlike(said, saidIn(other))

  for (const { incidentId, tickets } of await store.openIncidentsLike(category)) {
    if (tickets.some(isAlike) && (await join(needs, ticketId, incidentId))) return
  }
  const alike = around.filter((other) => other.id !== ticketId && !other.isLinked && isAlike(other))
  const all = [self, ...alike]
  if (countPeople(all) >= FEWEST_PEOPLE) await open(needs, ticket, category, all)
}

async function join(needs: Uses, ticketId: TicketId, incidentId: number): Promise<boolean> {
  return needs.store.transaction(async (tx) => {
    await tx.lockTicket(ticketId)
    const incident = await tx.lockIncident(incidentId)
    if (!incident || incident.closedAt) return false
    await link(needs, tx, ticketId, incidentId)
    await tx.saveIncident(incident)
    const isLarge = await tx.hasMoreThan(incidentId, DRAWN_AT_ONCE)
    if (!isLarge) await tx.enqueue("incident.announce", { incidentId })
    return true
  })
}

/** Copies that look at the same moment lock the tickets that they have in common: the second finds the first's incident. */
async function open(needs: Uses, ticket: Ticket, category: string, all: Around[]): Promise<void> {
  const ids = all.map(({ id }) => id).sort((a, b) => a - b)
  const met = await needs.store.transaction(async (tx) => {
    for (const id of ids) await tx.lockTicket(id)
    const links = await Promise.all(ids.map((id) => tx.incidentOf(id)))
    const known = links.find((known) => known && !known.isOut)
    if (known) return known.incidentId
    const incident = await tx.openIncident({
      ...{ key: `ticket ${ids[0]}`, category, banner: "", openedAt: needs.clock() },
      title: labelIn(needs.lexicon, category),
      because: french.alike(sharedWords(all.map(saidIn)), countPeople(all)),
    })
    if (!incident) return null
    for (const id of ids) await link(needs, tx, id, incident.id)
    await tx.enqueue("incident.announce", { incidentId: incident.id })
    return null
  })
  if (met) await join(needs, ticket.id, met)
}

async function link(
  { clock }: Uses,
  tx: Transaction,
  ticketId: TicketId,
  incidentId: number,
): Promise<void> {
  const at = clock()
  if (!(await tx.linkTicket(ticketId, incidentId, at, false))) return
  const line = { ticketId, memberId: null, at, what: "joined an incident" }
  await tx.record({ ...line, detail: { incident: incidentId } })
  await tx.enqueue("ticket.announce", { ticketId })
}

function countPeople(tickets: Around[]): number {
  return new Set(tickets.map(({ address }) => address).filter(Boolean)).size
}
