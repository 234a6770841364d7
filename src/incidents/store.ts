import type { Status, TicketId } from "../tickets/ticket.ts"

/** Several people have the same trouble. */
export type Incident = {
  id: number
  title: string
  /** Why the bot found its tickets alike; "": a member declared it. */
  because: string
  category: string | null
  /** What acknowledgements say while it is open; "": nothing. */
  banner: string
  openedAt: Date
  closedAt: Date | null
  version: number
}

export type NewIncident = Omit<Incident, "id" | "closedAt" | "version"> & { key: string }

/** A ticket, as it is compared with others. */
export type Around = {
  id: TicketId
  address: string
  subject: string
  /** What they wrote first, or its beginning. */
  text: string
  /** It is in an incident, or was taken out of one. */
  isLinked: boolean
}

/** A ticket of an incident. */
export type Linked = {
  id: TicketId
  subject: string
  status: Status
  requester: { name: string; address: string }
}

/** All that an incident's card says. */
export type IncidentView = {
  incident: Incident
  /** How many it has, how many of them are not closed, and the first ones. */
  count: number
  left: number
  tickets: Linked[]
  reply: GroupReplyState | null
}

export type Outcome = "waiting" | "written" | "changed" | "closed"

export type GroupReplyState = GroupReply & { recipients: Recipient[] }

export type Recipient = { ticketId: TicketId; lastMessageId: number; outcome: Outcome }

export type Answerable = Omit<Recipient, "outcome"> & { address: string }

/** One text for all, from its preview on. */
export type GroupReply = {
  id: number
  incidentId: number
  memberId: number
  text: string
  closesTickets: boolean
  /** Null: previewed only. */
  sendAt: Date | null
  startedAt: Date | null
  cancelledAt: Date | null
}

export type IncidentStore = {
  /** Null when one has that key already. */
  openIncident(incident: NewIncident): Promise<Incident | null>
  incident(id: number): Promise<Incident | null>
  lockIncident(id: number): Promise<Incident | null>
  /** Its card is to be redrawn. */
  saveIncident(incident: Incident): Promise<void>
  /** The latest first. */
  openIncidents(): Promise<Incident[]>
  incidentView(id: number): Promise<IncidentView | null>
  /** The card shows that version. */
  noteDrawn(id: number, version: number): Promise<void>
  undrawnIncidents(most: number): Promise<number[]>
}

export type IncidentTicketStore = {
  /** Tickets of that category that came within that time of it, the nearest first; with itself. */
  ticketsAround(id: TicketId, category: string, within: number): Promise<Around[]>
  /** A few tickets of each open incident of that category. */
  openIncidentsLike(category: string): Promise<{ incidentId: number; tickets: Around[] }[]>
  /** Null: in none. `isOut`: a member took it out. */
  incidentOf(ticketId: TicketId): Promise<{ incidentId: number; isOut: boolean } | null>
  /** False when it is in one, or was taken out of one, unless `isMoved`: a member says so. */
  linkTicket(ticketId: TicketId, incidentId: number, at: Date, isMoved: boolean): Promise<boolean>
  unlinkTicket(ticketId: TicketId): Promise<void>
  ticketsIn(incidentId: number): Promise<TicketId[]>
  hasMoreThan(incidentId: number, count: number): Promise<boolean>
  /** Of the open incident that it is in; "" otherwise. */
  bannerFor(ticketId: TicketId): Promise<string>
}

export type GroupReplyStore = {
  keepGroupReply(
    reply: Pick<GroupReply, "incidentId" | "memberId" | "text" | "closesTickets">,
    recipients: Pick<Recipient, "ticketId" | "lastMessageId">[],
  ): Promise<number>
  groupReply(id: number): Promise<GroupReplyState | null>
  lockGroupReply(id: number): Promise<GroupReply | null>
  saveGroupReply(reply: GroupReply): Promise<void>
  noteOutcome(replyId: number, ticketId: TicketId, outcome: Outcome): Promise<void>
  /** The last message of each ticket that is not closed and can be answered. */
  answerable(incidentId: number): Promise<Answerable[]>
}
