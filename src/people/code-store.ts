import type { Code, NewCode } from "./code.ts"
import type { Member } from "./member.ts"

export type CodeStore = {
  /**
   * How many were asked for since, by that account and for that address. Others who count wait until the transaction
   * ends: of a hundred at once, each is counted.
   */
  codesSince(since: Date, by: CodeFor): Promise<{ byAccount: number; forAddress: number }>
  /** The same key gives the code that is there, and `isNew` false. */
  addCode(code: NewCode, key: string): Promise<{ id: number; isNew: boolean }>
  code(id: number): Promise<Code | null>
  /** Nobody else tries it until the transaction ends. */
  lockCode(id: number): Promise<Code | null>
  keepHash(id: number, hash: string): Promise<void>
  /** What a try changes. */
  saveTry(code: Code): Promise<void>
  /** Codes asked for, and sessions that ended, before that. */
  forgetAccess(before: Date): Promise<void>
}

export type CodeFor = Pick<Code, "chat" | "externalId" | "address">

/** Who has the console open, when it is open to the network. */
export type SessionStore = {
  startSession(memberId: number, now: Date, expiresAt: Date): Promise<string>
  /** Null: unknown, ended, expired, or no longer of the team. */
  memberOfSession(id: string, now: Date): Promise<Member | null>
  endSession(id: string, now: Date): Promise<void>
  endSessionsOf(memberId: number, now: Date): Promise<void>
}
