import type { FileStore } from "../../src/tickets/file-store.ts"
import type { Db } from "./db.ts"

export function fileSlice(db: Db): FileStore {
  return {
    async attachFiles(draftId, files) {
      const rows = files.map(({ name, type, content }) => ({
        ...{ draftId, name, type },
        content: Uint8Array.from(content),
      }))
      await db.outgoingFile.createMany({ data: rows })
    },
    async copyFiles(fileIds, from, draftId) {
      if (fileIds.length === 0) return
      await db.$executeRaw`
        INSERT INTO "OutgoingFile" ("draftId", name, type, content)
        SELECT ${draftId}, file.name, file.type, file.content
        FROM "OutgoingFile" file JOIN "Draft" draft ON draft.id = file."draftId"
        WHERE file.id = ANY (${fileIds}) AND draft."ticketId" = ${from.ticketId}
          AND draft."memberId" = ${from.memberId}
        ORDER BY file.id`
    },
    filesOfDraft: (draftId) =>
      db.$queryRaw`
        SELECT id, name, octet_length(content) AS size FROM "OutgoingFile"
        WHERE "draftId" = ${draftId} ORDER BY id`,
    async sendFiles(draftId, messageId) {
      await db.outgoingFile.updateMany({ where: { draftId }, data: { draftId: null, messageId } })
    },
    async takeFilesBack(messageId, draftId) {
      await db.outgoingFile.updateMany({ where: { messageId }, data: { draftId, messageId: null } })
    },
    async attachmentsToSend(messageId) {
      const files = await db.outgoingFile.findMany({ where: { messageId }, orderBy: { id: "asc" } })
      return files.map(({ name, type, content }) => ({ name, type, content }))
    },
  }
}
