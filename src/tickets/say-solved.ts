// What a person says by a link of their closing mail: it is solved, or it is not.
import { mailboxSettings, type Needs } from "../needs.ts"
import type { ClosingAnswer, Closings } from "../ports.ts"
import { maskSecrets } from "../privacy/masking.ts"
import type { Transaction } from "../store.ts"
import { type Closing, readClosing } from "./closing.ts"
import { french } from "./french.ts"
import { followUp, type Ticket } from "./ticket.ts"

/** Of what is wrong: more is written in a mail. */
const MAX_TEXT = 2_000

type Uses = Pick<Needs, "store" | "settings" | "clock">
type Said = { isSolved: boolean; text: string }

/** For the public pages: they learn the number of the ticket, and nothing else of it. */
export function openClosings(needs: Uses): Closings {
  const { store, settings, clock } = needs
  return {
    maxText: MAX_TEXT,
    async look(token) {
      const closing = readClosing(settings, token, clock())
      if (typeof closing === "string") return { kind: closing }
      const ticket = standing(await store.ticket(closing.ticketId))
      return ticket ? { kind: "open", number: numberOf(needs, ticket) } : { kind: "gone" }
    },
    async say(token, said) {
      const closing = readClosing(settings, token, clock())
      if (typeof closing === "string") return { kind: closing }
      const text = said.text.replace(/\r\n?/g, "\n").trim()
      if (text.length > MAX_TEXT) return { kind: "too long" }
      return store.transaction((tx) => note(needs, tx, closing, { ...said, text }))
    },
  }
}

async function note(
  needs: Uses,
  tx: Transaction,
  closing: Closing,
  { isSolved, text }: Said,
): Promise<ClosingAnswer> {
  const ticket = standing(await tx.lockTicket(closing.ticketId))
  if (!ticket) return { kind: "gone" }
  const number = numberOf(needs, ticket)
  const now = needs.clock()
  const isNew = isSolved ? ticket.solvedAt === null : await addNo(tx, closing, text, now)
  if (!isNew) return { kind: "known", number }
  await tx.saveTicket(isSolved ? { ...ticket, solvedAt: now } : followUp(ticket, now))
  const what = isSolved ? "said solved" : "said not solved"
  await tx.record({ ticketId: ticket.id, memberId: null, at: now, what, detail: {} })
  await tx.enqueue("ticket.announce", { ticketId: ticket.id })
  return { kind: "noted", number }
}

/** Once for each closing: false the second time. */
async function addNo(
  tx: Transaction,
  { ticketId, after }: Closing,
  text: string,
  at: Date,
): Promise<boolean> {
  const added = await tx.addMessage({
    ...{ ticketId, kind: "incoming", memberId: null, mailId: null, at, outgoing: null },
    text: text ? french.closing.notSolvedBecause(maskSecrets(text)) : french.closing.notSolved,
    key: `not solved ${ticketId} ${after}`,
  })
  return added !== null
}

/** What was said in a merged ticket is said in another one, which may be somebody else’s. */
function standing(ticket: Ticket | null): Ticket | null {
  return ticket?.mergedInto ? null : ticket
}

function numberOf({ settings }: Uses, { id, mailbox }: Ticket): string {
  return `${mailboxSettings(settings, mailbox).label} #${id}`
}
