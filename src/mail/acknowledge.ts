import { dayOf, workingDaysBetween } from "../calendar/working-days.ts"
import { mailboxSettings, type Needs } from "../needs.ts"
import { domainOf, isAddress } from "../people/requester.ts"
import { ANNOUNCED } from "../tickets/delay.ts"
import type { Unacknowledged } from "../tickets/message-store.ts"
import type { Ticket, TicketId } from "../tickets/ticket.ts"
import { roomForAutomaticMail } from "./breaker.ts"
import { french } from "./french.ts"
import { referencesOf } from "./references.ts"
import { fill } from "./template.ts"
import { messageIdFor } from "./thread.ts"

const MIN_CLOSED_TO_MEASURE = 20
const SECOND = 1_000
const HELD_AT_MOST = 24 * 3_600 * SECOND

type Uses = Pick<Needs, "store" | "settings" | "templates" | "clock" | "log">

/** Every minute: those that the breaker stopped are acknowledged as soon as there is room, for a day. */
export async function acknowledgeHeld(needs: Uses): Promise<void> {
  const room = await roomForAutomaticMail(needs)
  if (room === 0) return
  const since = new Date(needs.clock().getTime() - HELD_AT_MOST)
  await needs.store.transaction(async (tx) => {
    for (const ticketId of await tx.takeHeldAcknowledgements(since, room))
      await tx.enqueue("ticket.acknowledge", { ticketId })
  })
}

/**
 * Says that the request arrived, its number and the delay: never to machines, lists or undesirable mail, nor for what is
 * older than our start, nor once a member answered; once per sender per day; later when too many automatic mails leave
 * (promise 3).
 */
export async function acknowledgeTicket(needs: Uses, id: TicketId, isAsked = false): Promise<void> {
  const found = await needs.store.unacknowledged(id)
  if (!found || !(await deservesOne(needs, found, isAsked))) return
  const { ticket } = found
  const now = needs.clock()
  if ((await roomForAutomaticMail(needs)) === 0) {
    await needs.store.holdAcknowledgement(id, now)
    return needs.log.info({ ticket: id }, "acknowledged later: too many automatic mails in an hour")
  }
  const filled = await written(needs, ticket)

  await needs.store.transaction(async (tx) => {
    const day = dayOf(now).toString()
    if (!(await tx.reserveAcknowledgement(ticket.requester.address, day))) return
    const references = referencesOf(await tx.mailsOfTicket(id))
    const message = await tx.addMessage({
      ...{ ticketId: id, kind: "outgoing", memberId: null, mailId: null, at: now },
      ...{ text: filled.text, key: `acknowledgement of ${id}` },
      outgoing: {
        ...{ isAutomatic: true, closesTicket: false, messageId: null, cc: [] },
        ...{ to: [ticket.requester.address], subject: filled.subject, sendAt: now },
        ...{ inReplyTo: references.at(-1) ?? null, references, delivery: "waiting" },
        ...{ attempts: 0, cutShort: 0, firstAttemptAt: null, lastError: null, sentAt: null },
      },
    })
    if (!message?.outgoing) return
    const { address } = mailboxSettings(needs.settings, ticket.mailbox)
    const messageId = messageIdFor(needs.settings.secret, message.id, domainOf(address))
    await tx.saveOutgoing(message.id, { ...message.outgoing, messageId })
    await tx.enqueue("mail.send", { messageId: message.id }, { key: `${message.id}` })
  })
}

async function deservesOne(
  { store, settings }: Uses,
  { ticket, isAnswered, first }: Unacknowledged,
  isAsked: boolean,
): Promise<boolean> {
  const { address } = ticket.requester
  const own = settings.mailboxes.map((mailbox) => mailbox.address.toLowerCase())
  if (!isAddress(address) || own.includes(address) || isMachineName(address)) return false
  if (ticket.category === "indesirable" || ticket.status === "closed") return false
  // What a member writes says more than « we received it ».
  if (isAnswered) return false
  if (!first && isAsked) return true
  // Opened by *C’est une demande* from a machine's mail, or for somebody whose colleague wrote.
  if (!first || first.automatic || first.from.address !== address) return false
  const startedAt = await store.startedAt(ticket.mailbox)
  // IMAP says when a mail arrived to the second: it may seem to have come just before.
  return first.receivedAt.getTime() >= startedAt.getTime() - SECOND
}

function isMachineName(address: string): boolean {
  return /^(mailer-daemon|postmaster|no-?reply|ne-?pas-?repondre|nepasrepondre|bounce[s+-]?)/i.test(
    address,
  )
}

async function written(needs: Uses, ticket: Ticket) {
  const { label } = mailboxSettings(needs.settings, ticket.mailbox)
  const banner = await needs.store.bannerFor(ticket.id)
  const { subject, text } = fill(needs.templates.acknowledgement, {
    incident: banner && `${banner}\n\n`,
    reference: `[${label} #${ticket.id}]`,
    numero: `${label} #${ticket.id}`,
    objet: ticket.subject,
    delai: french.delay(await announcedDelay(needs)),
    aide: await helpLine(needs),
    service: needs.settings.service,
  })
  // A template that was written before there were banners has no place for one.
  return { subject, text: text.includes(banner) ? text : `${banner}\n\n${text}` }
}

/** Where there are public pages, with something to read on them. */
async function helpLine({ store, settings, clock }: Uses): Promise<string> {
  const { publicUrl } = settings
  const isUseful = publicUrl && (await store.hasEntryToGive(dayOf(clock()).toString()))
  return isUseful ? `${french.help(`${publicUrl}aide`)}\n\n` : ""
}

/** The measured median, in working days, once there is something to measure; never under what we can promise. */
export async function announcedDelay({ store }: Pick<Needs, "store">): Promise<number> {
  const delays = await store.lastAnswerDelays(200)
  if (delays.length < MIN_CLOSED_TO_MEASURE) return ANNOUNCED
  const days = delays
    .map(({ openedAt, answeredAt }) => workingDaysBetween(openedAt, answeredAt))
    .sort((a, b) => a - b)
  return Math.max(1, days[Math.floor(days.length / 2)] ?? ANNOUNCED)
}
