import { Temporal } from "temporal-polyfill"
import { dayOf, instantOf } from "../calendar/working-days.ts"
import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import { readDay } from "./absence.ts"
import { french } from "./french-absence.ts"
import type { Member } from "./member.ts"

const NOON = 12
const MAX_DAYS = 366

type Uses = Pick<Needs, "store" | "clock">

/** « absent 2026-12-01 », « absent jusqu’au 1er décembre »; « absent » alone: back. */
export async function setAbsent(
  { store, clock }: Uses,
  argument: string,
  member: Member,
): Promise<Answer> {
  const today = dayOf(clock())
  if (argument.trim() === "") return isBack({ store, clock }, member)
  const until = readDay(argument, today)
  if (!until) throw new UserError(french.notADay(argument))
  const days = today.until(until).days
  if (Temporal.PlainDate.compare(until, today) < 0) throw new UserError(french.dayPast)
  if (days > MAX_DAYS) throw new UserError(french.tooLong)

  await store.transaction(async (tx) => {
    await tx.setAbsence(member.id, today.toString(), until.toString())
    const line = { ticketId: null, memberId: member.id, at: clock(), what: "absent" }
    await tx.record({ ...line, detail: { until: until.toString() } })
  })
  const own = await store.ticketsOf(member.id, MAX_TOLD)
  const numbers = own.filter(({ waitingSince }) => waitingSince).map(({ id }) => id)
  return { kind: "done", text: french.away(instantOf(until.toString(), NOON), numbers) }
}

const MAX_TOLD = 10

async function isBack({ store, clock }: Uses, member: Member): Promise<Answer> {
  const wasAway = await store.transaction(async (tx) => {
    const ended = await tx.endAbsence(member.id, dayOf(clock()).toString())
    const line = { ticketId: null, memberId: member.id, at: clock(), what: "back" }
    if (ended) await tx.record({ ...line, detail: {} })
    return ended
  })
  return { kind: "done", text: wasAway ? french.back : french.wasHere }
}
