// « Parler à quelqu’un »: the question becomes a request, which is answered by mail.
import { dayOf } from "../calendar/working-days.ts"
import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import { cutAtWord } from "../excerpt.ts"
import type { Needs } from "../needs.ts"
import { isAddress, requesterOf } from "../people/requester.ts"
import { maskSecrets } from "../privacy/masking.ts"
import type { Transaction } from "../store.ts"
import type { Asker } from "./ask.ts"
import { french, noteOf, told } from "./french-questions.ts"
import { mayRead } from "./judge.ts"
import type { Question } from "./question.ts"

const MAX_SUBJECT = 80
const MAX_TEXT = 5_000
const MAX_ADDRESS = 254 // RFC 5321
const MOST_A_DAY = 5

type Uses = Pick<Needs, "store" | "faq" | "clock" | "settings">

/** The form, which holds what is known already. */
export async function askForSomebody(
  { store }: Pick<Needs, "store">,
  id: number,
  asker: Asker,
): Promise<Answer> {
  const question = await store.question(id)
  const text = mayRead(question, asker) ? question.text : ""
  return { kind: "form", form: french.form(id, asker.member?.address ?? "", text) }
}

/** One request for each question and person. Nothing is sent to an address that nobody verified. */
export async function handOver(
  needs: Uses,
  id: number,
  values: Record<string, string>,
  asker: Asker,
): Promise<Answer> {
  const { store, clock, settings } = needs
  const { person, member } = asker
  const { address, text } = typed(values)
  const mailbox = settings.mailboxes[0]?.name
  if (!mailbox) throw new UserError(french.noMailbox)
  const isOwn = member?.address.toLowerCase() === address
  const requester = requesterOf({ name: isOwn ? member.name : "", address })
  const [now, subject] = [clock(), subjectOf(text)]

  const ticketId = await store.transaction(async (tx) => {
    const opened = { mailbox, subject, requester, openedAt: now, mayContinue: null }
    const ticket = await tx.openTicket(opened)
    const turn = { ticketId: ticket.id, mailId: null, at: now, outgoing: null }
    const key = `question ${id} ${person.chat} ${person.id}`
    const said = { ...turn, kind: "incoming" as const, memberId: member?.id ?? null, text, key }
    // Clicked twice: the second ticket is not kept.
    if (!(await tx.addMessage(said))) throw new UserError(french.alreadyHandedOver)
    await limit(tx, asker, now)
    const question = await tx.question(id)
    const note = noteFor(needs, mayRead(question, asker) ? question : null, asker)
    await tx.addMessage({ ...turn, kind: "note", memberId: null, text: note, key: null })
    const line = { ticketId: ticket.id, memberId: member?.id ?? null, at: now, what: "opened" }
    await tx.record({ ...line, detail: { how: person.chat, account: person.id } })
    const day = dayOf(now).toString()
    await tx.countAnswer({ day, chat: person.chat, what: "handed over", card: "" })
    await tx.enqueue("ticket.triage", { ticketId: ticket.id })
    return ticket.id
  })
  const done = member ? french.handedOverAs(ticketId, address) : french.handedOver(address)
  return { kind: "done", text: done }
}

/** Anybody may type any address: few a day for each account. */
async function limit(tx: Transaction, { person }: Asker, now: Date): Promise<void> {
  for (let n = 1; n <= MOST_A_DAY; n += 1) {
    const key = `handed over ${person.chat} ${person.id} ${dayOf(now).toString()} ${n}`
    if (await tx.meetOccasion(key, now)) return
  }
  throw new UserError(french.tooManyTickets)
}

function noteFor({ faq }: Uses, question: Question | null, { person, member }: Asker): string {
  const titleOf = (id: string) => faq.entry(id)?.title ?? id
  const { said = null, refused = [] } = question ?? {}
  const [first = ""] = said?.ids ?? []
  const answered = {
    answer: told.answer(titleOf(first)),
    choice: told.choice((said?.ids ?? []).map(titleOf)),
    unknown: told.unknown,
    somebody: told.somebody,
  }
  return noteOf({
    chat: person.chat,
    isMember: member !== null,
    said: answered[said?.kind ?? "unknown"],
    refused: refused.map(titleOf),
  })
}

function typed(values: Record<string, string>): { address: string; text: string } {
  const address = (values.address ?? "").trim().toLowerCase()
  const text = maskSecrets((values.text ?? "").replace(/\r\n/g, "\n").trim())
  if (address.length > MAX_ADDRESS || !isAddress(address)) throw new UserError(french.notAnAddress)
  if (!text) throw new UserError(french.noText)
  if (text.length > MAX_TEXT) throw new UserError(french.tooLong(MAX_TEXT))
  return { address, text }
}

function subjectOf(text: string): string {
  return cutAtWord(text.replace(/\s+/g, " "), MAX_SUBJECT)
}
