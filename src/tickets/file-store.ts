import type { OutgoingAttachment } from "../mail/outgoing.ts"
import type { TicketId } from "./ticket.ts"

/** A file that goes, or went, with an answer. */
export type KeptFile = { id: number; name: string; size: number }

/** Files of what is not sent yet, and of what was. */
export type FileStore = {
  attachFiles(draftId: number, files: OutgoingAttachment[]): Promise<void>
  /** From an earlier draft of the same ticket, by the same member. */
  copyFiles(
    fileIds: number[],
    from: { ticketId: TicketId; memberId: number },
    draftId: number,
  ): Promise<void>
  filesOfDraft(draftId: number): Promise<KeptFile[]>
  /** The files go with their draft: to the message, and back when it is taken back. */
  sendFiles(draftId: number, messageId: number): Promise<void>
  takeFilesBack(messageId: number, draftId: number): Promise<void>
  attachmentsToSend(messageId: number): Promise<OutgoingAttachment[]>
}
