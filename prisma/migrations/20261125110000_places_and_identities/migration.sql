-- CreateEnum
CREATE TYPE "PlaceKind" AS ENUM ('team', 'community');

-- CreateTable
CREATE TABLE "Identity" (
    "chat" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "memberId" INTEGER NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("chat","externalId")
);

-- CreateTable
CREATE TABLE "Code" (
    "id" SERIAL NOT NULL,
    "chat" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "hash" TEXT NOT NULL DEFAULT '',
    "triesLeft" INTEGER NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" SERIAL NOT NULL,
    "memberId" INTEGER NOT NULL,
    "fromOn" TEXT NOT NULL,
    "untilOn" TEXT NOT NULL,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Place" (
    "chat" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" "PlaceKind" NOT NULL,
    "name" TEXT NOT NULL,
    "topics" TEXT[],
    "isActive" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("chat","channel")
);

-- CreateTable
CREATE TABLE "OwedCard" (
    "chat" TEXT NOT NULL,
    "ticketId" INTEGER NOT NULL,
    "owedSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OwedCard_pkey" PRIMARY KEY ("chat","ticketId")
);

-- AlterTable
ALTER TABLE "Posting" ADD COLUMN "claimedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateIndex
CREATE INDEX "Identity_memberId_idx" ON "Identity"("memberId");

-- CreateIndex
CREATE INDEX "Code_chat_externalId_idx" ON "Code"("chat", "externalId");

-- CreateIndex
CREATE INDEX "Code_address_askedAt_idx" ON "Code"("address", "askedAt");

-- CreateIndex
CREATE INDEX "Absence_memberId_untilOn_idx" ON "Absence"("memberId", "untilOn");

-- CreateIndex
CREATE INDEX "Posting_chat_ref_idx" ON "Posting"("chat", "ref");

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwedCard" ADD CONSTRAINT "OwedCard_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
