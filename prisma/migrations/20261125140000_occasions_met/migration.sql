-- CreateTable
CREATE TABLE "Occasion" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Occasion_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Occasion_at_idx" ON "Occasion"("at");
