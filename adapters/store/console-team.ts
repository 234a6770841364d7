import type { Member } from "../../src/people/member.ts"
import type { PrismaClient } from "./generated/client.ts"
import { AS_MEMBER } from "./people.ts"

export type TeamMate = Member & { accounts: { chat: string; externalId: string; linkedAt: Date }[] }

const MOST = 500

/** The team and its places, as administrators see them. */
export function consoleTeam(prisma: PrismaClient) {
  return {
    teamMates: (): Promise<TeamMate[]> =>
      prisma.member
        .findMany({
          where: { isActive: true },
          orderBy: { name: "asc" },
          take: MOST,
          select: {
            ...AS_MEMBER,
            identities: {
              orderBy: { chat: "asc" },
              select: { chat: true, externalId: true, linkedAt: true },
            },
          },
        })
        .then((rows) => rows.map(({ identities, ...mate }) => ({ ...mate, accounts: identities }))),
    leavers: (): Promise<Member[]> =>
      prisma.member.findMany({
        where: { isActive: false },
        orderBy: { name: "asc" },
        take: MOST,
        select: AS_MEMBER,
      }),
    allOffices: () => prisma.office.findMany({ orderBy: { id: "asc" }, take: MOST }),
    places: () =>
      prisma.place.findMany({
        orderBy: [{ kind: "asc" }, { chat: "asc" }, { name: "asc" }],
        take: MOST,
      }),
  }
}
