import type { RawMail } from "../../src/ports.ts"

/** A larger mail is read up to here: nobody needs more to understand a request. */
export const MAX_MAIL_SIZE = 25 * 1024 * 1024

const CONCURRENT = 8
const MAX_REJECTED = 8

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
  const running = new Set<Promise<void>>()
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
      while (running.size >= CONCURRENT) await Promise.race(running)
      const delivery: Promise<void> = arrived(mail)
        .then(
          () => keep(mail.uid),
          (error) => void errors.push(error),
        )
        .finally(() => running.delete(delivery))
      running.add(delivery)
    },
    skip: keep,
    hasGivenUp: () => errors.length >= MAX_REJECTED,
    async finish() {
      await Promise.all(running)
      await advancing
      if (errors.length === 0) return
      const [cause] = errors
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new NotStored(`A mail could not be stored: ${reason}`, { cause })
    },
  }
}
