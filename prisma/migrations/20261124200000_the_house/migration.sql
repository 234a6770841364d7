-- CreateEnum
CREATE TYPE "Role" AS ENUM ('reader', 'responder', 'administrator');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('ticket', 'followup', 'duplicate', 'routed', 'parked');

-- CreateEnum
CREATE TYPE "TicketStatus" AS ENUM ('new', 'open', 'pending', 'closed');

-- CreateEnum
CREATE TYPE "MessageKind" AS ENUM ('incoming', 'outgoing', 'note');

-- CreateEnum
CREATE TYPE "Delivery" AS ENUM ('waiting', 'cancelled', 'sending', 'sent', 'failed');

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailboxState" (
    "name" TEXT NOT NULL,
    "readSince" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastPolledAt" TIMESTAMPTZ(3),
    "lastSentAt" TIMESTAMPTZ(3),
    "failingSince" TIMESTAMPTZ(3),
    "lastError" TEXT,
    "canarySentAt" TIMESTAMPTZ(3),
    "canaryHeardAt" TIMESTAMPTZ(3),

    CONSTRAINT "MailboxState_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "ChatState" (
    "name" TEXT NOT NULL,
    "failingSince" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "ChatState_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Position" (
    "mailbox" TEXT NOT NULL,
    "folder" TEXT NOT NULL,
    "uidValidity" TEXT NOT NULL,
    "uid" BIGINT NOT NULL,

    CONSTRAINT "Position_pkey" PRIMARY KEY ("mailbox","folder")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" SERIAL NOT NULL,
    "mailbox" TEXT NOT NULL,
    "folder" TEXT NOT NULL,
    "uidValidity" TEXT NOT NULL,
    "uid" BIGINT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "messageId" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "storedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "size" INTEGER NOT NULL,
    "raw" BYTEA,
    "isCanary" BOOLEAN NOT NULL DEFAULT false,
    "state" "MailState" NOT NULL,
    "reason" TEXT,
    "duplicateOf" INTEGER,
    "fromName" TEXT NOT NULL DEFAULT '',
    "fromAddress" TEXT NOT NULL DEFAULT '',
    "replyTo" TEXT NOT NULL DEFAULT '',
    "to" TEXT[],
    "cc" TEXT[],
    "subject" TEXT NOT NULL DEFAULT '',
    "sentAt" TIMESTAMPTZ(3),
    "written" TEXT NOT NULL DEFAULT '',
    "signature" TEXT NOT NULL DEFAULT '',
    "quoted" TEXT NOT NULL DEFAULT '',
    "automatic" TEXT,
    "forwarded" JSONB,
    "ticketId" INTEGER,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "mailId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "isInline" BOOLEAN NOT NULL,
    "contentId" TEXT,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("mailId","position")
);

