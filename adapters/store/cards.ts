import { z } from "zod"
import type { EntryDraft, EntryDraftStore } from "../../src/faq/draft-store.ts"
import { ENTRY_CHANGES, type EntryVersion } from "../../src/faq/history.ts"
import type { EntryState, EntryStore, StoredEntry } from "../../src/faq/store.ts"
import type { Db } from "./db.ts"
import {
  type EntryDraft as DraftRow,
  Prisma,
  type Entry as Row,
  type EntryVersion as VersionRow,
} from "./generated/client.ts"

type WithNames = Row & { validatedBy: { name: string } | null }

const VALIDATED_BY = { validatedBy: { select: { name: true } } } as const
const MOST_VERSIONS = 200

const Content = z.object({
  ...{ title: z.string(), category: z.string(), source: z.string(), body: z.string() },
  ...{ verifiedOn: z.string(), reviewOn: z.string() },
  ...{ questions: z.array(z.string()), toFindOut: z.array(z.string()) },
})
/** Nobody comes back to a preview after that. */
const FORGOTTEN_AFTER = 30 * 86_400_000
const Kept = Content.extend({ isValidated: z.boolean() })

/** The answer cards and their history. */
export function cardSlice(db: Db): EntryStore & EntryDraftStore {
  return {
    ...draftSlice(db),
    async entriesRevision() {
      const { _max } = await db.entryVersion.aggregate({ _max: { id: true } })
      return _max.id ?? 0
    },
    async entries() {
      const rows = await db.entry.findMany({ orderBy: { id: "asc" }, include: VALIDATED_BY })
      return rows.map(stored)
    },
    async storedEntry(id) {
      const row = await db.entry.findUnique({ where: { id }, include: VALIDATED_BY })
      return row && stored(row)
    },
    async versionsOf(entryId) {
      const rows = await db.entryVersion.findMany({
        where: { entryId },
        orderBy: { version: "desc" },
        take: MOST_VERSIONS,
        include: { member: { select: { name: true } } },
      })
      return rows.map(versionOf)
    },
    async lockEntries() {
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('the cards', 0))`
    },
    async keepEntry(entry, { what, memberId, at, validates = false }) {
      const { id, isValidated } = entry
      const content = Kept.parse(entry)
      const last = await db.entryVersion.aggregate({
        where: { entryId: id },
        _max: { version: true },
      })
      const version = (last._max.version ?? 0) + 1
      const fields = { ...content, ...stateRow(entry), version }
      const validated = isValidated
        ? validates
          ? { validatedAt: at, validatedById: memberId }
          : {}
        : { validatedAt: null, validatedById: null }
      await db.entry.upsert({
        where: { id },
        create: { isOurs: memberId !== null, ...fields, ...validated, id },
        update: { ...fields, ...validated },
      })
      await db.entryVersion.create({ data: { entryId: id, version, at, memberId, what, content } })
      return { version }
    },
    async hasEntryToGive(day) {
      const one = await db.entry.findFirst({
        where: { isValidated: true, isRetired: false, reviewOn: { gt: day } },
        select: { id: true },
      })
      return one !== null
    },
    entriesToTell: (day) => db.$queryRaw`
      SELECT id, "reviewOn" FROM "Entry"
      WHERE "reviewOn" <= ${day} AND NOT "isRetired" AND "toldReviewOn" IS DISTINCT FROM "reviewOn"
      ORDER BY id`,
    async noteEntry(id, state) {
      await db.entry.update({ where: { id }, data: stateRow(state) })
    },
  }
}

function stored({
  offered,
  validatedAt,
  validatedBy,
  validatedById: _,
  ...row
}: WithNames): StoredEntry {
  return {
    ...row,
    offered: offered === null ? null : Content.parse(offered),
    validated: validatedAt && { by: validatedBy?.name ?? null, at: validatedAt },
  }
}

function versionOf(row: VersionRow & { member: { name: string } | null }): EntryVersion {
  const { version, at, what, content, member } = row
  return {
    ...{ version, at, by: member?.name ?? null },
    ...{ what: z.enum(ENTRY_CHANGES).parse(what), content: Kept.parse(content) },
  }
}

function draftSlice(db: Db): EntryDraftStore {
  const draftOf = ({ content, what, createdAt: _, ...row }: DraftRow): EntryDraft => ({
    ...{ ...row, content: Content.parse(content), what: z.enum(ENTRY_CHANGES).parse(what) },
  })
  return {
    async keepEntryDraft(draft, at) {
      const before = new Date(at.getTime() - FORGOTTEN_AFTER)
      await db.entryDraft.deleteMany({ where: { createdAt: { lt: before } } })
      return draftOf(await db.entryDraft.create({ data: { ...draft, createdAt: at } }))
    },
    async entryDraft(id) {
      const row = await db.entryDraft.findUnique({ where: { id } })
      return row && draftOf(row)
    },
    async noteDraftSaved(id, entryId) {
      await db.entryDraft.update({ where: { id }, data: { savedAs: entryId } })
    },
  }
}

/** What is not said stays as it is. */
function stateRow({ isOurs, fileHash, offered, isRetired, toldReviewOn }: Partial<EntryState>) {
  return {
    ...(isOurs === undefined ? {} : { isOurs }),
    ...(fileHash === undefined ? {} : { fileHash }),
    ...(offered === undefined ? {} : { offered: offered ?? Prisma.DbNull }),
    ...(isRetired === undefined ? {} : { isRetired }),
    ...(toldReviewOn === undefined ? {} : { toldReviewOn }),
  }
}
