import { longDay } from "../calendar/french.ts"
import { instantOf } from "../calendar/working-days.ts"
import type { Button, Card, Section } from "../card.ts"
import { gateWords } from "../gates/french.ts"
import type { Agreement } from "../gates/store.ts"
import { type CardDetail, mailboxSettings, type Needs } from "../needs.ts"
import { french } from "./french.ts"
import { lineOf, seeButton } from "./list-card.ts"
import type { ListedTicket } from "./list-store.ts"
import type { Away, Morning, Some } from "./summary-store.ts"

const NOON = 12
const MAX_BUTTONS = 10

type Uses = Pick<Needs, "settings" | "clock">
type Shown = {
  morning: Morning
  away: Away[]
  /** On the first working day of the week: of the week before. */
  agreement: Agreement | null
  now: Date
}

/** What the team should know before it begins; where cards show no word of theirs, numbers alone. */
export function summaryCard(
  needs: Uses,
  { morning, away, agreement, now }: Shown,
  detail: CardDetail = "full",
): Card {
  const { summary: says } = french
  const line = (ticket: ListedTicket) =>
    detail === "minimal"
      ? `${mailboxSettings(needs.settings, ticket.mailbox).label} #${ticket.id}`
      : lineOf(needs, ticket)
  const sections = [
    ...listOf(says.unclaimed, morning.unclaimed, line),
    ...listOf(says.late, morning.late, line),
    ...listOf(says.failed, morning.failed, line),
    ...(morning.parked > 0
      ? [{ heading: says.parkedTitle, text: says.parked(morning.parked) }]
      : []),
    ...(away.length > 0 ? [{ heading: says.away, text: away.map(sayAway).join("\n") }] : []),
  ]
  const title = says.title(longDay(now))
  const isQuiet = sections.length === 0
  return {
    ...{ title, ticket: null, badges: [], fields: [] },
    fallback: isQuiet ? `${title} : ${says.quiet}` : title,
    tone: morning.failed.count + morning.late.count > 0 ? "warning" : "neutral",
    sections: [
      ...(isQuiet ? [{ heading: says.today, text: says.quiet }] : sections),
      ...agreementOf(agreement),
    ],
    buttons: buttonsOf([morning.failed, morning.late, morning.unclaimed]),
  }
}

/** Nothing of a week without requests. */
function agreementOf(agreement: Agreement | null): Section[] {
  if (!agreement || agreement.proposed + agreement.silent === 0) return []
  const { heading, lastWeek } = gateWords.agreement
  return [{ heading, text: lastWeek(agreement) }]
}

function listOf(
  heading: (count: string) => string,
  { count: found, isMore, first }: Some<ListedTicket>,
  line: (ticket: ListedTicket) => string,
): Section[] {
  if (found === 0) return []
  const rest = found - first.length
  const lines = [...first.map(line), ...(rest > 0 ? [french.summary.more(rest)] : [])]
  return [{ heading: heading(`${found}${isMore ? "+" : ""}`), text: lines.join("\n") }]
}

function sayAway({ name, untilOn, waiting }: Away): string {
  const until = longDay(instantOf(untilOn, NOON))
  const numbers = waiting.first.map(({ id }) => `#${id}`).join(", ")
  const waits = waiting.count > 0 ? ` ${french.summary.theirs(waiting.count, numbers)}` : ""
  return `${name}, jusqu’au ${until}.${waits}`
}

function buttonsOf(lists: Some<ListedTicket>[]): Button[] {
  const tickets = lists.flatMap(({ first }) => first)
  const once = new Map(tickets.map((ticket) => [ticket.id, ticket]))
  return [...once.values()].slice(0, MAX_BUTTONS).map(seeButton)
}
