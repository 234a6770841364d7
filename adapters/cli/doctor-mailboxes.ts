import type { MailboxConfig } from "../../src/config/mailbox.ts"
import type { Config } from "../../src/config.ts"
import type { Check } from "../mail/checks.ts"
import { checkImap } from "../mail/imap/check.ts"
import { checkSmtp } from "../mail/smtp/check.ts"
import { type Finding, findingOf, type Level, ok, warning } from "./doctor-finding.ts"

const SUBADDRESSING = "Sub-addressing"
/** What does not stop the bot. */
const WARNINGS = ["Sent folder", "From alignment"]

/** Every mailbox, and the way of the alarms. Sends nothing, changes nothing there. */
export async function mailboxFindings(config: Config): Promise<Finding[]> {
  const all = await Promise.all(config.mailboxes.map(ofOne))
  return [...all.flat(), ...(await alarmFindings(config))]
}

async function ofOne(mailbox: MailboxConfig): Promise<Finding[]> {
  const [imap, smtp] = await Promise.all([
    checkImap(mailbox.imap, { sentFolder: mailbox.sentFolder, handledFolder: mailbox.moveTo }),
    checkSmtp(mailbox.smtp, mailbox.address),
  ])
  const seen = imap.filter(({ name }) => name !== SUBADDRESSING)
  return [
    ...[...seen, ...smtp].map((check) =>
      findingOf(check, nameOf(mailbox, check), levelOf(mailbox, check)),
    ),
    subaddressFinding(mailbox),
  ]
}

function nameOf({ name }: MailboxConfig, check: Check): string {
  return `${name}: ${check.name}`
}

/** A folder that was named has to be there; one that nobody named may be missing. */
function levelOf({ sentFolder }: MailboxConfig, { name }: Check): Level {
  if (name === "Sent folder" && sentFolder) return "fault"
  return WARNINGS.includes(name) ? "warning" : "fault"
}

/** No protocol tells whether it works: only a mail that arrives does. */
function subaddressFinding({ name, address, hasSubaddresses }: MailboxConfig): Finding {
  const what = `${name}: ${SUBADDRESSING}`
  if (!hasSubaddresses) return ok(what, "not used")
  const test = address.replace("@", "+test@")
  return ok(what, `unknown, IMAP does not tell; write to ${test} and see that it arrives`)
}

async function alarmFindings({ mailboxes, adminEmails, alertSmtp }: Config): Promise<Finding[]> {
  if (mailboxes.length === 0) return []
  const [first = ""] = adminEmails
  const login = alertSmtp ? await checkSmtp(alertSmtp, first) : []
  return [
    first
      ? ok("alarms", `by mail to ${adminEmails.join(", ")}`)
      : warning("alarms", "nobody hears by mail that all is down", "set ADMIN_EMAILS"),
    ...login
      .filter(({ name }) => name === "SMTP login")
      .map((check) => findingOf(check, "alarms: SMTP login", "fault")),
  ]
}
