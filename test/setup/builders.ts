/** What a test says of a mail; the rest is a plausible request. */
export type MailSource = {
  from?: string
  to?: string
  cc?: string
  subject?: string
  text?: string
  html?: string
  messageId?: string | null
  inReplyTo?: string
  references?: string
  date?: string
  headers?: Record<string, string>
  attachments?: { name: string; type: string; content: string }[]
}

let made = 0
const another = () => {
  made += 1
  return `mail-${made}@agents.example`
}

/** A mail that says: I cannot get in. Each call is another mail. */
export function aMail(mail: MailSource = {}): MailSource {
  return { messageId: another(), ...mail }
}

/** A delivery report (RFC 3464): the mail that we sent did not arrive, and is quoted. */
export function aBounce(of: { messageId: string; to: { address: string }[] }): Uint8Array {
  const [to] = of.to
  return lines([
    "From: MAILER-DAEMON@relay.example",
    "To: assistance@mentor.example",
    "Subject: Undelivered Mail Returned to Sender",
    "Auto-Submitted: auto-replied",
    "Date: Tue, 24 Nov 2026 10:05:00 +0100",
    `Message-ID: <${another()}>`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
    ...["", "--r", "Content-Type: text/plain; charset=utf-8", ""],
    "The mail system could not deliver your message.",
    ...["", "--r", "Content-Type: message/delivery-status", ""],
    ...["Reporting-MTA: dns; relay.example", "", `Final-Recipient: rfc822; ${to?.address}`],
    ...["Action: failed", "Status: 5.1.1"],
    ...["", "--r", "Content-Type: message/rfc822", ""],
    ...[`Message-ID: <${of.messageId}>`, "Subject: RE: votre demande", "", "Bonjour"],
    "--r--",
  ])
}

export function lines(text: string[]): Uint8Array {
  return Buffer.from(text.join("\r\n"))
}

/** The bytes of a mail, as a server hands them over. */
export function source(mail: MailSource): Uint8Array {
  const text = mail.text ?? "Bonjour,\n\nMon lien d’activation a expiré.\n\nMerci,\nClaire"
  const headers: Record<string, string | null | undefined> = {
    From: mail.from ?? "Claire Durand <claire.durand@vallonie.gouv.example>",
    To: mail.to ?? "assistance@mentor.example",
    Cc: mail.cc,
    Subject: mail.subject ?? "Lien d’activation expiré",
    Date: mail.date ?? "Tue, 24 Nov 2026 09:55:00 +0100",
    "Message-ID": mail.messageId === null ? null : `<${mail.messageId ?? another()}>`,
    "In-Reply-To": mail.inReplyTo && `<${mail.inReplyTo}>`,
    References: mail.references,
    "MIME-Version": "1.0",
    ...mail.headers,
  }
  const head = Object.entries(headers).flatMap(([name, value]) =>
    value ? [`${name}: ${encoded(value)}`] : [],
  )
  return Buffer.from([...head, ...body(mail, text)].join("\r\n"))
}

function body({ html, attachments = [] }: MailSource, text: string): string[] {
  const written = part("text/plain; charset=utf-8", text)
  const alternatives =
    html === undefined
      ? written
      : multipart("alternative", "a", [written, part("text/html; charset=utf-8", html)])
  if (attachments.length === 0) return alternatives
  const files = attachments.map(({ name, type, content }) => [
    `Content-Type: ${type}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(content).toString("base64"),
  ])
  return multipart("mixed", "m", [alternatives, ...files])
}

function part(type: string, text: string): string[] {
  return [
    `Content-Type: ${type}`,
    "Content-Transfer-Encoding: 8bit",
    "",
    text.replace(/\n/g, "\r\n"),
  ]
}

function multipart(kind: string, boundary: string, parts: string[][]): string[] {
  return [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    "",
    ...parts.flatMap((lines) => [`--${boundary}`, ...lines]),
    `--${boundary}--`,
  ]
}

function encoded(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII is encoded
  return /^[\x00-\x7f]*$/.test(value)
    ? value
    : `=?utf-8?B?${Buffer.from(value).toString("base64")}?=`
}
