import { fill } from "../mail/template.ts"
import { mailboxSettings, type Needs } from "../needs.ts"
import type { Transaction } from "../store.ts"
import type { Message, Ticket, TicketId } from "../tickets/ticket.ts"
import { UNCONTRADICTED } from "../triage/decision.ts"
import { whyAPerson } from "./by-itself.ts"
import { closeFallenGates } from "./move-gate.ts"
import { outcomeOf, ownAnswer } from "./outcome.ts"

type Uses = Pick<Needs, "store" | "faq" | "settings" | "templates" | "lexicon" | "clock">

/**
 * The team answered a request for the first time, or closed it: what the bot would have answered is compared with that,
 * once. Mails to another service, answers to a whole incident and merges are no answer of the team to this request.
 */
export async function noteOutcome(needs: Uses, ticketId: TicketId): Promise<void> {
  const { store, faq, clock } = needs
  const [drawing, answers] = await Promise.all([
    store.drawing(ticketId),
    store.teamAnswers(ticketId),
  ])
  const { ticket } = drawing ?? {}
  if (!drawing || !ticket?.triage) return
  const hasLeft = drawing.messages.some(
    ({ outgoing }) => outgoing?.isByGate && outgoing.delivery === "sent",
  )
  // What left by itself may be closed: nobody judged it, and it is no evidence for the gate that let it leave.
  const [answer] = hasLeft ? answers.filter(({ text }) => !isClosing(needs, ticket, text)) : answers
  if (answer?.isToSeveral || (!answer && (hasLeft || ticket.status !== "closed"))) return
  const own = ownAnswer(ticket, faq.entry)
  const at = clock()
  const outcome = {
    ...{ ticketId, at, category: ticket.triage.category },
    // A person had to answer after it: that is a failure, whatever they wrote.
    ...outcomeOf(own, hasLeft ? null : (answer?.text ?? null)),
    isEligible: hasLeft || whyAPerson(needs, drawing, own, at, answer?.id).length === 0,
  }
  await store.transaction(async (tx) => {
    const current = await tx.lockTicket(ticketId)
    if (!current || current.mergedInto) return
    await tx.keepOutcome(outcome)
    if (answer) await keepLabel(tx, current, answer, at)
  })
  await closeFallenGates(needs)
}

/** The mail of *Clore*, which answers nothing. */
function isClosing({ settings, templates }: Uses, { id, mailbox }: Ticket, text: string): boolean {
  const numero = `${mailboxSettings(settings, mailbox).label} #${id}`
  const [, said = ""] = fill(templates.closing, { numero }).text.split("\n\n")
  return said !== "" && text.includes(said)
}

/** Who answered without a word on the category did not contradict it: half a lesson, once, unless somebody said more. */
async function keepLabel(
  tx: Transaction,
  { id, category, triage }: Ticket,
  { memberId }: Message,
  at: Date,
): Promise<void> {
  if (!category || (await tx.decisionsOf(id)).length > 0) return
  const proposed = triage?.category ?? null
  await tx.keepDecision({ ticketId: id, memberId, at, category, proposed, weight: UNCONTRADICTED })
}
