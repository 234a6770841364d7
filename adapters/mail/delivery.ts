import type { RawMail } from "../../src/ports.ts"

/** A larger mail is read up to here: nobody needs more to understand a request. */
export const MAX_MAIL_SIZE = 25 * 1024 * 1024

const CONCURRENT = 8
const MAX_REJECTED = 8
const LONGEST_HEADER = 64 * 1024

/** Who receives could not keep a mail, or say so: nothing is wrong with the server. */
export class NotStored extends Error {
  override name = "NotStored"
}

export type Delivery = {
  /** Waits for room, then hands the mail over. The outcome shows in the position, and in `finish`. */
  give(mail: RawMail): Promise<void>
  /** There is nothing to hand over for this UID: its mail is gone, or too old. */
  skip(uid: number): void
  /** So many were rejected that the others would be too: the store is surely away. */
  hasGivenUp(): boolean
  /** Waits for what runs; throws `NotStored` for the first rejection. */
  finish(): Promise<void>
}

/**
 * Hands the mails of one folder over, several at once, and advances only over those that are durable
 * without a gap: a rejected mail stays after the position, so it comes again. `stored` remembers the
 * durable ones after a gap, so that these do not.
 */
export function beginDelivery(
  uids: readonly number[],
  stored: Set<number>,
  arrived: (mail: RawMail) => Promise<void>,
  advance: (uid: number) => Promise<void>,
): Delivery {
  /** With the Message-ID of its mail. */
  const running = new Map<Promise<void>, string | undefined>()
  const errors: unknown[] = []
  let next = 0
  let reached = 0
  let advancing = Promise.resolve()

  function keep(uid: number): void {
    stored.add(uid)
    for (let first = uids[next]; first !== undefined && stored.has(first); first = uids[++next]) {
      stored.delete(first)
      reached = first
    }
    advancing = advancing.then(advanceOnce).catch((error) => void errors.push(error))
  }

  let advanced = 0
  async function advanceOnce(): Promise<void> {
    if (reached <= advanced) return
    const uid = reached
    await advance(uid)
    advanced = uid
  }

  return {
    async give(mail) {
      while (running.size >= CONCURRENT) await Promise.race(running.keys())
      const { own, named } = messageIds(mail.source)
      // Who answers a mail that is not stored yet waits for it, or would open a ticket of its own.
      const before = [...running].filter(([, id]) => id !== undefined && named.has(id))
      await Promise.all(before.map(([delivery]) => delivery))
      const delivery: Promise<void> = arrived(mail)
        .then(
          () => keep(mail.uid),
          (error) => void errors.push(error),
        )
        .finally(() => running.delete(delivery))
      running.set(delivery, own)
    },
    skip: keep,
    hasGivenUp: () => errors.length >= MAX_REJECTED,
    async finish() {
      await Promise.all(running.keys())
      await advancing
      if (errors.length === 0) return
      const [cause] = errors
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new NotStored(`A mail could not be stored: ${reason}`, { cause })
    },
  }
}

/** Its own, and all that the header has in angle brackets: what it answers is among them. */
function messageIds(source: Uint8Array): { own: string | undefined; named: Set<string> } {
  const start = Buffer.from(source.subarray(0, LONGEST_HEADER)).toString("latin1")
  const [header = ""] = start.split(/\r?\n\r?\n/, 1)
  const named = [...header.matchAll(/<([^<>\s]+)>/g)].flatMap(([, id]) => id ?? [])
  return { own: /^message-id:\s*<([^<>\s]+)>/im.exec(header)?.[1], named: new Set(named) }
}
