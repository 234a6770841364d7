import type { JobName } from "../jobs.ts"
import type { MailState } from "../mail/store.ts"

/** received = tickets + followups + duplicates + routed + parked, at any moment (promise 1). */
export type Balance = { received: number } & Record<MailState, number>

export type MailboxHealth = {
  name: string
  readSince: Date | null
  lastPolledAt: Date | null
  lastSentAt: Date | null
  failingSince: Date | null
  lastError: string | null
  canarySentAt: Date | null
  canaryHeardAt: Date | null
}

export type ChatHealth = { name: string; failingSince: Date | null; lastError: string | null }

export type HealthStore = {
  balance(): Promise<Balance>
  mailboxes(): Promise<MailboxHealth[]>
  notePolled(mailbox: string, at: Date): Promise<void>
  noteFailed(mailbox: string, at: Date, reason: string): Promise<void>
  noteSent(mailbox: string, at: Date): Promise<void>
  oldestUnanswered(): Promise<Date | null>
  /** The request that has waited longest for us. */
  oldestWaiting(): Promise<{ id: number; subject: string; waitingSince: Date } | null>
  queueDepth(): Promise<number>
  automaticMailsSince(at: Date): Promise<number>
  /** Answering times in working order, for the announced delay: the last closed tickets. */
  lastAnswerDelays(count: number): Promise<{ openedAt: Date; answeredAt: Date }[]>
}

/** Jobs of one kind that their queue gave up. */
export type DeadJobs = {
  name: JobName
  /** Given up, and waiting to be tried again. */
  count: number
  /** When the first of them was given up. */
  since: Date | null
  /** Tried again at this moment. */
  revived: number
}

export type DeadJobStore = {
  /** The kinds that have some. */
  deadJobs(): Promise<DeadJobs[]>
  /** Puts them back in their queue, the oldest first. Returns how many. */
  reviveJobs(name: JobName, most: number): Promise<number>
  /**
   * Those alone that were given up at least `deadFor` ago (milliseconds), and for the first time since less than
   * `failingFor`.
   */
  reviveOldJobs(
    name: JobName,
    which: { deadFor: number; failingFor: number; most: number },
  ): Promise<number>
}

/** The daily mail to ourselves. */
export type CanaryStore = {
  /** False when another copy sent it since that instant. */
  claimCanary(mailbox: string, since: Date, at: Date): Promise<boolean>
  noteCanaryHeard(mailbox: string, at: Date): Promise<void>
}

/** What is done once a day, by one copy. */
export type DayStore = {
  /** False when it was claimed for that day already. */
  claimDay(what: string, day: string): Promise<boolean>
  /** The last day that it was claimed for; null: never. */
  lastDay(what: string): Promise<string | null>
}

export type ChatHealthStore = {
  noteChat(chat: string, at: Date, error: string | null): Promise<void>
  chatStates(): Promise<ChatHealth[]>
}

export type AlarmStore = {
  /**
   * Ours to tell now: it is new, or the time came to tell it again, which is then put off until `putOffUntil` (who dies
   * while telling is taken over). Null: somebody heard it, or its time has not come, or another copy tells it.
   */
  claimAlarm(
    alarm: { key: string; text: string },
    at: Date,
    putOffUntil: Date,
  ): Promise<{ raisedAt: Date; tries: number } | null>
  /** Null: it needs not be told again. */
  tellAgainAt(key: string, at: Date | null): Promise<void>
  /** True when it was raised. */
  clearAlarm(key: string): Promise<boolean>
  alarms(): Promise<{ key: string; text: string; raisedAt: Date }[]>
}
