import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { french } from "./french.ts"
import { locateByAnswers } from "./locate.ts"
import { throughOwnList } from "./mailing-list.ts"
import { continueTicket, openTicket } from "./place.ts"
import { refuseReaders } from "./readers.ts"
import { placeAgain } from "./receive.ts"
import type { MailId } from "./store.ts"

type Uses = Pick<Needs, "store" | "reader" | "settings" | "clock" | "log">

/** *Réessayer*: the mail is read again, as if it had just arrived. */
export async function retryMail(needs: Uses, id: MailId, member: Member): Promise<Answer> {
  await refuseReaders(needs, member)
  await placeAgain(needs, id)
  const mail = await needs.store.mail(id)
  if (!mail) throw new UserError(french.noSuchMail)
  return {
    kind: "done",
    text: mail.state === "parked" ? french.stillParked : french.noLongerParked,
  }
}

/** *C’est une demande*: every parked mail may become a ticket, whatever the bot thought of it, or joins its own answers. */
export async function openFromMail(needs: Uses, id: MailId, member: Member): Promise<Answer> {
  await refuseReaders(needs, member)
  const raw = await needs.store.rawMail(id)
  if (!raw) throw new UserError(french.noSuchMail)
  const read = throughOwnList(await needs.reader.read(raw.source), needs.settings.mailboxes)
  const readable = "unreadable" in read ? french.unreadable(read) : read
  const text = await needs.store.transaction(async (tx) => {
    const mail = await tx.lockMail(id)
    if (mail?.state !== "parked") throw new UserError(french.notParked)
    const { continues, mayContinue } = await locateByAnswers(tx, readable.mail)
    const kept = { id, ...raw }
    if (continues) {
      await continueTicket(needs, tx, kept, readable, continues, member.id)
      return french.joined(continues.id)
    }
    const opened = await openTicket(needs, tx, kept, readable, mayContinue, member.id)
    return french.opened(opened.id)
  })
  return { kind: "done", text }
}
