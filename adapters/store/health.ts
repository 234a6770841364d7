import type {
  AlarmStore,
  CanaryStore,
  ChatHealthStore,
  DayStore,
  HealthStore,
} from "../../src/health/store.ts"
import type { MailState } from "../../src/mail/store.ts"
import type { Db } from "./db.ts"
import { storable } from "./text.ts"

export function healthSlice(db: Db): HealthStore {
  return {
    async balance() {
      const rows = await db.mail.groupBy({
        by: ["state"],
        where: { folder: "inbox", isCanary: false },
        _count: true,
      })
      const count = (state: MailState) => rows.find((row) => row.state === state)?._count ?? 0
      return {
        received: rows.reduce((sum, { _count }) => sum + _count, 0),
        ticket: count("ticket"),
        followup: count("followup"),
        duplicate: count("duplicate"),
        routed: count("routed"),
        parked: count("parked"),
      }
    },
    mailboxes: () =>
      db.mailboxState.findMany({ orderBy: { name: "asc" }, omit: { startedAt: true } }),
    async notePolled(name, lastPolledAt) {
      const heard = { lastPolledAt, failingSince: null, lastError: null }
      await db.mailboxState.upsert({ where: { name }, create: { name, ...heard }, update: heard })
    },
    async noteFailed(name, at, reason) {
      const lastError = storable(reason) // a hostile server may say anything
      await db.$executeRaw`
        INSERT INTO "MailboxState" (name, "failingSince", "lastError") VALUES (${name}, ${at}, ${lastError})
        ON CONFLICT (name) DO UPDATE SET "lastError" = ${lastError},
          "failingSince" = COALESCE("MailboxState"."failingSince", ${at})`
    },
    async noteSent(name, lastSentAt) {
      await db.mailboxState.upsert({
        where: { name },
        create: { name, lastSentAt },
        update: { lastSentAt },
      })
    },
    async oldestUnanswered() {
      const row = await db.ticket.findFirst({
        where: { waitingSince: { not: null } },
        orderBy: { waitingSince: "asc" },
        select: { waitingSince: true },
      })
      return row?.waitingSince ?? null
    },
    async oldestWaiting() {
      const row = await db.ticket.findFirst({
        where: { waitingSince: { not: null } },
        orderBy: { waitingSince: "asc" },
        select: { id: true, subject: true, waitingSince: true },
      })
      return row?.waitingSince ? { ...row, waitingSince: row.waitingSince } : null
    },
    async queueDepth() {
      const [row] = await db.$queryRaw<{ depth: bigint }[]>`
        SELECT count(*) AS depth FROM pgboss.job
        WHERE state IN ('created', 'retry', 'active') AND start_after <= now() AND name NOT LIKE '%.dead'`
      return Number(row?.depth ?? 0)
    },
    automaticMailsSince: (at) =>
      db.message.count({
        where: {
          ...{ at: { gte: at }, kind: "outgoing" },
          OR: [{ isAutomatic: true }, { isByGate: true }],
        },
      }),
    async lastAnswerDelays(count) {
      const rows = await db.ticket.findMany({
        where: { status: "closed", firstAnsweredAt: { not: null } },
        orderBy: { id: "desc" },
        take: count,
        select: { openedAt: true, firstAnsweredAt: true },
      })
      return rows.flatMap(({ openedAt, firstAnsweredAt }) =>
        firstAnsweredAt ? [{ openedAt, answeredAt: firstAnsweredAt }] : [],
      )
    },
  }
}

export function canarySlice(db: Db): CanaryStore {
  return {
    async claimCanary(name, since, canarySentAt) {
      const { count } = await db.mailboxState.updateMany({
        where: { name, OR: [{ canarySentAt: null }, { canarySentAt: { lt: since } }] },
        data: { canarySentAt },
      })
      return count === 1
    },
    async noteCanaryHeard(name, canaryHeardAt) {
      await db.mailboxState.updateMany({ where: { name }, data: { canaryHeardAt } })
    },
  }
}

export function daySlice(db: Db): DayStore {
  return {
    async claimDay(what, day) {
      const claimed = await db.$executeRaw`
        INSERT INTO "Setting" (key, value) VALUES (${`day of ${what}`}, ${day})
        ON CONFLICT (key) DO UPDATE SET value = ${day} WHERE "Setting".value <> ${day}`
      return claimed === 1
    },
    async lastDay(what) {
      return (await db.setting.findUnique({ where: { key: `day of ${what}` } }))?.value ?? null
    },
  }
}

export function chatHealthSlice(db: Db): ChatHealthStore {
  return {
    async noteChat(name, at, lastError) {
      if (lastError === null) {
        // Every card shown comes by here: nothing is written, nor locked, unless the chat was failing.
        await db.$executeRaw`
          UPDATE "ChatState" SET "failingSince" = NULL, "lastError" = NULL
          WHERE name = ${name} AND "failingSince" IS NOT NULL`
        return
      }
      await db.$executeRaw`
        INSERT INTO "ChatState" (name, "failingSince", "lastError") VALUES (${name}, ${at}, ${lastError})
        ON CONFLICT (name) DO UPDATE SET "lastError" = ${lastError},
          "failingSince" = COALESCE("ChatState"."failingSince", ${at})`
    },
    chatStates: () => db.chatState.findMany({ orderBy: { name: "asc" } }),
  }
}

export function alarmSlice(db: Db): AlarmStore {
  return {
    async claimAlarm(alarm, at, putOffUntil) {
      const { key, text } = storable(alarm)
      const [claimed] = await db.$queryRaw<{ raisedAt: Date; tries: number }[]>`
        INSERT INTO "Alarm" (key, text, "raisedAt", tries, "tryAgainAt")
        VALUES (${key}, ${text}, ${at}, 1, ${putOffUntil})
        ON CONFLICT (key) DO UPDATE SET tries = "Alarm".tries + 1, "tryAgainAt" = ${putOffUntil}
          WHERE "Alarm"."tryAgainAt" <= ${at}
        RETURNING "raisedAt", tries`
      return claimed ?? null
    },
    async tellAgainAt(key, tryAgainAt) {
      await db.alarm.updateMany({ where: { key }, data: { tryAgainAt } })
    },
    async clearAlarm(key) {
      const { count } = await db.alarm.deleteMany({ where: { key } })
      return count === 1
    },
    alarms: () =>
      db.alarm.findMany({
        orderBy: { raisedAt: "asc" },
        omit: { tries: true, tryAgainAt: true },
      }),
  }
}
