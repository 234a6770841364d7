import type { TeamStore } from "../../src/people/team-store.ts"
import type { Db } from "./db.ts"
import { AS_MEMBER } from "./people.ts"

export function teamSlice(db: Db): TeamStore {
  return {
    async lockTeam() {
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('the team', 0))`
    },
    administrators: () => db.member.count({ where: { role: "administrator", isActive: true } }),
    async addMember({ name, service, address: written, role }, editedAt) {
      const address = written.toLowerCase()
      const known = await db.member.findUnique({ where: { address } })
      if (known?.isActive) return null
      const fields = { name, service, role, editedAt, isActive: true }
      return db.member.upsert({
        where: { address },
        create: { ...fields, address },
        update: fields,
        select: AS_MEMBER,
      })
    },
    async changeRole(id, role, editedAt) {
      await db.member.update({ where: { id }, data: { role, editedAt } })
    },
    async removeMember(id, editedAt) {
      await db.member.update({ where: { id }, data: { isActive: false, editedAt } })
    },
    async unlinkIdentity(chat, externalId) {
      const { count } = await db.identity.deleteMany({ where: { chat, externalId } })
      return count > 0
    },
    async unlinkIdentitiesOf(memberId) {
      await db.identity.deleteMany({ where: { memberId } })
    },
    async ticketsOfLeavers(most) {
      const rows = await db.ticket.findMany({
        where: { assignee: { isActive: false }, status: { not: "closed" } },
        orderBy: { id: "asc" },
        take: most,
        select: { id: true },
      })
      return rows.map(({ id }) => id)
    },
  }
}
