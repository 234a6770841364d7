-- What a request is found by, kept beside it whoever writes: accents do not matter, one index answers.
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateTable
CREATE TABLE "TicketWords" (
    "ticketId" INTEGER NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "TicketWords_pkey" PRIMARY KEY ("ticketId")
);

-- CreateIndex
CREATE INDEX "TicketWords_words_idx" ON "TicketWords" USING GIN ("words");

-- AddForeignKey
ALTER TABLE "TicketWords" ADD CONSTRAINT "TicketWords_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Signs separate words: an address is found by its parts. A vector holds one megabyte at most.
CREATE FUNCTION telemaque_words(said text) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT to_tsvector('french', regexp_replace(unaccent(lower(left(said, 20000))), '[^[:alnum:]]+', ' ', 'g'))
$$;

CREATE FUNCTION telemaque_words_of(ticket integer) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT telemaque_words(t.subject || ' ' || t."requesterName" || ' ' || t."requesterAddress") ||
    telemaque_words(coalesce((SELECT string_agg(left(m.text, 5000), ' ' ORDER BY m.id) FROM "Message" m WHERE m."ticketId" = ticket), ''))
  FROM "Ticket" t WHERE t.id = ticket
$$;

CREATE FUNCTION telemaque_keep_words(ticket integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "TicketWords" ("ticketId", words)
  SELECT ticket, w FROM telemaque_words_of(ticket) AS w WHERE w IS NOT NULL
  ON CONFLICT ("ticketId") DO UPDATE SET words = excluded.words
$$;

CREATE FUNCTION telemaque_ticket_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM telemaque_keep_words(NEW.id);
  RETURN NULL;
END $$;

CREATE FUNCTION telemaque_message_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM telemaque_keep_words(OLD."ticketId"); END IF;
  IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND NEW."ticketId" <> OLD."ticketId") THEN
    PERFORM telemaque_keep_words(NEW."ticketId");
  END IF;
  RETURN NULL;
END $$;

-- A ticket is opened with its first message: its words are kept once, by the message.
CREATE TRIGGER "Ticket_words" AFTER UPDATE OF subject, "requesterName", "requesterAddress" ON "Ticket"
  FOR EACH ROW WHEN ((OLD.subject, OLD."requesterName", OLD."requesterAddress") IS DISTINCT FROM (NEW.subject, NEW."requesterName", NEW."requesterAddress"))
  EXECUTE FUNCTION telemaque_ticket_changed();
CREATE TRIGGER "Message_words" AFTER INSERT OR DELETE OR UPDATE OF text, "ticketId" ON "Message"
  FOR EACH ROW EXECUTE FUNCTION telemaque_message_changed();

INSERT INTO "TicketWords" ("ticketId", words) SELECT id, telemaque_words_of(id) FROM "Ticket";

-- Who has what, and what nobody has.
CREATE INDEX "Ticket_assigneeId_waitingSince_idx" ON "Ticket"("assigneeId", "waitingSince");
