import type { OfficeStore, PassingStore } from "../../src/redirections/store.ts"
import type { Db } from "./db.ts"
import type { Office as Row } from "./generated/client.ts"

export function officeSlice(db: Db): OfficeStore {
  return {
    async seedOffice(office) {
      await db.office.createMany({ data: office, skipDuplicates: true })
    },
    async offices() {
      const rows = await db.office.findMany({ where: { isActive: true }, orderBy: { id: "asc" } })
      return rows.map(withoutActive)
    },
    office: (id) => db.office.findUnique({ where: { id } }),
    async addOffice(office) {
      await db.office.create({ data: office })
    },
    async saveOffice({ id, ...fields }) {
      await db.office.update({ where: { id }, data: fields })
    },
  }
}

export function passingSlice(db: Db): PassingStore {
  return {
    async keepPassing(passing) {
      const { id } = await db.passing.create({ data: passing, select: { id: true } })
      return id
    },
    passing: (id) => db.passing.findUnique({ where: { id } }),
    async lockPassing(id) {
      await db.$queryRaw`SELECT 1 FROM "Passing" WHERE id = ${id} FOR UPDATE`
      return db.passing.findUnique({ where: { id } })
    },
    async savePassing({ id, ...fields }) {
      await db.passing.update({ where: { id }, data: fields })
    },
    passingsOf: (ticketId) =>
      db.passing.findMany({
        where: { passedAt: { not: null }, messages: { some: { ticketId } } },
        orderBy: { id: "asc" },
      }),
    async ticketOfPassing(passingId) {
      const sent = await db.message.findFirst({
        where: { passingId, kind: "outgoing" },
        orderBy: { id: "desc" },
        select: { ticketId: true },
      })
      return sent?.ticketId ?? null
    },
    async unansweredPassings({ passed, reminded }, most) {
      const rows = await db.passing.findMany({
        where: {
          answeredAt: null,
          passedAt: { lte: passed },
          OR: [{ remindedAt: null }, { remindedAt: { lte: reminded } }],
          messages: { some: { kind: "outgoing", ticket: { status: { not: "closed" } } } },
        },
        orderBy: { passedAt: "asc" },
        take: most,
        select: { id: true, passedAt: true },
      })
      return rows.flatMap(({ id, passedAt }) => (passedAt ? [{ id, passedAt }] : []))
    },
  }
}

function withoutActive({ isActive: _, ...office }: Row) {
  return office
}
