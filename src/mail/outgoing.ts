import type { Address } from "./incoming.ts"

/** A mail ready to leave: every header that matters is decided here, the adapter only speaks SMTP. */
export type OutgoingMail = {
  /** Without angle brackets; derived from its row, so that a second copy is recognised as one. */
  messageId: string
  /** When it was ready to leave: every copy says the same. */
  date: Date
  from: Address
  replyTo: Address | null
  to: Address[]
  cc: Address[]
  subject: string
  text: string
  html: string
  inReplyTo: string | null
  references: string[]
  /** RFC 3834: `Auto-Submitted: auto-replied`, so that no machine answers ours. */
  isAutomatic: boolean
  attachments: OutgoingAttachment[]
}

export type OutgoingAttachment = { name: string; type: string; content: Uint8Array }
