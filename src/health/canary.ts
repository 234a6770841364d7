import { dayOf, zoned } from "../calendar/working-days.ts"
import { htmlOf } from "../mail/html.ts"
import { canaryMessageId } from "../mail/thread.ts"
import { mailboxSettings, type Needs } from "../needs.ts"
import { domainOf } from "../people/requester.ts"
import { clear, raise } from "./alarm.ts"
import { french } from "./french.ts"
import type { MailboxHealth } from "./store.ts"

const SENT_AT_HOUR = 7
const HEARD_WITHIN = 15 * 60_000

type Uses = Parameters<typeof raise>[0] & Pick<Needs, "mailboxes">

/** Every minute: once a day a mail to ourselves goes the whole way, SMTP to card; its silence is an alarm. */
export async function flyCanary(needs: Uses): Promise<void> {
  if (!needs.settings.hasCanary) return
  for (const state of await needs.store.mailboxes()) {
    await sendOne(needs, state.name)
    await listenFor(needs, state)
  }
}

async function sendOne(needs: Uses, name: string): Promise<void> {
  const now = needs.clock()
  const mailbox = needs.mailboxes.find((known) => known.name === name)
  if (!mailbox || zoned(now).hour < SENT_AT_HOUR) return
  const morning = new Date(zoned(now).startOfDay().epochMilliseconds)
  if (!(await needs.store.claimCanary(name, morning, now))) return
  const { address } = mailboxSettings(needs.settings, name)
  const self = { name: "Télémaque", address }
  const text = french.canary
  try {
    await mailbox.send({
      messageId: canaryMessageId(needs.settings.secret, dayOf(now).toString(), domainOf(address)),
      ...{
        date: now,
        from: self,
        replyTo: null,
        to: [self],
        cc: [],
        subject: french.canarySubject,
      },
      ...{ text, html: htmlOf(text), inReplyTo: null, references: [] },
      ...{ isAutomatic: true, attachments: [] },
    })
  } catch (error) {
    needs.log.warn({ error, mailbox: name }, "the canary could not be sent")
  }
}

async function listenFor(needs: Uses, state: MailboxHealth): Promise<void> {
  const key = `canary ${state.name}`
  const { canarySentAt, canaryHeardAt } = state
  if (!canarySentAt) return
  const isHeard = canaryHeardAt !== null && canaryHeardAt >= canarySentAt
  if (isHeard) return clear(needs, key)
  if (needs.clock().getTime() - canarySentAt.getTime() < HEARD_WITHIN) return
  await raise(needs, { key, ...french.canarySilent(state.name) })
}
