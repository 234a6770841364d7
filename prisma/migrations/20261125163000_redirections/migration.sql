-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "passingId" INTEGER;

-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "passingId" INTEGER;

-- CreateTable
CREATE TABLE "Office" (
    "id" SERIAL NOT NULL,
    "textId" TEXT,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "categories" TEXT[],
    "isActive" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passing" (
    "id" SERIAL NOT NULL,
    "officeId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "toRequester" TEXT NOT NULL,
    "passedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "reminders" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Passing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Office_textId_key" ON "Office"("textId");

-- CreateIndex
CREATE INDEX "Passing_answeredAt_passedAt_idx" ON "Passing"("answeredAt", "passedAt");

-- CreateIndex
CREATE INDEX "Message_passingId_idx" ON "Message"("passingId");

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_passingId_fkey" FOREIGN KEY ("passingId") REFERENCES "Passing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_passingId_fkey" FOREIGN KEY ("passingId") REFERENCES "Passing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passing" ADD CONSTRAINT "Passing_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


