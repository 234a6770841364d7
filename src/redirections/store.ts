import type { TicketId } from "../tickets/ticket.ts"
import type { Office } from "./office.ts"

export type OfficeStore = {
  /** Once for each text: what the team edited since stays. */
  seedOffice(office: { textId: string; name: string; categories: string[] }): Promise<void>
  /** Those in use, the oldest first. */
  offices(): Promise<Office[]>
  /** In use or not. */
  office(id: number): Promise<KnownOffice | null>
  addOffice(office: Omit<KnownOffice, "id">): Promise<void>
  saveOffice(office: KnownOffice): Promise<void>
}

export type KnownOffice = Office & { isActive: boolean }

/** A request passed on to another service, from its preview on. */
export type Passing = {
  id: number
  officeId: number
  /** Of the service, as they were then. */
  name: string
  address: string
  /** What the requester is told once it has left; "": nothing. */
  toRequester: string
  passedAt: Date | null
  answeredAt: Date | null
  remindedAt: Date | null
  reminders: number
}

export type PassingStore = {
  keepPassing(
    passing: Pick<Passing, "officeId" | "name" | "address" | "toRequester">,
  ): Promise<number>
  passing(id: number): Promise<Passing | null>
  lockPassing(id: number): Promise<Passing | null>
  savePassing(passing: Passing): Promise<void>
  /** Of the mails that this ticket holds: those that really left. */
  passingsOf(ticketId: TicketId): Promise<Passing[]>
  /** Where the mail of a passing is now. */
  ticketOfPassing(id: number): Promise<TicketId | null>
  /** Without an answer, passed on before one instant, not recalled since the other; of tickets that are not closed. */
  unansweredPassings(
    before: { passed: Date; reminded: Date },
    most: number,
  ): Promise<{ id: number; passedAt: Date }[]>
}
