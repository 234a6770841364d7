import { onTestFinished } from "vitest"
import { composeMail } from "../../adapters/mail/smtp/compose.ts"
import { openSmtp } from "../../adapters/mail/smtp/transport.ts"
import { openPublicPages } from "../../adapters/web/public/pages.ts"
import { openHelp } from "../../src/faq/help.ts"
import { openClosings } from "../../src/tickets/say-solved.ts"
import { freePort } from "./dovecot.ts"
import { startSmtpSink } from "./smtp-sink.ts"
import { aWorld, buttonOf, type Who } from "./world.ts"

/** A whole bot with its public pages, and a real SMTP server where its mails are read. */
export async function aPublicWorld(given: Parameters<typeof aWorld>[0] = {}) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const world = await aWorld({ publicUrl: `${url}/`, ...given })
  const { settings } = world.needs
  const logged: unknown[] = []
  const pages = await openPublicPages({
    ...{ url: `${url}/`, host: "127.0.0.1", port, proxies: 0, now: () => world.now().getTime() },
    ...{ mailboxes: settings.mailboxes, service: settings.service, delay: async () => "2 jours" },
    ...{ closings: openClosings(world.needs), help: openHelp(world.needs) },
    log: { error: (details) => void logged.push(details) },
  })
  onTestFinished(() => pages.close())

  return Object.assign(world, {
    url,
    logged,

    /** Closes with a mail: the form, the preview, *Envoyer*, and the time to take it back is over. */
    async closesWithMail(ticket: number, by: Who = "nadia"): Promise<void> {
      const preview = await world.fills("ticket.close", ticket, { how: "mail" }, by)
      if (preview.kind !== "whisper") throw new Error("there is no preview")
      await world.clicks(buttonOf(preview.card, "Envoyer"), by)
      await world.passes(31)
    },

    /** The last mail that left, once it went through SMTP. */
    async lastMailRead() {
      const sink = await startSmtpSink()
      const here = { host: "127.0.0.1", port: sink.port, security: "none", login: null } as const
      const smtp = openSmtp(here)
      try {
        const mail = world.server.last
        await smtp.send(mail, await composeMail(mail))
      } finally {
        await smtp.close()
        await sink.close()
      }
      const [read] = sink.mails
      if (!read) throw new Error("no mail came through")
      return read.mail
    },

    /** The links of the closing mail that left last. */
    async linksMailed(): Promise<{ yes: string; no: string }> {
      const { text = "" } = await this.lastMailRead()
      const link = (answer: string) =>
        new RegExp(`^${url}/suite/${answer}/\\S+$`, "m").exec(text.replaceAll("\r", ""))?.[0]
      const [yes, no] = [link("oui"), link("non")]
      if (!yes || !no) throw new Error(`no links in:\n${text}`)
      return { yes, no }
    },
  })
}
