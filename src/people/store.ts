import type { Member } from "./member.ts"

export type PeopleStore = {
  member(id: number): Promise<Member | null>
  /** Whose account that is on a platform. */
  memberByIdentity(chat: string, externalId: string): Promise<Member | null>
  /** An account that was another member's becomes theirs. */
  linkIdentity(chat: string, externalId: string, memberId: number): Promise<void>
  memberByAddress(address: string): Promise<Member | null>
  /** Was a member, and no longer is. */
  hasLeft(address: string): Promise<boolean>
  members(): Promise<Member[]>
  /** Known by address: a second time updates name, service and role, unless the console changed them since. */
  keepMember(member: Omit<Member, "id">): Promise<Member>
}
