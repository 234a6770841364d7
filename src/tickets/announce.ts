import type { Card } from "../card.ts"
import type { StoredMail } from "../mail/store.ts"
import { mailboxSettings, type Needs } from "../needs.ts"
import { domainVerdict } from "../people/domain.ts"
import type { Chat } from "../ports.ts"
import { type TicketView, ticketCard } from "./card.ts"
import type { Message, Ticket, TicketId } from "./ticket.ts"

const MAX_TURNS = 5
const CLOCKS_DIFFER = 5 * 60_000 // the mail server's and ours

type Uses = Pick<Needs, "store" | "chats" | "settings" | "lexicon" | "clock">

/**
 * The ticket's card, the same on every chat of the team, redrawn whole from state. A chat that fails does not keep
 * the others from showing it; the job is tried again for it.
 */
export async function announceTicket(needs: Uses, id: TicketId): Promise<void> {
  let shown = ""
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const ticket = await needs.store.ticket(id)
    if (!ticket) return
    const card = ticketCard(await viewOf(needs, ticket), needs.clock())
    // A job that was overtaken must not leave its older card: it looks again, once shown.
    if (JSON.stringify(card) === shown) return
    await showEverywhere(needs, card, id)
    shown = JSON.stringify(card)
  }
}

async function showEverywhere(needs: Uses, card: Card, id: TicketId): Promise<void> {
  const key = `ticket ${id}`
  const results = await Promise.allSettled(
    needs.chats.map(async ({ chat, place }) => {
      try {
        await show(needs, chat, place, card, key, id)
        await needs.store.noteChat(chat.name, needs.clock(), null)
      } catch (error) {
        await needs.store.noteChat(chat.name, needs.clock(), String(error))
        throw error
      }
    }),
  )
  const failures = results.flatMap((result) =>
    result.status === "rejected" ? [result.reason] : [],
  )
  if (failures.length > 0)
    throw new AggregateError(failures, `the card of ticket ${id} was not shown everywhere`)
}

async function show(
  { store }: Uses,
  chat: Chat,
  place: string,
  card: Card,
  key: string,
  ticketId: TicketId,
): Promise<void> {
  const ref = await store.posting(chat.name, place, key)
  if (ref) return chat.update(ref, card)
  const posted = await chat.post(place, card, key)
  await store.savePosting({ chat: chat.name, place, key, ref: posted, ticketId })
}

async function viewOf({ store, settings, lexicon }: Uses, ticket: Ticket): Promise<TicketView> {
  const [mails, messages, earlier, assignee] = await Promise.all([
    store.mailsOfTicket(ticket.id),
    store.messages(ticket.id),
    store.earlierTickets(ticket.requester.address, ticket.id),
    ticket.assigneeId ? store.member(ticket.assigneeId) : null,
  ])
  const people = mails.filter(({ automatic, folder }) => !automatic && folder === "inbox")
  const first = people[0]
  const original = first?.forwarded?.from
  const category = lexicon.categories.find(({ id }) => id === ticket.category)
  return {
    ticket,
    label: mailboxSettings(settings, ticket.mailbox).label,
    categoryLabel: category?.label ?? null,
    assignee: assignee?.name ?? null,
    messages: messages.filter(({ kind }) => kind !== "note"),
    attachments: people.flatMap(({ attachments }) =>
      attachments.filter(({ isInline }) => !isInline),
    ),
    earlier,
    verdict: domainVerdict(ticket.requester.address, settings.publicServiceDomains),
    automatic: mails.flatMap(({ automatic }) => automatic ?? []),
    isUnreachable: isUnreachable(ticket, mails, messages),
    forwardedFrom: original ? original.name || original.address : null,
    replyTo: first?.replyTo && first.replyTo !== first.from.address ? first.replyTo : null,
  }
}

/** A delivery report came; neither did they write since, nor was their address corrected. */
function isUnreachable({ requester }: Ticket, mails: StoredMail[], messages: Message[]): boolean {
  const bounce = mails.findLast(({ automatic }) => automatic === "bounce")
  if (!bounce) return false
  const wroteSince = mails.some(
    ({ id, automatic, from }) => id > bounce.id && !automatic && from.address === requester.address,
  )
  const written = messages.find(({ outgoing }) => outgoing?.to.includes(requester.address))
  const lastMoment = bounce.receivedAt.getTime() + CLOCKS_DIFFER
  return !wroteSince && written !== undefined && written.at.getTime() <= lastMoment
}
