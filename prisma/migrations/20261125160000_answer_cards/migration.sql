-- CreateTable
CREATE TABLE "Entry" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "verifiedOn" TEXT NOT NULL,
    "reviewOn" TEXT NOT NULL,
    "questions" TEXT[],
    "toFindOut" TEXT[],
    "body" TEXT NOT NULL,
    "isValidated" BOOLEAN NOT NULL,
    "validatedAt" TIMESTAMPTZ(3),
    "validatedById" INTEGER,
    "isOurs" BOOLEAN NOT NULL,
    "fileHash" TEXT NOT NULL DEFAULT '',
    "offered" JSONB,
    "isRetired" BOOLEAN NOT NULL DEFAULT false,
    "toldReviewOn" TEXT,

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EntryVersion" (
    "id" SERIAL NOT NULL,
    "entryId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "memberId" INTEGER,
    "what" TEXT NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "EntryVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EntryDraft" (
    "id" SERIAL NOT NULL,
    "entryId" TEXT,
    "version" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAs" TEXT,
    "checked" JSONB,

    CONSTRAINT "EntryDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "EntryVersion_entryId_version_key" ON "EntryVersion"("entryId", "version");

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_validatedById_fkey" FOREIGN KEY ("validatedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryVersion" ADD CONSTRAINT "EntryVersion_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryVersion" ADD CONSTRAINT "EntryVersion_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryDraft" ADD CONSTRAINT "EntryDraft_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
