import type { Card } from "../card.ts"
import type { CardDetail } from "../needs.ts"
import { french } from "./french.ts"
import type { IncidentView } from "./store.ts"

const MAX_LISTED = 15

/** `detail`: how much of their words it shows. */
export function incidentCard(view: IncidentView, detail: CardDetail = "full"): Card {
  const { incident, count, left, reply } = view
  const title = french.name(incident)
  const isOpen = incident.closedAt === null
  const badge = isOpen ? french.badges.open : french.badges.closed
  const field = (label: string, text: string) => (text ? [{ label, text }] : [])
  const isWaiting = reply?.sendAt && !reply.startedAt && !reply.cancelledAt
  return {
    fallback: `${title} (${badge.toLowerCase()}, ${french.size(count)})`,
    ...{ title, ticket: null, tone: isOpen ? "warning" : "success" },
    badges: [
      { text: badge, tone: isOpen ? "warning" : "success" },
      { text: french.size(count), tone: "info" },
    ],
    fields: [
      ...field(french.fields.openedAt, french.openedAt(incident)),
      ...field(french.fields.because, detail === "full" ? incident.because || french.declared : ""),
      ...field(french.fields.banner, incident.banner || french.noBanner),
      ...field(french.fields.tickets, listed(view, detail)),
      ...field(french.fields.reply, reply ? french.progress(reply, reply.recipients) : ""),
    ],
    sections: [],
    buttons: [
      ...(isWaiting ? [french.buttons.undo(reply.id)] : []),
      ...(left > 0 ? [french.buttons.replyAll(incident.id)] : []),
      french.buttons.edit(incident.id),
      isOpen ? french.buttons.close(incident.id) : french.buttons.reopen(incident.id),
    ],
  }
}

function listed({ tickets, count }: IncidentView, detail: CardDetail): string {
  const lines = tickets
    .slice(0, MAX_LISTED)
    .map((ticket) => french.ticket(ticket, detail !== "minimal"))
  const more = count - MAX_LISTED
  return [...lines, ...(more > 0 ? [french.more(more)] : [])].join("\n")
}
