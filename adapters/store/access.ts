import type { CodeStore, SessionStore } from "../../src/people/code-store.ts"
import type { Db } from "./db.ts"
import { AS_MEMBER } from "./people.ts"

/** The codes that are mailed, and the sessions that they open. */
export function accessSlice(db: Db): CodeStore & SessionStore {
  const code = (id: number) => db.code.findUnique({ where: { id }, omit: { key: true } })
  return {
    async codesSince(since, { chat, externalId, address }) {
      // Always in this order, or two who ask could wait for each other.
      for (const name of [`code of ${chat} ${externalId}`, `code for ${address}`]) {
        await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`
      }
      const asked = { askedAt: { gt: since } }
      return {
        byAccount: await db.code.count({ where: { ...asked, chat, externalId } }),
        forAddress: await db.code.count({ where: { ...asked, address } }),
      }
    },
    async addCode(fields, key) {
      const [added] = await db.code.createManyAndReturn({
        data: [{ ...fields, key }],
        skipDuplicates: true,
        select: { id: true },
      })
      if (added) return { id: added.id, isNew: true }
      const { id } = await db.code.findUniqueOrThrow({ where: { key }, select: { id: true } })
      return { id, isNew: false }
    },
    code,
    async lockCode(id) {
      await db.$queryRaw`SELECT 1 FROM "Code" WHERE id = ${id} FOR UPDATE`
      return code(id)
    },
    async keepHash(id, hash) {
      await db.code.update({ where: { id }, data: { hash } })
    },
    async saveTry({ id, triesLeft, usedAt }) {
      await db.code.update({ where: { id }, data: { triesLeft, usedAt } })
    },
    async forgetAccess(before) {
      await db.code.deleteMany({ where: { askedAt: { lt: before } } })
      await db.session.deleteMany({
        where: { OR: [{ expiresAt: { lt: before } }, { endedAt: { lt: before } }] },
      })
    },
    async startSession(memberId, startedAt, expiresAt) {
      const { id } = await db.session.create({ data: { memberId, startedAt, expiresAt } })
      return id
    },
    async memberOfSession(id, now) {
      const session = await db.session.findUnique({
        where: { id, endedAt: null, expiresAt: { gt: now }, member: { isActive: true } },
        select: { member: { select: AS_MEMBER } },
      })
      return session?.member ?? null
    },
    async endSession(id, endedAt) {
      await db.session.updateMany({ where: { id, endedAt: null }, data: { endedAt } })
    },
    async endSessionsOf(memberId, endedAt) {
      await db.session.updateMany({ where: { memberId, endedAt: null }, data: { endedAt } })
    },
  }
}
