-- What a change of a card would change is looked for at its preview, and kept nowhere.
ALTER TABLE "EntryDraft" DROP COLUMN "checked";
