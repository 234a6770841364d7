-- Lines without a ticket were hashed alone until now: the verifier must know up to which one.
INSERT INTO "Setting" (key, value)
SELECT 'journal hashed alone up to', max(id)::text FROM "JournalEntry" WHERE "ticketId" IS NULL
HAVING max(id) IS NOT NULL;

-- CreateFunction
CREATE FUNCTION "refuseJournalChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only (docs/decisions/0010)' USING ERRCODE = 'raise_exception';
END
$$;

-- CreateTrigger
CREATE TRIGGER "JournalEntry_append_only" BEFORE UPDATE OR DELETE ON "JournalEntry"
FOR EACH ROW EXECUTE FUNCTION "refuseJournalChange"();
