import { time } from "../calendar/french.ts"
import { SendRefused } from "../errors.ts"
import { htmlOf } from "../mail/html.ts"
import { fill, type Template } from "../mail/template.ts"
import type { Needs } from "../needs.ts"
import { signLink } from "../signed-link.ts"
import { type Code, digitsOf, hashOf } from "./code.ts"
import { domainOf } from "./requester.ts"

/** What the console's link is signed for. */
export const LOG_IN = "log in"

type Uses = Pick<Needs, "store" | "settings" | "templates" | "mailboxes" | "clock" | "log">

/**
 * Mails the code, or the console's link, to an address that is a member's; to another, nothing. The secret is made here:
 * it is in no job and in no log, and the database keeps its keyed hash.
 */
export async function mailCode(needs: Uses, id: number): Promise<void> {
  const { store, settings, mailboxes, clock, log } = needs
  const code = await store.code(id)
  const [mailbox] = mailboxes
  const from = settings.mailboxes.find(({ name }) => name === mailbox?.name)?.address
  if (!code || !mailbox || !from) return
  if (code.expiresAt <= clock())
    return log.info({ code: id }, "a code expired before it could leave")
  if (!(await isKnown(needs, code.address))) return log.info({ code: id }, "not a member's address")
  const secret = secretOf(needs, code)
  await store.keepHash(id, hashOf(settings.secret, code, secret))
  const { subject, text } = written(needs, code, secret)
  const mail = {
    messageId: `code.${id}.${code.askedAt.getTime()}@${domainOf(from)}`,
    ...{ date: code.askedAt, from: { name: "Télémaque", address: from }, replyTo: null },
    ...{ to: [{ name: "", address: code.address }], cc: [], subject, text, html: htmlOf(text) },
    ...{ inReplyTo: null, references: [], isAutomatic: true, attachments: [] },
  }
  try {
    await mailbox.send(mail)
  } catch (error) {
    // The address will be refused again: they see that nothing comes, and ask again.
    if (!(error instanceof SendRefused && error.isPermanent)) throw error
    log.warn({ code: id, error }, "the mail of a code was refused")
  }
}

async function isKnown({ store, settings }: Uses, address: string): Promise<boolean> {
  if (await store.memberByAddress(address)) return true
  return settings.administrators.includes(address) && !(await store.hasLeft(address))
}

function secretOf({ settings }: Uses, code: Code): string {
  if (code.chat !== "console") return digitsOf(settings.secret, code)
  const link = { purpose: LOG_IN, subject: String(code.id), expiresAt: code.expiresAt }
  return signLink(settings.secret, link)
}

function written({ templates, settings }: Uses, code: Code, secret: string): Template {
  const common = { heure: time(code.expiresAt), service: settings.service }
  if (code.chat !== "console") {
    return fill(templates.code, { ...common, code: secret, outil: nameOfChat(code.chat) })
  }
  return fill(templates.login, { ...common, lien: `${settings.consoleUrl}connexion/${secret}` })
}

/** « slack » → « Slack » */
function nameOfChat(chat: string): string {
  return chat.charAt(0).toUpperCase() + chat.slice(1)
}
