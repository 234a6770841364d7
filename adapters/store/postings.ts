import type { OccasionStore, PlaceStore, PostingStore, TeamPost } from "../../src/chats/store.ts"
import type { Db } from "./db.ts"

/** Who has not posted after that was killed. */
const POSTING_TAKES = 30_000

export function occasionSlice(db: Db): OccasionStore {
  return {
    async meetOccasion(key, at) {
      const { count } = await db.occasion.createMany({ data: { key, at }, skipDuplicates: true })
      return count === 1
    },
    async forgetOccasions(before) {
      await db.occasion.deleteMany({ where: { at: { lt: before } } })
    },
  }
}

export function postingSlice(db: Db): PostingStore & PlaceStore {
  return {
    teamPosts: (chats, key, ticketId) => db.$queryRaw<TeamPost[]>`
      SELECT place.chat, place.channel AS place, posting.ref,
        state."failingSince" IS NOT NULL AS "isFailing", owed.chat IS NOT NULL AS "isOwed"
      FROM "Place" place
      LEFT JOIN "Posting" posting
        ON posting.chat = place.chat AND posting.place = place.channel AND posting.key = ${key}
      LEFT JOIN "ChatState" state ON state.name = place.chat
      LEFT JOIN "OwedCard" owed ON owed.chat = place.chat AND owed."ticketId" = ${ticketId}::int
      WHERE place.kind = 'team' AND place."isActive" AND place.chat = ANY(${chats})`,

    async claimPosting({ chat, place, key, ticketId }, now) {
      const stale = new Date(now.getTime() - POSTING_TAKES)
      const [claimed] = await db.$queryRaw<{ isFirst: boolean }[]>`
        INSERT INTO "Posting" (chat, place, key, ref, "ticketId", "claimedAt")
        VALUES (${chat}, ${place}, ${key}, '', ${ticketId}, ${now})
        ON CONFLICT (chat, place, key) DO UPDATE SET "claimedAt" = ${now}
          WHERE "Posting".ref = '' AND "Posting"."claimedAt" < ${stale}
        RETURNING xmax = 0 AS "isFirst"`
      if (!claimed) return "busy"
      return claimed.isFirst ? "first" : "again"
    },

    async releasePosting({ chat, place, key, ref }) {
      await db.posting.updateMany({
        where: { chat, place, key, ref },
        data: { ref: "", claimedAt: new Date(0) },
      })
    },

    async savePosting({ chat, place, key, ref, ticketId }) {
      await db.posting.upsert({
        where: { chat_place_key: { chat, place, key } },
        create: { chat, place, key, ref, ticketId },
        update: { ref },
      })
    },

    async ticketOfPost(chat, ref) {
      const select = { ticketId: true, place: true }
      const row = await db.posting.findFirst({ where: { chat, ref }, select })
      return row?.ticketId ? { ticketId: row.ticketId, place: row.place } : null
    },

    async unsaidNotes(chat, { ticketId, since, most }) {
      const rows = await db.$queryRaw<{ id: number }[]>`
        SELECT note.id FROM "Message" note
        WHERE note."ticketId" = ${ticketId} AND note.kind = 'note' AND note.at >= ${since} AND EXISTS (
          SELECT 1 FROM "Place" place LEFT JOIN "Posting" said
            ON said.chat = place.chat AND said.place = place.channel AND said.key = 'note ' || note.id
          WHERE place.chat = ${chat} AND place.kind = 'team' AND place."isActive" AND coalesce(said.ref, '') = '')
        ORDER BY note.id DESC LIMIT ${most}`
      return rows.map(({ id }) => id).reverse()
    },

    async oweCard(chat, ticketId) {
      await db.owedCard.createMany({ data: { chat, ticketId }, skipDuplicates: true })
    },

    async settleCard(chat, ticketId) {
      await db.owedCard.deleteMany({ where: { chat, ticketId } })
    },

    async takeOwedCards(chat, most) {
      const rows = await db.$queryRaw<{ ticketId: number }[]>`
        DELETE FROM "OwedCard" WHERE (chat, "ticketId") IN (
          SELECT chat, "ticketId" FROM "OwedCard" WHERE chat = ${chat}
          ORDER BY "owedSince" LIMIT ${most} FOR UPDATE SKIP LOCKED)
        RETURNING "ticketId"`
      return rows.map(({ ticketId }) => ticketId)
    },

    async seedPlace({ chat, channel, kind, name }) {
      await db.place.createMany({ data: { chat, channel, kind, name }, skipDuplicates: true })
    },

    place: (chat, channel) =>
      db.place.findUnique({ where: { chat_channel: { chat, channel } }, omit: { topics: true } }),

    async addPlace({ chat, channel, kind, name }) {
      const data = { chat, channel, kind, name }
      const { count } = await db.place.createMany({ data, skipDuplicates: true })
      return count > 0
    },

    async savePlace({ chat, channel, kind, name, isActive }) {
      const where = { chat_channel: { chat, channel } }
      await db.place.update({ where, data: { kind, name, isActive } })
    },
  }
}
