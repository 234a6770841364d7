import type { Member } from "./member.ts"

export type PeopleStore = {
  member(id: number): Promise<Member | null>
  memberByAddress(address: string): Promise<Member | null>
  members(): Promise<Member[]>
  /** Known by address: a second time updates name, service and role. */
  keepMember(member: Omit<Member, "id">): Promise<Member>
}
