-- CreateTable
CREATE TABLE "Incident" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "because" TEXT NOT NULL DEFAULT '',
    "category" TEXT,
    "banner" TEXT NOT NULL DEFAULT '',
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "drawn" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentTicket" (
    "ticketId" INTEGER NOT NULL,
    "incidentId" INTEGER NOT NULL,
    "isOut" BOOLEAN NOT NULL DEFAULT false,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IncidentTicket_pkey" PRIMARY KEY ("ticketId")
);

-- CreateTable
CREATE TABLE "GroupReply" (
    "id" SERIAL NOT NULL,
    "incidentId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "closesTickets" BOOLEAN NOT NULL,
    "sendAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "GroupReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupRecipient" (
    "replyId" INTEGER NOT NULL,
    "ticketId" INTEGER NOT NULL,
    "lastMessageId" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'waiting',

    CONSTRAINT "GroupRecipient_pkey" PRIMARY KEY ("replyId","ticketId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Incident_key_key" ON "Incident"("key");

-- CreateIndex
CREATE INDEX "Incident_closedAt_idx" ON "Incident"("closedAt");

-- CreateIndex
CREATE INDEX "IncidentTicket_incidentId_idx" ON "IncidentTicket"("incidentId");

-- CreateIndex
CREATE INDEX "GroupReply_incidentId_idx" ON "GroupReply"("incidentId");

-- CreateIndex
CREATE INDEX "GroupRecipient_ticketId_idx" ON "GroupRecipient"("ticketId");

-- AddForeignKey
ALTER TABLE "IncidentTicket" ADD CONSTRAINT "IncidentTicket_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentTicket" ADD CONSTRAINT "IncidentTicket_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupReply" ADD CONSTRAINT "GroupReply_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupReply" ADD CONSTRAINT "GroupReply_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupRecipient" ADD CONSTRAINT "GroupRecipient_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "GroupReply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupRecipient" ADD CONSTRAINT "GroupRecipient_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;


