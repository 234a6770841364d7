-- CreateTable
CREATE TABLE "Decision" (
    "id" SERIAL NOT NULL,
    "ticketId" INTEGER NOT NULL,
    "memberId" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "category" TEXT NOT NULL,
    "proposed" TEXT,
    "weight" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "ticketId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "category" TEXT NOT NULL,
    "entryId" TEXT,
    "what" TEXT NOT NULL,
    "isEligible" BOOLEAN NOT NULL,
    "lacks" TEXT[],

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("ticketId")
);

-- CreateTable
CREATE TABLE "TriageModel" (
    "id" SERIAL NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "content" BYTEA,
    "code" TEXT NOT NULL,
    "lessons" TEXT NOT NULL,
    "lastDecisionId" INTEGER NOT NULL,
    "taught" INTEGER NOT NULL,
    "kept" INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    "rightBefore" INTEGER NOT NULL,
    "byCategory" JSONB NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "TriageModel_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Decision_ticketId_id_idx" ON "Decision"("ticketId", "id");

-- CreateIndex
CREATE INDEX "Decision_at_idx" ON "Decision"("at");

-- CreateIndex
CREATE INDEX "Outcome_category_isEligible_idx" ON "Outcome"("category", "isEligible");

-- CreateIndex
CREATE INDEX "Outcome_at_idx" ON "Outcome"("at");

-- CreateIndex
CREATE INDEX "TriageModel_state_id_idx" ON "TriageModel"("state", "id");

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- CreateFunction
CREATE FUNCTION "refuseDecisionChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'decisions are append-only' USING ERRCODE = 'raise_exception';
END
$$;

-- CreateTrigger
CREATE TRIGGER "Decision_append_only" BEFORE UPDATE OF "ticketId", at, category, proposed, weight ON "Decision"
FOR EACH ROW EXECUTE FUNCTION "refuseDecisionChange"();
