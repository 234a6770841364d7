-- What people ask the bot in the chats, for two days; what is counted of it, without words nor person, stays.
CREATE TABLE "Question" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "isPublic" BOOLEAN NOT NULL,
    "said" JSONB,
    "helpedBy" TEXT,
    "refused" TEXT[],

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "AnswerCount" (
    "day" DATE NOT NULL,
    "chat" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "card" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "AnswerCount_pkey" PRIMARY KEY ("day","chat","what","card")
);

CREATE UNIQUE INDEX "Question_key_key" ON "Question"("key");
CREATE INDEX "Question_chat_account_askedAt_idx" ON "Question"("chat", "account", "askedAt");
CREATE INDEX "Question_askedAt_idx" ON "Question"("askedAt");
