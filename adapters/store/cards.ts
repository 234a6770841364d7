import { z } from "zod"
import { ENTRY_CHANGES, type EntryChange, type EntryVersion } from "../../src/faq/history.ts"
import type { EntryState, EntryStore, StoredEntry } from "../../src/faq/store.ts"
import type { Db } from "./db.ts"
import { Prisma, type Entry as Row, type EntryVersion as VersionRow } from "./generated/client.ts"

type WithNames = Row & { validatedBy: { name: string } | null }

const VALIDATED_BY = { validatedBy: { select: { name: true } } } as const
const MOST_VERSIONS = 200
/** Whoever leaves a card validated by one of these moves answers for what it says. */
const VALIDATING: EntryChange[] = ["imported", "edited", "validated", "restored", "proposed"]

const Content = z.object({
  ...{ title: z.string(), category: z.string(), source: z.string(), body: z.string() },
  ...{ verifiedOn: z.string(), reviewOn: z.string() },
  ...{ questions: z.array(z.string()), toFindOut: z.array(z.string()) },
})
const Kept = Content.extend({ isValidated: z.boolean() })

/** The answer cards and their history. */
export function cardSlice(db: Db): EntryStore {
  return {
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
    async keepEntry(entry, { what, memberId, at }) {
      const { id, isValidated } = entry
      const content = Kept.parse(entry)
      const last = await db.entryVersion.aggregate({
        where: { entryId: id },
        _max: { version: true },
      })
      const version = (last._max.version ?? 0) + 1
      const fields = { ...content, ...stateRow(entry), version }
      const validated = VALIDATING.includes(what)
        ? { validatedAt: isValidated ? at : null, validatedById: isValidated ? memberId : null }
        : {}
      await db.entry.upsert({
        where: { id },
        create: { isOurs: memberId !== null, ...fields, ...validated, id },
        update: { ...fields, ...validated },
      })
      await db.entryVersion.create({ data: { entryId: id, version, at, memberId, what, content } })
      return { version }
    },
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
