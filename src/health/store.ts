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
}

export type HealthStore = {
  balance(): Promise<Balance>
  mailboxes(): Promise<MailboxHealth[]>
  notePolled(mailbox: string, at: Date): Promise<void>
  noteFailed(mailbox: string, at: Date, reason: string): Promise<void>
  noteSent(mailbox: string, at: Date): Promise<void>
  oldestUnanswered(): Promise<Date | null>
  queueDepth(): Promise<number>
  automaticMailsSince(at: Date): Promise<number>
  /** Answering times in working order, for the announced delay: the last closed tickets. */
  lastAnswerDelays(count: number): Promise<{ openedAt: Date; answeredAt: Date }[]>
}

export type AlarmStore = {
  /** True when it was not raised already. */
  raiseAlarm(key: string, text: string, at: Date): Promise<boolean>
  /** True when it was raised. */
  clearAlarm(key: string): Promise<boolean>
  alarms(): Promise<{ key: string; text: string; raisedAt: Date }[]>
}
