import type { TicketId } from "../tickets/ticket.ts"
import type { Member, Role } from "./member.ts"

/** What administrators change of the team. Who leaves stays in the database: the history carries their name. */
export type TeamStore = {
  /** Nobody else changes the team until the transaction ends. */
  lockTeam(): Promise<void>
  administrators(): Promise<number>
  /** Null: that address is a member's already. Who left comes back. */
  addMember(member: Omit<Member, "id">, now: Date): Promise<Member | null>
  changeRole(id: number, role: Role, now: Date): Promise<void>
  removeMember(id: number, now: Date): Promise<void>
  /** False: nobody's account. */
  unlinkIdentity(chat: string, externalId: string): Promise<boolean>
  unlinkIdentitiesOf(memberId: number): Promise<void>
  /** Not closed, and in charge of somebody who left. */
  ticketsOfLeavers(most: number): Promise<TicketId[]>
}
