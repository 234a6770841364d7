import { gunzipSync, gzipSync } from "node:zlib"
import type { Forwarded } from "../../src/mail/forwarded.ts"
import type { ReadMail, Unreadable } from "../../src/mail/incoming.ts"
import type { MailboxStore, MailStore, StoredMail } from "../../src/mail/store.ts"
import type { Folder } from "../../src/ports.ts"
import { maskSecrets } from "../../src/privacy/masking.ts"
import { CONSOLE_CHANNEL } from "./console.ts"
import type { Db } from "./db.ts"
import { Prisma } from "./generated/client.ts"

const MAX_COPIES = 100
const MAX_ANSWERED = 100
const LARGEST_INTEGER = 2 ** 31 - 1 // a server may announce 4 GB
const WITHOUT_BYTES = { raw: true } as const

export function mailSlice(db: Db): MailStore {
  const find = async (id: number) => {
    const row = await db.mail.findUnique({ where: { id }, omit: WITHOUT_BYTES })
    return row && stored(row)
  }
  return {
    async keepMail({ raw, contentHash, read, state, reason }) {
      // Two deliveries of one mail at the same moment: the second sees the first.
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${contentHash}, 0))`
      const [row] = await db.mail.createManyAndReturn({
        data: {
          mailbox: raw.mailbox,
          folder: raw.folder,
          uidValidity: raw.uidValidity,
          uid: raw.uid,
          contentHash,
          receivedAt: raw.receivedAt,
          size: Math.min(raw.size, LARGEST_INTEGER),
          raw: Uint8Array.from(gzipSync(raw.source)),
          state,
          reason,
          ...understood(read),
        },
        skipDuplicates: true,
        select: { id: true },
      })
      if (row) await db.attachment.createMany({ data: attachments(row.id, read) })
      return row?.id ?? null
    },

    async sameMails(contentHash, before) {
      const rows = await db.mail.findMany({
        where: { contentHash, id: { lt: before } },
        orderBy: { id: "asc" },
        take: MAX_COPIES,
        select: { id: true, mailbox: true, folder: true, uidValidity: true, ticketId: true },
      })
      return rows.map((row) => ({ ...row, folder: row.folder as Folder }))
    },

    async relocateMail(known, renumbered) {
      const place = await db.mail.delete({
        where: { id: renumbered },
        select: { uidValidity: true, uid: true },
      })
      await db.mail.update({ where: { id: known }, data: place })
    },

    async endMail(id, { state, reason, ticketId, passingId, isCanary = false }) {
      await db.mail.update({
        where: { id },
        data: {
          ...{ state, reason: reason ?? null, isCanary },
          ...(ticketId ? { ticketId } : {}),
          ...(passingId ? { passingId } : {}),
        },
      })
      // The others end on a card, which the console's pages hear of.
      if (state === "parked" || state === "duplicate")
        await db.$executeRaw`SELECT pg_notify(${CONSOLE_CHANNEL}, 'mail')`
    },

    async rereadMail(id, read) {
      await db.mail.update({ where: { id }, data: understood(read) })
      await db.attachment.deleteMany({ where: { mailId: id } })
      await db.attachment.createMany({ data: attachments(id, read) })
    },

    mail: find,

    async lockMail(id) {
      await db.$queryRaw`SELECT 1 FROM "Mail" WHERE id = ${id} FOR UPDATE`
      return find(id)
    },

    async rawMail(id) {
      const row = await db.mail.findUnique({ where: { id } })
      if (!row?.raw) return null
      const { mailbox, folder, uidValidity, uid, receivedAt, size, raw } = row
      return {
        mailbox,
        folder: folder as Folder,
        uidValidity,
        uid: Number(uid),
        receivedAt,
        size,
        source: gunzipSync(raw),
      }
    },

    async mailsOfTicket(ticketId) {
      const rows = await db.mail.findMany({
        where: { ticketId },
        orderBy: { id: "asc" },
        omit: WITHOUT_BYTES,
      })
      return rows.map(stored)
    },

    receivedFiles: (ticketId) =>
      db.attachment.findMany({
        where: { isInline: false, mail: { ticketId, automatic: null, folder: "inbox" } },
        orderBy: [{ mailId: "asc" }, { position: "asc" }],
        select: { mailId: true, position: true, name: true },
      }),

    async ticketsByMessageId(messageIds) {
      const rows = await db.mail.findMany({
        where: { messageId: { in: messageIds }, ticketId: { not: null } },
        orderBy: { id: "desc" },
        select: { ticketId: true },
        distinct: ["ticketId"],
        take: 5,
      })
      return rows.flatMap(({ ticketId }) => ticketId ?? [])
    },

    async answersTo(messageId) {
      const rows = await db.mail.findMany({
        where: { repliesTo: { has: messageId }, ticketId: { not: null }, automatic: null },
        orderBy: { id: "desc" },
        select: { ticketId: true, fromAddress: true },
        distinct: ["ticketId", "fromAddress"],
        take: 5,
      })
      return rows.flatMap(({ ticketId, fromAddress: from }) =>
        ticketId ? [{ ticketId, from }] : [],
      )
    },
  }
}

export function mailboxSlice(db: Db): MailboxStore {
  // Asked for each mail: written at the first one only.
  const state = async (name: string) =>
    (await db.mailboxState.findUnique({ where: { name } })) ??
    (await db.mailboxState.upsert({ where: { name }, create: { name }, update: {} }))
  return {
    readSince: async (name) => (await state(name)).readSince,
    async setReadSince(name, readSince) {
      await db.mailboxState.upsert({
        where: { name },
        create: { name, readSince },
        update: { readSince },
      })
    },
    startedAt: async (name) => (await state(name)).startedAt,
    async position(mailbox, folder) {
      const row = await db.position.findUnique({ where: { mailbox_folder: { mailbox, folder } } })
      return row && { uidValidity: row.uidValidity, uid: Number(row.uid) }
    },
    async advance(mailbox, folder, position) {
      await db.position.upsert({
        where: { mailbox_folder: { mailbox, folder } },
        create: { mailbox, folder, ...position },
        update: position,
      })
    },
  }
}

/** Secrets are masked before they are stored: only the raw source has them (promise 6). */
function understood(read: ReadMail | Unreadable) {
  const { messageId, from, subject, date, inReplyTo, references } = read.mail
  const header = {
    messageId,
    repliesTo: [...new Set([...references, ...inReplyTo])].slice(-MAX_ANSWERED),
    fromName: from?.name ?? "",
    fromAddress: from?.address.toLowerCase() ?? "",
    subject: maskSecrets(subject),
    sentAt: date,
  }
  if ("unreadable" in read) return header
  const { mail, understanding } = read
  const { reply, automatic, forwarded } = understanding
  return {
    ...header,
    replyTo: mail.replyTo[0]?.address.toLowerCase() ?? "",
    to: mail.to.map(({ address }) => address.toLowerCase()),
    cc: mail.cc.map(({ address }) => address.toLowerCase()),
    written: maskSecrets(reply.written),
    signature: maskSecrets(reply.signature),
    quoted: maskSecrets(reply.quoted),
    automatic,
    forwarded: forwarded ? masked(forwarded) : Prisma.DbNull,
  }
}

function masked({ from, subject, text }: Forwarded): Forwarded {
  return { from, subject: maskSecrets(subject), text: maskSecrets(text) }
}

function attachments(mailId: number, read: ReadMail | Unreadable) {
  if ("unreadable" in read) return []
  return read.mail.attachments.map(({ name, type, size, isInline, contentId }, position) => ({
    mailId,
    position,
    name,
    type,
    size,
    isInline,
    contentId,
  }))
}

type Row = Prisma.MailGetPayload<{ omit: { raw: true } }>

function stored(row: Row): StoredMail {
  const { fromName, fromAddress, folder, forwarded, ...rest } = row
  return {
    ...rest,
    folder: folder as Folder,
    from: { name: fromName, address: fromAddress },
    forwarded: forwarded as Forwarded | null,
  }
}
