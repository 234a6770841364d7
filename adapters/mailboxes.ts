import { join } from "node:path"
import type { Config } from "../src/config.ts"
import { DEMO_MAILBOX } from "../src/demo.ts"
import type { OutgoingMail } from "../src/mail/outgoing.ts"
import type { Log, Needs } from "../src/needs.ts"
import type { Leases, Mailbox } from "../src/ports.ts"

type Around = {
  store: Pick<Needs["store"], "readSince" | "setReadSince">
  leases: Leases
  log: Log
}

/** Adapters whose settings are absent are not even loaded. */
export async function openMailboxes(config: Config, { store, leases, log }: Around) {
  if (config.demo) {
    const { openDemoMailbox } = await import("./mail/demo/mailbox.ts")
    const demo = await openDemoMailbox({
      ...DEMO_MAILBOX,
      directory: join(config.dataDirectory, "demo"),
      port: config.demo.smtpPort,
    })
    log.info({ port: demo.port }, "the demo mailbox listens to SMTP on 127.0.0.1")
    await store.setReadSince(demo.name, new Date(0))
    return { mailboxes: [demo] as Mailbox[], demo }
  }
  const { openImapMailboxes } = await import("./mail/mailboxes.ts")
  const real = openImapMailboxes(config.mailboxes, leases, (what) => log.warn({}, what))
  for (const { name, readSince } of config.mailboxes) {
    if (readSince && !(await store.readSince(name)))
      await store.setReadSince(name, new Date(readSince))
  }
  return { mailboxes: real, demo: null }
}

/** Alarms go by a server of their own when there is one: the mailbox's may be what is broken. */
export async function openAlert(
  { alertSmtp }: Pick<Config, "alertSmtp">,
  [first]: Mailbox[],
): Promise<(mail: OutgoingMail) => Promise<void>> {
  if (alertSmtp) {
    const { openAlertSmtp } = await import("./mail/mailboxes.ts")
    return openAlertSmtp(alertSmtp)
  }
  return async (mail) => first?.send(mail)
}
