import type { AbsenceStore } from "../../src/people/absence-store.ts"
import type { Db } from "./db.ts"

export function absenceSlice(db: Db): AbsenceStore {
  const endAbsence = async (memberId: number, today: string) => {
    // one change at a time for each member
    await db.$queryRaw`SELECT 1 FROM "Member" WHERE id = ${memberId} FOR UPDATE`
    const later = await db.absence.deleteMany({ where: { memberId, fromOn: { gte: today } } })
    const current = await db.$executeRaw`
      UPDATE "Absence" SET "untilOn" = (${today}::date - 1)::text
      WHERE "memberId" = ${memberId} AND "untilOn" >= ${today}`
    return later.count + current > 0
  }
  return {
    endAbsence,
    async setAbsence(memberId, fromOn, untilOn) {
      await endAbsence(memberId, fromOn)
      await db.absence.create({ data: { memberId, fromOn, untilOn } })
    },
    async absences(on) {
      const rows = await db.absence.findMany({
        where: { fromOn: { lte: on }, untilOn: { gte: on }, member: { isActive: true } },
        include: { member: { select: { name: true } } },
        orderBy: { memberId: "asc" },
      })
      return rows.map(({ memberId, fromOn, untilOn, member }) => ({
        ...{ memberId, fromOn, untilOn, name: member.name },
      }))
    },
  }
}
