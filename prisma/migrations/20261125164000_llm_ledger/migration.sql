-- CreateTable
CREATE TABLE "LlmRequest" (
    "id" SERIAL NOT NULL,
    "ticketId" INTEGER,
    "entryId" TEXT,
    "task" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "inputTokens" INTEGER,
    "outputTokens" INTEGER,
    "whLow" DOUBLE PRECISION,
    "whHigh" DOUBLE PRECISION,
    "co2Low" DOUBLE PRECISION,
    "co2High" DOUBLE PRECISION,
    "isProviders" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "LlmRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LlmDraft" (
    "ticketId" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "entryIds" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "shownAt" TIMESTAMPTZ(3),

    CONSTRAINT "LlmDraft_pkey" PRIMARY KEY ("ticketId")
);

-- CreateIndex
CREATE INDEX "LlmRequest_at_idx" ON "LlmRequest"("at");

-- CreateIndex
CREATE INDEX "LlmRequest_ticketId_idx" ON "LlmRequest"("ticketId");

-- AddForeignKey
ALTER TABLE "LlmRequest" ADD CONSTRAINT "LlmRequest_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LlmDraft" ADD CONSTRAINT "LlmDraft_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;
