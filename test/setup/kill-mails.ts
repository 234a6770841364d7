// What people write during a round of the kill test, each mail with the end that it must come to.
import { createTransport } from "nodemailer"
import { aMail, type MailSource, source } from "./builders.ts"
import type { Dovecot } from "./dovecot.ts"
import type { Random } from "./random.ts"
import type { SmtpSink } from "./smtp-sink.ts"

export type Written = {
  messageId: string
  from: string
  end: "ticket" | "followup" | "duplicate" | "parked"
  /** The Message-ID of the mail, or of what the bot sent, whose ticket it continues. */
  continues: string | null
  raw: Uint8Array
}

const KINDS = [
  ...["request", "request", "request", "request", "request", "request", "same sender"],
  ...["afterthought", "answer", "again", "absence"],
] as const

/** Another mail: a request, or what follows from one before, or from what the bot sent. */
export function anotherMail(
  random: Random,
  round: string,
  before: Written[],
  { mails: sent }: Pick<SmtpSink, "mails">,
): Written {
  const number = before.length + 1
  const messageId = `${number}.${round}@agents.example`
  const requests = before.filter(({ end }) => end === "ticket")
  const write = (
    end: Written["end"],
    continues: string | null,
    mail: MailSource & { from: string },
  ): Written => {
    const subject = mail.subject ?? `Lien expiré ${number}`
    const raw = source(aMail({ ...mail, subject, messageId }))
    return { messageId, from: mail.from, end, continues, raw }
  }
  const somebody = `Agent ${number} <agent.${number}.${round}@vallonie.gouv.example>`
  const request = () => write("ticket", null, { from: somebody })
  if (requests.length < 3) return request()

  const earlier = random.oneOf(requests)
  const { from } = earlier
  switch (random.oneOf(KINDS)) {
    case "request":
      return request()
    case "same sender":
      return write("ticket", null, { from })
    case "afterthought":
      return write("followup", earlier.messageId, { from, inReplyTo: earlier.messageId })
    case "answer": {
      const answered = sent.length > 0 ? random.oneOf(sent) : null
      if (!answered) return request()
      const inReplyTo = `${answered.mail.messageId}`.replace(/^<|>$/g, "")
      return write("followup", inReplyTo, { from: `${answered.recipients[0]}`, inReplyTo })
    }
    case "again":
      return { ...earlier, end: "duplicate" }
    case "absence":
      return write("parked", null, {
        from,
        subject: "Réponse automatique : absence",
        headers: { "Auto-Submitted": "auto-replied" },
      })
  }
}

export function lmtpTo(dovecot: Dovecot, user: string) {
  const transport = createTransport({
    ...{ host: "127.0.0.1", port: dovecot.lmtpPort, lmtp: true, ignoreTLS: true },
    ...{ pool: true, maxConnections: 1 },
  })
  return {
    deliver: (raw: Uint8Array) =>
      transport.sendMail({
        envelope: { from: "agents@agents.example", to: [user] },
        raw: Buffer.from(raw),
      }),
    close: () => transport.close(),
  }
}
