import type { MailServer } from "../../src/config/mail-server.ts"
import type { MailboxConfig } from "../../src/config/mailbox.ts"
import type { OutgoingMail } from "../../src/mail/outgoing.ts"
import type { Leases, Mailbox } from "../../src/ports.ts"
import { openImapMailbox } from "./imap/mailbox.ts"
import { composeMail } from "./smtp/compose.ts"
import { openSmtp } from "./smtp/transport.ts"

export function openImapMailboxes(
  configs: MailboxConfig[],
  leases: Leases,
  warn: (sentence: string) => void,
): Mailbox[] {
  return configs.map((config) =>
    openImapMailbox({
      ...{ name: config.name, leases, warn },
      imap: config.imap,
      smtp: config.smtp,
      handledFolder: config.moveTo,
      sentFolder: config.sentFolder,
      appendSent: config.appendsSent,
    }),
  )
}

export function openAlertSmtp(server: MailServer): (mail: OutgoingMail) => Promise<void> {
  const smtp = openSmtp(server)
  return async (mail) => smtp.send(mail, await composeMail(mail))
}
