import { actionString } from "../actions.ts"
import type { Button, Card, Section } from "../card.ts"
import { cutAtWord } from "../excerpt.ts"
import { mailboxSettings, type Needs } from "../needs.ts"
import { shortName } from "../people/requester.ts"
import { maskSecrets } from "../privacy/masking.ts"
import { delayOf } from "./delay.ts"
import { french } from "./french.ts"
import { MAX_LISTED } from "./list-size.ts"
import type { ListedTicket } from "./list-store.ts"

const MAX_SUBJECT = 80

type Uses = Pick<Needs, "settings" | "clock">
export type List = { heading: string; empty: string; tickets: ListedTicket[] }

/** Tickets in one line each, with a button to see each of them. One more than the size of a list says there are others. */
export function listCard(needs: Uses, title: string, lists: List[]): Card {
  const shown = lists.flatMap(({ tickets }) => tickets.slice(0, MAX_LISTED))
  return {
    ...{ fallback: title, title, ticket: null, tone: "neutral", badges: [], fields: [] },
    sections: lists.map((list) => sectionOf(needs, list)),
    buttons: shown.map(seeButton),
  }
}

function sectionOf(needs: Uses, { heading, empty, tickets }: List): Section {
  const lines = tickets.slice(0, MAX_LISTED).map((ticket) => lineOf(needs, ticket))
  const more = tickets.length > MAX_LISTED ? [french.lists.more(MAX_LISTED)] : []
  return { heading, text: [...lines, ...more].join("\n") || empty }
}

/** « Mentor #12 — Lien expiré · Claire D. · Nouvelle · attend depuis 2 jours ouvrés » */
export function lineOf({ settings, clock }: Uses, ticket: ListedTicket): string {
  const { id, mailbox, subject, status, requesterName, assignee, waitingSince } = ticket
  const wait = waitingSince ? french.lists.waits(delayOf(waitingSince, clock()).workingDays) : ""
  const number = `${mailboxSettings(settings, mailbox).label} #${id}`
  const about = cutAtWord(maskSecrets(subject), MAX_SUBJECT)
  return [
    `${number} — ${about}`,
    ...[shortName(requesterName), french.status[status], assignee ?? "", wait],
  ]
    .filter(Boolean)
    .join(" · ")
}

export function seeButton({ id }: Pick<ListedTicket, "id">): Button {
  const action = actionString("ticket.show", id)
  return { label: french.lists.see(id), action, style: "secondary" }
}
