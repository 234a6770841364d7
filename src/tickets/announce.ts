import { mailboxSettings, type Needs } from "../needs.ts"
import { domainVerdict } from "../people/domain.ts"
import { labelIn } from "../triage/categories.ts"
import { type TicketView, ticketCard } from "./card.ts"
import { isPrefilled, proposedIds } from "./prefill.ts"
import type { Drawing } from "./store.ts"
import type { TicketId } from "./ticket.ts"

const MAX_TURNS = 5
const CLOCKS_DIFFER = 5 * 60_000 // the mail server's and ours

type Uses = Pick<
  Needs,
  "store" | "team" | "settings" | "lexicon" | "faq" | "clock" | "redirections" | "llm"
>

/**
 * The ticket's card, in every place of the team, redrawn whole from state. A chat that is down is owed it, and shows it as
 * it is then when it is back.
 */
export async function announceTicket(needs: Uses, id: TicketId): Promise<void> {
  let shown = ""
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const drawing = await needs.store.drawing(id)
    if (!drawing) return
    const [view, now] = [viewOf(needs, drawing), needs.clock()]
    const card = ticketCard(view, now)
    // A job that was overtaken must not leave its older card: it looks again, once shown.
    if (JSON.stringify(card) === shown) return
    const { busy } = await needs.team.show({
      key: `ticket ${id}`,
      draw: (chat) => ticketCard(view, now, needs.settings.cardDetail[chat]),
      ticketId: id,
    })
    if (busy.length > 0)
      throw new Error(`another copy shows the card of ticket ${id}, perhaps an older one`)
    shown = JSON.stringify(card)
  }
}

export function viewOf(
  {
    settings,
    lexicon,
    faq,
    redirections,
    llm,
  }: Pick<Needs, "settings" | "lexicon" | "faq" | "redirections" | "llm">,
  {
    ticket,
    assignee,
    messages,
    mails,
    earlier,
    passings,
    offices,
    incident,
    automaticAnswer,
  }: Drawing,
): TicketView {
  const people = mails.filter(({ automatic, folder }) => !automatic && folder === "inbox")
  const first = people[0]
  const original = first?.forwarded?.from
  return {
    ticket,
    label: mailboxSettings(settings, ticket.mailbox).label,
    categoryLabel: ticket.category && labelIn(lexicon, ticket.category),
    proposedLabel: ticket.triage && labelIn(lexicon, ticket.triage.category),
    assignee,
    messages,
    answers: isPrefilled(ticket, messages)
      ? proposedIds(ticket).flatMap((entryId) => faq.entry(entryId) ?? [])
      : [],
    hasLlm: llm !== null,
    attachments: people.flatMap(({ attachments }) => attachments),
    earlier,
    ...{ passings, offices, redirections, incident, automaticAnswer },
    unreachedServices: mails.flatMap(({ automatic, passingId }) =>
      automatic === "bounce" && passingId ? [passingId] : [],
    ),
    verdict: domainVerdict(ticket.requester.address, settings.publicServiceDomains),
    automatic: mails.flatMap(({ automatic }) => automatic ?? []),
    isUnreachable: isUnreachable({ ticket, mails, messages }),
    forwardedFrom: original ? original.name || original.address : null,
    replyTo: first?.replyTo && first.replyTo !== first.from.address ? first.replyTo : null,
  }
}

/** A delivery report came; neither did they write since, nor was their address corrected. */
function isUnreachable({
  ticket: { requester },
  mails,
  messages,
}: Pick<Drawing, "ticket" | "mails" | "messages">): boolean {
  const bounce = mails.findLast(({ automatic, passingId }) => automatic === "bounce" && !passingId)
  if (!bounce) return false
  const wroteSince = mails.some(
    ({ id, automatic, from }) => id > bounce.id && !automatic && from.address === requester.address,
  )
  const written = messages.find(({ outgoing }) => outgoing?.to.includes(requester.address))
  const lastMoment = bounce.receivedAt.getTime() + CLOCKS_DIFFER
  return !wroteSince && written !== undefined && written.at.getTime() <= lastMoment
}
