import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import { type Member, mayAnswer } from "../people/member.ts"
import { french } from "./french.ts"

/** Told to that person alone, and journaled. */
export async function refuseReaders(
  { store, clock }: Pick<Needs, "store" | "clock">,
  member: Member,
): Promise<void> {
  if (mayAnswer(member)) return
  const line = { ticketId: null, memberId: member.id, at: clock(), what: "refused", detail: {} }
  await store.transaction((tx) => tx.record(line))
  throw new UserError(french.readersCannot)
}