-- CreateTable
CREATE TABLE "Ticket" (
    "id" SERIAL NOT NULL,
    "mailbox" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "status" "TicketStatus" NOT NULL,
    "subject" TEXT NOT NULL,
    "requesterName" TEXT NOT NULL,
    "requesterAddress" TEXT NOT NULL,
    "assigneeId" INTEGER,
    "category" TEXT,
    "priority" TEXT NOT NULL DEFAULT 'normal',
    "triage" JSONB,
    "snoozedUntil" TIMESTAMPTZ(3),
    "mergedIntoId" INTEGER,
    "mayContinue" INTEGER,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "waitingSince" TIMESTAMPTZ(3),
    "firstAnsweredAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "journalHash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" SERIAL NOT NULL,
    "ticketId" INTEGER NOT NULL,
    "kind" "MessageKind" NOT NULL,
    "memberId" INTEGER,
    "mailId" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "key" TEXT,
    "isAutomatic" BOOLEAN NOT NULL DEFAULT false,
    "closesTicket" BOOLEAN NOT NULL DEFAULT false,
    "messageId" TEXT,
    "to" TEXT[],
    "cc" TEXT[],
    "subject" TEXT,
    "inReplyTo" TEXT,
    "references" TEXT[],
    "delivery" "Delivery",
    "sendAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "firstAttemptAt" TIMESTAMPTZ(3),
    "lastError" TEXT,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" SERIAL NOT NULL,
    "ticketId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "lastMessageId" INTEGER NOT NULL,
    "to" TEXT[],
    "cc" TEXT[],
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "closesTicket" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutgoingFile" (
    "id" SERIAL NOT NULL,
    "draftId" INTEGER,
    "messageId" INTEGER,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "OutgoingFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JournalEntry" (
    "id" SERIAL NOT NULL,
    "ticketId" INTEGER,
    "memberId" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "what" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "JournalEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Posting" (
    "chat" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "ticketId" INTEGER,

    CONSTRAINT "Posting_pkey" PRIMARY KEY ("chat","place","key")
);

-- CreateTable
CREATE TABLE "Acknowledgement" (
    "address" TEXT NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "Acknowledgement_pkey" PRIMARY KEY ("address","day")
);

-- CreateTable
CREATE TABLE "Alarm" (
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Alarm_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "ConsolePost" (
    "id" SERIAL NOT NULL,
    "place" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "ticketId" INTEGER,
    "card" JSONB NOT NULL,
    "postedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConsolePost_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsoleLine" (
    "id" SERIAL NOT NULL,
    "postId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConsoleLine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Member_address_key" ON "Member"("address");

-- CreateIndex
CREATE INDEX "Mail_contentHash_idx" ON "Mail"("contentHash");

-- CreateIndex
CREATE INDEX "Mail_messageId_idx" ON "Mail"("messageId");

-- CreateIndex
CREATE INDEX "Mail_ticketId_idx" ON "Mail"("ticketId");

-- CreateIndex
CREATE INDEX "Mail_state_storedAt_idx" ON "Mail"("state", "storedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_mailbox_folder_uidValidity_uid_key" ON "Mail"("mailbox", "folder", "uidValidity", "uid");

-- CreateIndex
CREATE INDEX "Ticket_status_openedAt_idx" ON "Ticket"("status", "openedAt");

-- CreateIndex
CREATE INDEX "Ticket_requesterAddress_openedAt_idx" ON "Ticket"("requesterAddress", "openedAt");

-- CreateIndex
CREATE INDEX "Ticket_assigneeId_status_idx" ON "Ticket"("assigneeId", "status");

-- CreateIndex
CREATE INDEX "Ticket_waitingSince_idx" ON "Ticket"("waitingSince");

-- CreateIndex
CREATE INDEX "Ticket_snoozedUntil_idx" ON "Ticket"("snoozedUntil");

-- CreateIndex
CREATE UNIQUE INDEX "Message_mailId_key" ON "Message"("mailId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_key_key" ON "Message"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Message_messageId_key" ON "Message"("messageId");

-- CreateIndex
CREATE INDEX "Message_ticketId_id_idx" ON "Message"("ticketId", "id");

-- CreateIndex
CREATE INDEX "Message_delivery_sendAt_idx" ON "Message"("delivery", "sendAt");

-- CreateIndex
CREATE INDEX "Draft_ticketId_memberId_idx" ON "Draft"("ticketId", "memberId");

-- CreateIndex
CREATE INDEX "OutgoingFile_draftId_idx" ON "OutgoingFile"("draftId");

-- CreateIndex
CREATE INDEX "OutgoingFile_messageId_idx" ON "OutgoingFile"("messageId");

-- CreateIndex
CREATE INDEX "JournalEntry_ticketId_id_idx" ON "JournalEntry"("ticketId", "id");

-- CreateIndex
CREATE INDEX "Posting_ticketId_idx" ON "Posting"("ticketId");

-- CreateIndex
CREATE INDEX "ConsolePost_ticketId_idx" ON "ConsolePost"("ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "ConsolePost_place_key_key" ON "ConsolePost"("place", "key");

-- CreateIndex
CREATE UNIQUE INDEX "ConsoleLine_key_key" ON "ConsoleLine"("key");

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutgoingFile" ADD CONSTRAINT "OutgoingFile_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutgoingFile" ADD CONSTRAINT "OutgoingFile_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JournalEntry" ADD CONSTRAINT "JournalEntry_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JournalEntry" ADD CONSTRAINT "JournalEntry_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsoleLine" ADD CONSTRAINT "ConsoleLine_postId_fkey" FOREIGN KEY ("postId") REFERENCES "ConsolePost"("id") ON DELETE CASCADE ON UPDATE CASCADE;


