-- AlterTable
ALTER TABLE "Speaker" ADD COLUMN     "aliases" TEXT COLLATE "C" NOT NULL DEFAULT '[]';

-- The names of speakers, sources and topics, as they are found by (docs/decisions/0071): the one that each has, those
-- it goes by besides, and those it had while it stood in public. None of this is in the Prisma schema: lib/db/migrate.ts
-- names the tables as external. A later migration that makes "Speaker", "Source" or "Topic" anew, drops the triggers with it and has to make them again; tests/db/names.test.ts fails where it does not.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE "RecordName" (
    "id" INTEGER NOT NULL GENERATED ALWAYS AS IDENTITY,
    "kind" TEXT COLLATE "C" NOT NULL,      -- speaker | source | topic
    "recordId" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,      -- name | alias | former
    "name" TEXT COLLATE "C" NOT NULL,
    "letters" TEXT NOT NULL GENERATED ALWAYS AS (' ' || "claimWords"("name") || ' ') STORED,
    "words" TSVECTOR NOT NULL GENERATED ALWAYS AS (to_tsvector('claim_text', "claimWords"("name"))) STORED,
    CONSTRAINT "RecordName_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "RecordName_recordId_idx" ON "RecordName"("recordId");
-- By words, as claims are (migration search); and by letters, for what is misspelt.
CREATE INDEX "RecordName_words_idx" ON "RecordName" USING GIN ("words") WITH (fastupdate = off);
CREATE INDEX "RecordName_letters_idx" ON "RecordName" USING GIN ("letters" gin_trgm_ops) WITH (fastupdate = off);

-- Arguments of the trigger: the kind of the record, and the column of its name.
CREATE FUNCTION "recordNamed"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
    was JSONB := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    now JSONB := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    record TEXT := coalesce(now, was) ->> 'id';
    old_name TEXT := was ->> TG_ARGV[1];
    new_name TEXT := now ->> TG_ARGV[1];
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM "RecordName" WHERE "recordId" = record AND "kind" = TG_ARGV[0];
        RETURN NULL;
    END IF;
    IF old_name IS DISTINCT FROM new_name THEN
        DELETE FROM "RecordName" WHERE "recordId" = record
            AND ("role" = 'name' OR ("role" = 'former' AND "name" IN (old_name, new_name)));
        INSERT INTO "RecordName" ("kind", "recordId", "role", "name") VALUES (TG_ARGV[0], record, 'name', new_name);
        -- What was corrected before readers saw it was never its name.
        IF was ->> 'shelf' = 'public' AND now ->> 'shelf' = 'public'
            AND (TG_ARGV[0] <> 'speaker' OR 'anonymous' NOT IN (was ->> 'kind', now ->> 'kind')) THEN
            INSERT INTO "RecordName" ("kind", "recordId", "role", "name") VALUES (TG_ARGV[0], record, 'former', old_name);
        END IF;
    END IF;
    IF was ->> 'aliases' IS DISTINCT FROM now ->> 'aliases' THEN
        DELETE FROM "RecordName" WHERE "recordId" = record AND "role" = 'alias';
        INSERT INTO "RecordName" ("kind", "recordId", "role", "name")
            SELECT TG_ARGV[0], record, 'alias', a.value FROM jsonb_array_elements_text((now ->> 'aliases')::jsonb) a;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER "Speaker_name_added_or_removed" AFTER INSERT OR DELETE ON "Speaker"
    FOR EACH ROW EXECUTE FUNCTION "recordNamed"('speaker', 'name');
CREATE TRIGGER "Speaker_name_changed" AFTER UPDATE OF "name", "aliases" ON "Speaker"
    FOR EACH ROW WHEN (OLD."name" IS DISTINCT FROM NEW."name" OR OLD."aliases" IS DISTINCT FROM NEW."aliases")
    EXECUTE FUNCTION "recordNamed"('speaker', 'name');

CREATE TRIGGER "Source_name_added_or_removed" AFTER INSERT OR DELETE ON "Source"
    FOR EACH ROW EXECUTE FUNCTION "recordNamed"('source', 'title');
CREATE TRIGGER "Source_name_changed" AFTER UPDATE OF "title" ON "Source"
    FOR EACH ROW WHEN (OLD."title" IS DISTINCT FROM NEW."title")
    EXECUTE FUNCTION "recordNamed"('source', 'title');

CREATE TRIGGER "Topic_name_added_or_removed" AFTER INSERT OR DELETE ON "Topic"
    FOR EACH ROW EXECUTE FUNCTION "recordNamed"('topic', 'name');
CREATE TRIGGER "Topic_name_changed" AFTER UPDATE OF "name" ON "Topic"
    FOR EACH ROW WHEN (OLD."name" IS DISTINCT FROM NEW."name")
    EXECUTE FUNCTION "recordNamed"('topic', 'name');

-- Those that are there already.
INSERT INTO "RecordName" ("kind", "recordId", "role", "name") SELECT 'speaker', "id", 'name', "name" FROM "Speaker";
INSERT INTO "RecordName" ("kind", "recordId", "role", "name") SELECT 'source', "id", 'name', "title" FROM "Source";
INSERT INTO "RecordName" ("kind", "recordId", "role", "name") SELECT 'topic', "id", 'name', "name" FROM "Topic";
