// Once the mail to a service has left: the requester is told, and the team is reminded of what is not answered.

import { isBusinessTime } from "../calendar/business-hours.ts"
import { workingDaysBetween } from "../calendar/working-days.ts"
import { referencesOf } from "../mail/references.ts"
import { answerSubject, messageIdFor } from "../mail/thread.ts"
import { mailboxSettings, type Needs } from "../needs.ts"
import { domainOf } from "../people/requester.ts"
import { french } from "./french.ts"
import { outgoing } from "./outgoing.ts"

const PATIENCE = 3 // working days
const DAY = 86_400_000
const A_WEEK = 7 * DAY
const AT_ONCE = 50

type Uses = Pick<Needs, "store" | "clock" | "settings" | "team">

/** What the member read beside the mail to the service: said once it is true. */
export async function tellPassedOn(needs: Uses, messageId: number): Promise<void> {
  await needs.store.transaction(async (tx) => {
    const sent = await tx.message(messageId)
    const ticket = sent && (await tx.lockTicket(sent.ticketId))
    const passing = sent?.passingId ? await tx.lockPassing(sent.passingId) : null
    if (!passing || !ticket || passing.passedAt) return
    const at = needs.clock()
    await tx.savePassing({ ...passing, passedAt: at })
    await tx.enqueue("ticket.announce", { ticketId: ticket.id })
    if (!passing.toRequester) return
    const { label, address } = mailboxSettings(needs.settings, ticket.mailbox)
    const subject = answerSubject(ticket.subject, label, ticket.id)
    const mail = { to: [ticket.requester.address], cc: [], subject, closesTicket: false }
    const added = await tx.addMessage({
      ...{ ticketId: ticket.id, kind: "outgoing", memberId: sent.memberId, mailId: null, at },
      ...{ text: passing.toRequester, key: `told of passing ${passing.id}` },
      outgoing: outgoing(mail, at, referencesOf(await tx.mailsOfTicket(ticket.id))),
    })
    if (!added?.outgoing) return
    const ownId = messageIdFor(needs.settings.secret, added.id, domainOf(address))
    await tx.saveOutgoing(added.id, { ...added.outgoing, messageId: ownId })
    await tx.enqueue("mail.send", { messageId: added.id }, { key: `${added.id}` })
  })
}

/** Every minute, while people work: three working days without an answer, then each week. */
export async function remindPassings({ store, clock }: Uses): Promise<void> {
  const now = clock()
  if (!isBusinessTime(now)) return
  const before = (delay: number) => new Date(now.getTime() - delay)
  const due = await store.unansweredPassings(
    { passed: before((PATIENCE - 1) * DAY), reminded: before(A_WEEK) },
    AT_ONCE,
  )
  for (const { id, passedAt } of due) {
    if (workingDaysBetween(passedAt, now) < PATIENCE) continue
    await store.transaction(async (tx) => {
      const passing = await tx.lockPassing(id)
      const isTold = passing?.remindedAt && passing.remindedAt > before(A_WEEK)
      if (!passing || passing.answeredAt || isTold) return
      const turn = passing.reminders + 1
      await tx.savePassing({ ...passing, remindedAt: now, reminders: turn })
      await tx.enqueue("passing.remind", { passingId: id, turn })
    })
  }
}

/** In the thread of the card. An answer that came meanwhile is enough. */
export async function remindOfPassing(needs: Uses, passingId: number, turn: number): Promise<void> {
  const [passing, ticketId] = await Promise.all([
    needs.store.passing(passingId),
    needs.store.ticketOfPassing(passingId),
  ])
  if (!passing || !ticketId || passing.answeredAt) return
  const line = `passing ${passingId} reminder ${turn}`
  const { busy } = await needs.team.say(`ticket ${ticketId}`, french.passing.remind(passing), line)
  if (busy.length > 0) throw new Error(`another copy reminds of passing ${passingId}`)
}
