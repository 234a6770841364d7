import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import type { Transaction } from "../store.ts"
import { refuseReaders } from "./change.ts"
import { french } from "./french.ts"
import type { Merge, TicketState } from "./merge-store.ts"
import { tellNews } from "./news.ts"
import { newsSince } from "./since.ts"
import { answered, type Message, type Ticket, type TicketId } from "./ticket.ts"

const MAX_MERGES = 10

type Uses = Pick<Needs, "store" | "clock">

/**
 * *Défaire la fusion*: what was moved comes back to where it was, wherever further merges took it. What came since stays,
 * and whoever undoes it is told.
 */
export async function unmergeTicket(needs: Uses, id: TicketId, member: Member): Promise<Answer> {
  await refuseReaders(needs, member, id)
  const text = await needs.store.transaction(async (tx) => {
    const [from, ...others] = await lockMerges(tx, id)
    if (!from) throw new UserError(french.noSuchTicket(id))
    const root = others.at(-1)
    if (!root) return french.apart(id, null, []) // it was so already
    const merge = await tx.merge(id)
    if (!merge) throw new UserError(french.cannotUnmerge)
    await tx.moveTicketContentsBack(id, root.id)
    await tx.keepMerge(id, null)
    await tx.saveTicket(asBefore(from, merge, await tx.messages(id)))
    const news =
      merge.into === root.id ? newsSince(await tx.messages(root.id), merge.lastMessageId) : []
    // Whatever happened to it since is for people to say.
    const isAsAfter = news.length === 0 && isSame(root, merge.after)
    if (merge.into === root.id && isAsAfter)
      await tx.saveTicket({ ...root, ...stateFor(root, merge.target) })

    const line = { memberId: member.id, at: needs.clock() }
    await tx.record({ ...line, ticketId: id, what: "merge undone", detail: { from: root.id } })
    await tx.record({ ...line, ticketId: root.id, what: "gave a merge back", detail: { to: id } })
    await tx.enqueue("ticket.announce", { ticketId: id })
    await tx.enqueue("ticket.announce", { ticketId: root.id })
    return french.apart(id, root.id, await tellNews(tx, news, false))
  })
  return { kind: "done", text }
}

/** The ticket, the one that it was merged into, and so on; locked in the order of their numbers, as merges are. */
async function lockMerges(tx: Transaction, id: TicketId): Promise<Ticket[]> {
  const path: TicketId[] = [id]
  for (let last = await tx.ticket(id); last?.mergedInto && path.length <= MAX_MERGES; ) {
    path.push(last.mergedInto)
    last = await tx.ticket(last.mergedInto)
  }
  const locked = new Map<TicketId, Ticket | null>()
  for (const one of path.toSorted((a, b) => a - b)) locked.set(one, await tx.lockTicket(one))
  const tickets = path.flatMap((one) => locked.get(one) ?? [])
  const isStill = tickets.every(({ mergedInto }, i) => mergedInto === (path[i + 1] ?? null))
  if (!isStill) throw new UserError(french.changedMeanwhile)
  return tickets
}

/** An answer that was waiting when they were merged may have left since. */
function asBefore(from: Ticket, merge: Merge, messages: Message[]): Ticket {
  const again = { ...from, ...stateFor(from, merge.from), mergedInto: null }
  const left = messages.findLast(
    ({ outgoing }) => outgoing && !outgoing.isAutomatic && (outgoing.sentAt ?? 0) > merge.at,
  )?.outgoing
  if (!left?.sentAt) return again
  return answered(again, left.sentAt, { closes: left.closesTicket, wroteSince: false })
}

/** It may have been taken meanwhile. */
function stateFor({ assigneeId }: Ticket, state: TicketState): TicketState {
  return state.status === "new" && assigneeId ? { ...state, status: "open" } : state
}

function isSame(ticket: Ticket, { waitingSince, closedAt, snoozedUntil }: TicketState): boolean {
  return (
    ticket.waitingSince?.getTime() === waitingSince?.getTime() &&
    ticket.closedAt?.getTime() === closedAt?.getTime() &&
    ticket.snoozedUntil?.getTime() === snoozedUntil?.getTime()
  )
}
