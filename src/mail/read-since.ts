import { dayOf, instantOf } from "../calendar/working-days.ts"
import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import { mailboxSettings, type Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { french } from "./french.ts"
import { refuseReaders } from "./readers.ts"

type Uses = Pick<Needs, "store" | "settings" | "clock">

/** The first time a mailbox is read, a person says from which day: nobody wants ten years of mail as new requests. */
export function askReadSince({ settings, clock }: Uses, name: string): Answer {
  const { label } = mailboxSettings(settings, name)
  return { kind: "form", form: french.readSinceForm(name, label, dayOf(clock()).toString()) }
}

export async function setReadSince(
  needs: Uses,
  name: string,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  await refuseReaders(needs, member)
  const since = midnightOf(values.since ?? "")
  if (!since || since > needs.clock()) throw new UserError(french.dayPast)
  await needs.store.setReadSince(name, since)
  return { kind: "done", text: french.readingFrom(since) }
}

function midnightOf(day: string): Date | null {
  try {
    return instantOf(day, 0)
  } catch {
    return null // not a day: the person is asked again
  }
}
