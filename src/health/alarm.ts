import type { Card } from "../card.ts"
import { htmlOf } from "../mail/html.ts"
import { fill } from "../mail/template.ts"
import type { Needs } from "../needs.ts"
import { domainOf } from "../people/requester.ts"
import { french } from "./french.ts"

type Uses = Pick<Needs, "store" | "chats" | "templates" | "settings" | "alert" | "clock" | "log">

export type Alarm = { key: string; title: string; text: string }

/**
 * Told once, on every chat that still works; by mail to the administrators when only the console does. When nobody
 * could be told, it is raised again at the next tick.
 */
export async function raise(needs: Uses, alarm: Alarm): Promise<void> {
  const now = needs.clock()
  if (!(await needs.store.raiseAlarm(alarm.key, `${alarm.title} ${alarm.text}`, now))) return
  needs.log.warn({ alarm: alarm.key }, "alarm raised")
  const card: Card = {
    fallback: `${alarm.title} ${alarm.text}`,
    title: alarm.title,
    ticket: null,
    tone: "error",
    badges: [],
    fields: [],
    sections: [{ heading: french.what, text: alarm.text }],
    buttons: [],
  }
  const key = `alarm ${alarm.key} ${now.toISOString()}`
  const told = await Promise.allSettled(
    needs.chats.map(({ chat, place }) => chat.post(place, card, key)),
  )
  const isSeen = needs.chats.some(
    ({ chat }, i) => chat.name !== "console" && told[i]?.status === "fulfilled",
  )
  const isMailed = !isSeen && (await mailAdministrators(needs, alarm))
  const isTold = isMailed || told.some(({ status }) => status === "fulfilled")
  if (!isTold) await needs.store.clearAlarm(alarm.key)
}

export async function clear(needs: Pick<Needs, "store" | "log">, key: string): Promise<void> {
  if (await needs.store.clearAlarm(key)) needs.log.info({ alarm: key }, "alarm cleared")
}

async function mailAdministrators(needs: Uses, alarm: Alarm): Promise<boolean> {
  const { administrators, mailboxes } = needs.settings
  const from = mailboxes[0]?.address
  if (administrators.length === 0 || !from) return false
  const { subject, text } = fill(needs.templates.alarm, { titre: alarm.title, texte: alarm.text })
  const at = needs.clock().getTime()
  try {
    await needs.alert({
      messageId: `alarm.${alarm.key.replace(/[^a-z0-9]+/gi, "-")}.${at}@${domainOf(from)}`,
      from: { name: "Télémaque", address: from },
      replyTo: null,
      to: administrators.map((address) => ({ name: "", address })),
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
