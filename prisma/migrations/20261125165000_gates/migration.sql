-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "isByGate" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Gate" (
    "category" TEXT NOT NULL,
    "isOpen" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "memberId" INTEGER,

    CONSTRAINT "Gate_pkey" PRIMARY KEY ("category")
);

-- CreateTable
CREATE TABLE "AutomaticAnswer" (
    "ticketId" INTEGER NOT NULL,
    "entryId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL,
    "leavesAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',

    CONSTRAINT "AutomaticAnswer_pkey" PRIMARY KEY ("ticketId")
);

-- CreateIndex
CREATE INDEX "AutomaticAnswer_state_idx" ON "AutomaticAnswer"("state");

-- AddForeignKey
ALTER TABLE "Gate" ADD CONSTRAINT "Gate_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AutomaticAnswer" ADD CONSTRAINT "AutomaticAnswer_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;
