import type { Member } from "../../src/people/member.ts"
import type { PeopleStore } from "../../src/people/store.ts"
import type { Db } from "./db.ts"

export const AS_MEMBER = { id: true, name: true, service: true, address: true, role: true } as const

export function peopleSlice(db: Db): PeopleStore {
  return {
    member: (id) => db.member.findUnique({ where: { id, isActive: true }, select: AS_MEMBER }),
    async memberByIdentity(chat, externalId) {
      const known = await db.identity.findUnique({
        where: { chat_externalId: { chat, externalId }, member: { isActive: true } },
        select: { member: { select: AS_MEMBER } },
      })
      return known?.member ?? null
    },
    async linkIdentity(chat, externalId, memberId) {
      await db.identity.upsert({
        where: { chat_externalId: { chat, externalId } },
        create: { chat, externalId, memberId },
        update: { memberId },
      })
    },
    memberByAddress: (address) =>
      db.member.findUnique({
        where: { address: address.toLowerCase(), isActive: true },
        select: AS_MEMBER,
      }),
    async hasLeft(address) {
      const left = { address: address.toLowerCase(), isActive: false }
      return (await db.member.count({ where: left })) > 0
    },
    members: () =>
      db.member.findMany({
        where: { isActive: true },
        orderBy: { name: "asc" },
        select: AS_MEMBER,
      }),
    async keepMember(member): Promise<Member> {
      const address = member.address.toLowerCase()
      const edited = await db.member.findUnique({
        where: { address, editedAt: { not: null } },
        select: AS_MEMBER,
      })
      if (edited) return edited
      const data = { ...member, address }
      return db.member.upsert({
        where: { address },
        create: data,
        update: data,
        select: AS_MEMBER,
      })
    },
  }
}
