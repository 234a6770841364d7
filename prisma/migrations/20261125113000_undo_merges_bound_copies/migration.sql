-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "repliesTo" TEXT[],
ADD COLUMN     "mergedFrom" INTEGER[];

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "beforeMerge" JSONB;

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "cutShort" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "mergedFrom" INTEGER[];

-- CreateTable
CREATE TABLE "HeldAcknowledgement" (
    "ticketId" INTEGER NOT NULL,
    "heldAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HeldAcknowledgement_pkey" PRIMARY KEY ("ticketId")
);

-- CreateIndex
CREATE INDEX "HeldAcknowledgement_heldAt_idx" ON "HeldAcknowledgement"("heldAt");

-- CreateIndex
CREATE INDEX "Mail_repliesTo_idx" ON "Mail" USING GIN ("repliesTo");

-- AddForeignKey
ALTER TABLE "HeldAcknowledgement" ADD CONSTRAINT "HeldAcknowledgement_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

