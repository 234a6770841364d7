import type { Button, Card } from "../card.ts"
import { htmlOf } from "../mail/html.ts"
import { fill } from "../mail/template.ts"
import type { Needs } from "../needs.ts"
import { domainOf } from "../people/requester.ts"
import { french } from "./french.ts"

type Uses = Pick<Needs, "store" | "team" | "templates" | "settings" | "alert" | "clock" | "log">

export type Alarm = { key: string; title: string; text: string; buttons?: Button[] }

const MINUTE = 60_000
/** Who died while telling is taken over after that. */
const TELLING_TAKES = 5 * MINUTE
/** Doubled each time: at the next tick, then after 1, 3, 7… minutes. */
const LONGEST_PAUSE = 60 * MINUTE
/** Four days, about. Who has not heard by then looks at the console. */
const MAX_TRIES = 100

/**
 * Told on every chat, and by mail to the administrators when only the console took it: once, or again (slower each time)
 * until a chat other than the console or the mail server took it, or the trouble is over.
 */
export async function raise(needs: Uses, alarm: Alarm): Promise<void> {
  const now = needs.clock()
  const kept = { key: alarm.key, text: `${alarm.title} ${alarm.text}` }
  const claimed = await needs.store.claimAlarm(kept, now, later(now, TELLING_TAKES))
  if (!claimed) return
  const { raisedAt, tries } = claimed
  needs.log.warn({ alarm: alarm.key, tries }, "alarm raised")
  const isHeard = await tell(needs, alarm, raisedAt)
  const isEnough = isHeard || tries >= MAX_TRIES
  const pause = Math.min((2 ** (tries - 1) - 1) * MINUTE, LONGEST_PAUSE)
  await needs.store.tellAgainAt(alarm.key, isEnough ? null : later(now, pause))
}

/** The same key and the same Message-ID each time: who has it already is not told twice. */
async function tell(needs: Uses, alarm: Alarm, raisedAt: Date): Promise<boolean> {
  const card: Card = {
    fallback: `${alarm.title} ${alarm.text}`,
    title: alarm.title,
    ticket: null,
    tone: "error",
    badges: [],
    fields: [],
    sections: [{ heading: french.what, text: alarm.text }],
    buttons: alarm.buttons ?? [],
  }
  const key = `alarm ${alarm.key} ${raisedAt.toISOString()}`
  const { heard } = await needs.team.show({ key, draw: () => card, ticketId: null })
  if (heard.some((chat) => chat !== "console")) return true
  const { administrators, mailboxes } = needs.settings
  const from = mailboxes[0]?.address
  // Nobody else to tell: the console is all there is.
  if (administrators.length === 0 || !from) return heard.length > 0
  return mailAdministrators(needs, alarm, { from, raisedAt })
}

export async function clear(needs: Pick<Needs, "store" | "log">, key: string): Promise<void> {
  if (await needs.store.clearAlarm(key)) needs.log.info({ alarm: key }, "alarm cleared")
}

async function mailAdministrators(
  needs: Uses,
  alarm: Alarm,
  { from, raisedAt }: { from: string; raisedAt: Date },
): Promise<boolean> {
  const { subject, text } = fill(needs.templates.alarm, { titre: alarm.title, texte: alarm.text })
  const name = `${alarm.key.replace(/[^a-z0-9]+/gi, "-")}.${raisedAt.getTime()}`
  try {
    await needs.alert({
      messageId: `alarm.${name}@${domainOf(from)}`,
      date: raisedAt,
      from: { name: "Télémaque", address: from },
      replyTo: null,
      to: needs.settings.administrators.map((address) => ({ name: "", address })),
      cc: [],
      subject,
      text,
      html: htmlOf(text),
      inReplyTo: null,
      references: [],
      isAutomatic: true,
      attachments: [],
    })
    return true
  } catch (error) {
    needs.log.warn({ error, alarm: alarm.key }, "the administrators could not be told by mail")
    return false
  }
}

function later(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds)
}
