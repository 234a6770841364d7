-- CreateIndex
CREATE INDEX "Message_isAutomatic_at_idx" ON "Message"("isAutomatic", "at");
