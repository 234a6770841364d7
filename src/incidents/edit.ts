// What members do with incidents: declare one, say which tickets are in it, write its banner, close it.

import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import { type Member, mayAnswer } from "../people/member.ts"
import type { Transaction } from "../store.ts"
import type { Ticket, TicketId } from "../tickets/ticket.ts"
import { french, NEW, NONE } from "./french.ts"
import type { Incident } from "./store.ts"

const MAX_TITLE = 100
const MAX_BANNER = 500
const MOST_NUMBERS = 50

type Uses = Pick<Needs, "store" | "clock">

/** *Incident*, on a ticket's card. */
export async function askIncident(needs: Uses, id: TicketId, member: Member): Promise<Answer> {
  await refuseReaders(needs, member)
  const open = await needs.store.openIncidents()
  const link = await needs.store.incidentOf(id)
  const current = open.find(({ id: known }) => known === link?.incidentId && !link?.isOut)
  return { kind: "form", form: french.ticketForm(id, open, current?.id ?? null) }
}

export async function setIncident(
  needs: Uses,
  id: TicketId,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  await refuseReaders(needs, member)
  const wanted = values.incident ?? ""
  if (wanted === NONE) {
    await needs.store.transaction((tx) => takeOut(needs, tx, id, member))
    return { kind: "done", text: french.left }
  }
  const typed = wanted === NEW ? typedIn(values) : null
  const incident = await needs.store.transaction(async (tx) => {
    const ticket = await tx.lockTicket(id)
    if (!ticket) throw new UserError(french.unknownNumbers([`#${id}`]))
    const chosen = typed
      ? await declare(needs, tx, ticket, typed, values.key ?? "")
      : await openOne(tx, Number(wanted))
    await putIn(needs, tx, ticket, chosen, member)
    return chosen
  })
  return { kind: "done", text: french.joined(incident) }
}

/** *Modifier l’incident* */
export async function askToEdit(needs: Uses, id: number, member: Member): Promise<Answer> {
  await refuseReaders(needs, member)
  return { kind: "form", form: french.editForm(await known(needs, id)) }
}

export async function editIncident(
  needs: Uses,
  id: number,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  await refuseReaders(needs, member)
  const typed = typedIn(values)
  const [added, removed] = [numbersIn(values.add), numbersIn(values.remove)]
  await needs.store.transaction(async (tx) => {
    for (const ticketId of [...added, ...removed].sort((a, b) => a - b)) {
      const ticket = await tx.lockTicket(ticketId)
      if (!ticket) throw new UserError(french.unknownNumbers([String(ticketId)]))
    }
    const incident = await tx.lockIncident(id)
    if (!incident) throw new UserError(french.noSuchIncident)
    for (const ticketId of added) {
      const ticket = await tx.ticket(ticketId)
      if (ticket) await putIn(needs, tx, ticket, incident, member)
    }
    for (const ticketId of removed) {
      const link = await tx.incidentOf(ticketId)
      if (link?.incidentId === id) await takeOut(needs, tx, ticketId, member)
    }
    await changeIncident(needs, tx, { ...incident, ...typed }, member, "incident changed")
  })
  return { kind: "done", text: french.saved(id) }
}

export async function refuseReaders({ store, clock }: Uses, member: Member): Promise<void> {
  if (mayAnswer(member)) return
  const line = { ticketId: null, memberId: member.id, at: clock(), what: "refused", detail: {} }
  await store.transaction((tx) => tx.record(line))
  throw new UserError(french.readersCannot)
}

/** Written with its line of journal, and redrawn. */
export async function changeIncident(
  { clock }: Uses,
  tx: Transaction,
  incident: Incident,
  member: Member,
  what: string,
): Promise<void> {
  await tx.saveIncident(incident)
  const line = { ticketId: null, memberId: member.id, at: clock(), what }
  await tx.record({ ...line, detail: { incident: incident.id, title: incident.title } })
  await tx.enqueue("incident.announce", { incidentId: incident.id })
}

async function declare(
  { clock }: Uses,
  tx: Transaction,
  { id, category }: Ticket,
  typed: { title: string; banner: string },
  formKey: string,
): Promise<Incident> {
  const openedAt = clock()
  const key = formKey ? `declared ${formKey}` : `declared on ${id} at ${openedAt.toISOString()}`
  const incident = await tx.openIncident({ ...typed, key, category, because: "", openedAt })
  if (incident) return incident
  // The same form, delivered again.
  const link = await tx.incidentOf(id)
  return openOne(tx, link?.incidentId ?? 0)
}

async function openOne(tx: Transaction, id: number): Promise<Incident> {
  const incident = await tx.lockIncident(id)
  if (!incident) throw new UserError(french.noSuchIncident)
  if (incident.closedAt) throw new UserError(french.isClosed)
  return incident
}

/** A ticket is in one incident: the card of the one that it leaves says so too. */
async function putIn(
  { clock }: Uses,
  tx: Transaction,
  { id: ticketId }: Ticket,
  incident: Incident,
  member: Member,
): Promise<void> {
  const before = await tx.incidentOf(ticketId)
  if (before && !before.isOut && before.incidentId === incident.id) return
  const at = clock()
  await tx.linkTicket(ticketId, incident.id, at, true)
  const line = { ticketId, memberId: member.id, at, what: "joined an incident" }
  await tx.record({ ...line, detail: { incident: incident.id } })
  await tx.enqueue("ticket.announce", { ticketId })
  await tx.enqueue("incident.announce", { incidentId: incident.id })
  if (before) await tx.enqueue("incident.announce", { incidentId: before.incidentId })
}

async function takeOut(
  { clock }: Uses,
  tx: Transaction,
  ticketId: TicketId,
  member: Member,
): Promise<void> {
  const link = await tx.incidentOf(ticketId)
  if (!link || link.isOut) return
  await tx.unlinkTicket(ticketId)
  const line = { ticketId, memberId: member.id, at: clock(), what: "left an incident" }
  await tx.record({ ...line, detail: { incident: link.incidentId } })
  await tx.enqueue("ticket.announce", { ticketId })
  await tx.enqueue("incident.announce", { incidentId: link.incidentId })
}

async function known({ store }: Uses, id: number): Promise<Incident> {
  const incident = await store.incident(id)
  if (!incident) throw new UserError(french.noSuchIncident)
  return incident
}

function typedIn(values: Record<string, string>): { title: string; banner: string } {
  const title = (values.title ?? "").replace(/\s+/g, " ").trim()
  const banner = (values.banner ?? "").trim()
  if (!title || title.length > MAX_TITLE) throw new UserError(french.titleMissing(MAX_TITLE))
  if (banner.length > MAX_BANNER) throw new UserError(french.bannerTooLong(MAX_BANNER))
  return { title, banner }
}

/** « 12, #15 » */
function numbersIn(typed = ""): TicketId[] {
  const words = typed.split(/[\s,;]+/).filter(Boolean)
  const wrong = words.filter((word) => !/^#?\d{1,9}$/.test(word))
  if (wrong.length > 0 || words.length > MOST_NUMBERS) {
    throw new UserError(french.unknownNumbers(wrong.slice(0, 5)))
  }
  return [...new Set(words.map((word) => Number(word.replace("#", ""))))]
}
