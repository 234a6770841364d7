import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import { french } from "./french.ts"
import type { Member } from "./member.ts"

type Uses = Pick<Needs, "store" | "clock">

/** The team and its places are the administrators': others are refused, alone, and it is written down. */
export function refuseOthers({ store, clock }: Uses, member: Member, asked: string): Promise<void> {
  if (member.role === "administrator") return Promise.resolve()
  const line = { ticketId: null, memberId: member.id, at: clock(), what: "refused" }
  return store
    .transaction((tx) => tx.record({ ...line, detail: { asked } }))
    .then(() => {
      throw new UserError(french.administratorsOnly)
    })
}

/** What a button is about when no number names it: an account, a place. It has no ":", which separates. */
export function pairId(chat: string, id: string): string {
  return encodeURIComponent(`${chat}/${id}`)
}

/** Null: not what `pairId` wrote. */
export function pairOf(text: string): [chat: string, id: string] | null {
  try {
    const [, chat, id] = /^([a-z]+)\/(.+)$/s.exec(decodeURIComponent(text)) ?? []
    return chat && id ? [chat, id] : null
  } catch {
    return null
  }
}
