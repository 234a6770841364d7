import type { Folder, MailboxOccasions, Position, RawMail } from "../../src/ports.ts"

/** Who receives, kept in memory: what a database would hold, and the troubles a test wants. */
export type Receiver = MailboxOccasions & {
  /** Every delivery that was stored, twice if it came twice. */
  mails: RawMail[]
  positions: Map<Folder, Position>
  /** Every position, in the order it was given. */
  advances: Position[]
  polls: number
  failures: string[]
  /** Asked before a mail is stored: may reject, or take its time. */
  before: (mail: RawMail) => Promise<void> | void
  since: Date | null
  isDeaf: boolean
}

export const LONG_AGO = new Date("2001-01-01T00:00:00Z")

/** `isDeaf`: what the mailbox says of its position is lost, as when a bot dies at that moment. */
export function aReceiver(given: Partial<Pick<Receiver, "since" | "isDeaf">> = {}): Receiver {
  const receiver: Receiver = {
    mails: [],
    positions: new Map(),
    advances: [],
    polls: 0,
    failures: [],
    before: () => {},
    since: LONG_AGO,
    isDeaf: false,
    ...given,
    async arrived(mail) {
      await receiver.before(mail)
      receiver.mails.push(mail)
    },
    async polled() {
      receiver.polls += 1
    },
    async failed(reason) {
      receiver.failures.push(reason)
    },
    readSince: async () => receiver.since,
    position: async (folder) => receiver.positions.get(folder) ?? null,
    async advance(folder, position) {
      if (receiver.isDeaf) return
      receiver.positions.set(folder, position)
      if (folder === "inbox") receiver.advances.push(position)
    },
  }
  return receiver
}

/** The subjects of the mails of the inbox, as they were stored. */
export function subjects(receiver: Receiver, folder: Folder = "inbox"): string[] {
  return receiver.mails.filter((mail) => mail.folder === folder).map(subjectOf)
}

export function subjectOf(mail: RawMail): string {
  const text = Buffer.from(mail.source.subarray(0, 10_000)).toString()
  return /^Subject: (.*)$/m.exec(text)?.[1]?.trim() ?? ""
}
