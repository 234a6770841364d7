import { createHash } from "node:crypto"
import MailComposer from "nodemailer/lib/mail-composer"
import type { Address } from "../../../src/mail/incoming.ts"
import type { OutgoingMail } from "../../../src/mail/outgoing.ts"

/** The mail as it travels. The same mail gives the same bytes: what SMTP carried and the copy in Sent are one. */
export function composeMail(mail: OutgoingMail): Promise<Buffer> {
  return new MailComposer({
    messageId: `<${mail.messageId}>`,
    date: mail.date,
    baseBoundary: createHash("sha256").update(mail.messageId).digest("hex").slice(0, 16),
    from: mail.from,
    ...(mail.replyTo && { replyTo: mail.replyTo }),
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    ...(mail.inReplyTo && { inReplyTo: `<${mail.inReplyTo}>` }),
    references: mail.references.map((id) => `<${id}>`),
    headers: mail.isAutomatic ? AUTOMATIC : {},
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments.map(({ name, type, content }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(content),
    })),
    newline: "windows",
    // What we send holds what we were given: never a file of this machine nor a page of the network.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}

/** Addresses of SMTP itself: a name, a comment or a second address in a header gets no copy. */
export function envelopeOf(mail: OutgoingMail): { from: string; to: string[] } {
  const to = [...mail.to, ...mail.cc].map(({ address }: Address) => address)
  // RFC 3834 suggests a null sender for automatic mail; but SPF then vouches for the server's own name
  // and DMARC, without DKIM, fails: many of our acknowledgements would be refused or lost. The headers
  // below are what keeps machines from answering.
  return { from: mail.from.address, to: [...new Set(to)] }
}

// RFC 3834, and Exchange's own word for it. No `Precedence`: RFC 2076 discourages it, and some filters
// take « bulk » for advertising.
const AUTOMATIC = { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" }
