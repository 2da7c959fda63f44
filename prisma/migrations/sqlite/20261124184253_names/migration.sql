-- AlterTable
ALTER TABLE "Speaker" ADD COLUMN "aliases" TEXT NOT NULL DEFAULT '[]';

-- The names of speakers, sources and topics, as they are found by (docs/decisions/0071): the one that each has, those
-- it goes by besides, and those it had while it stood in public. None of this is in the Prisma schema: lib/db/migrate.ts
-- names the tables as external. A later migration that makes "Speaker", "Source" or "Topic" anew, as Prisma does on
-- SQLite, drops the triggers with it and has to make them again; tests/db/names.test.ts fails where it does not.
CREATE TABLE "RecordName" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,     -- speaker | source | topic
    "recordId" TEXT NOT NULL,
    "role" TEXT NOT NULL,     -- name | alias | former
    "name" TEXT NOT NULL
);
CREATE INDEX "RecordName_recordId_idx" ON "RecordName"("recordId");

-- By words, each kind in a column of its own, as claims are (migration search); and by letters, for what is misspelt.
CREATE VIRTUAL TABLE "NameText" USING fts5(
    "speaker", "source", "topic", content = '', contentless_delete = 1,
    tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
);
CREATE VIRTUAL TABLE "NameLetters" USING fts5(
    "letters", content = '', contentless_delete = 1, detail = none, tokenize = "trigram remove_diacritics 1"
);

CREATE VIEW "NameWords" AS
SELECT n."id", CASE WHEN n."name" GLOB f."other" AND n."name" GLOB f."some" THEN (
    WITH RECURSIVE "step"("i", "letter") AS (
        SELECT 1, substr(n."name", 1, 1)
        UNION ALL
        SELECT "i" + 1, substr(n."name", "i" + 1, 1) FROM "step" WHERE "i" < length(n."name")
    )
    SELECT group_concat(CASE
        WHEN "letter" GLOB f."apart" THEN ' ' || "letter" || ' '
        WHEN "letter" GLOB f."dropped" THEN ''
        WHEN instr(f."letters", "letter") > 0 THEN substr(f."folded", instr(f."letters", "letter"), 1)
        WHEN unicode("letter") BETWEEN 0xFF01 AND 0xFF5E THEN char(unicode("letter") - 0xFEE0)
        WHEN "letter" = 'ß' THEN 'ss'
        WHEN "letter" IN ('æ', 'Æ') THEN 'ae'
        WHEN "letter" IN ('œ', 'Œ') THEN 'oe'
        WHEN "letter" IN ('þ', 'Þ') THEN 'th'
        ELSE "letter" END, '' ORDER BY "i")
    FROM "step"
) ELSE n."name" END AS "words"
FROM "RecordName" n CROSS JOIN "ClaimFolding" f;

CREATE TRIGGER "RecordName_added" AFTER INSERT ON "RecordName"
BEGIN
    INSERT INTO "NameText" (rowid, "speaker", "source", "topic")
        SELECT new."id", CASE new."kind" WHEN 'speaker' THEN w."words" END,
            CASE new."kind" WHEN 'source' THEN w."words" END, CASE new."kind" WHEN 'topic' THEN w."words" END
        FROM "NameWords" w WHERE w."id" = new."id";
    INSERT INTO "NameLetters" (rowid, "letters")
        SELECT new."id", ' ' || w."words" || ' ' FROM "NameWords" w WHERE w."id" = new."id";
END;
CREATE TRIGGER "RecordName_removed" AFTER DELETE ON "RecordName"
BEGIN
    DELETE FROM "NameText" WHERE rowid = old."id";
    DELETE FROM "NameLetters" WHERE rowid = old."id";
END;

CREATE TRIGGER "Speaker_name_added" AFTER INSERT ON "Speaker"
BEGIN
    INSERT INTO "RecordName" ("kind", "recordId", "role", "name") VALUES ('speaker', new."id", 'name', new."name");
    INSERT INTO "RecordName" ("kind", "recordId", "role", "name")
        SELECT 'speaker', new."id", 'alias', a."value" FROM json_each(new."aliases") a;
END;
CREATE TRIGGER "Speaker_name_changed" AFTER UPDATE OF "name" ON "Speaker" WHEN old."name" IS NOT new."name"
BEGIN
    DELETE FROM "RecordName" WHERE "recordId" = new."id"
        AND ("role" = 'name' OR ("role" = 'former' AND "name" IN (old."name", new."name")));
    INSERT INTO "RecordName" ("kind", "recordId", "role", "name") VALUES ('speaker', new."id", 'name', new."name");
    -- What was corrected before readers saw it was never its name.
    INSERT INTO "RecordName" ("kind", "recordId", "role", "name")
        SELECT 'speaker', new."id", 'former', old."name" WHERE old."shelf" = 'public' AND new."shelf" = 'public'
            AND old."kind" <> 'anonymous' AND new."kind" <> 'anonymous';
END;
CREATE TRIGGER "Speaker_name_removed" AFTER DELETE ON "Speaker"
BEGIN
    DELETE FROM "RecordName" WHERE "recordId" = old."id" AND "kind" = 'speaker';
END;
CREATE TRIGGER "Speaker_aliases_changed" AFTER UPDATE OF "aliases" ON "Speaker" WHEN old."aliases" IS NOT new."aliases"
BEGIN
    DELETE FROM "RecordName" WHERE "recordId" = new."id" AND "role" = 'alias';
    INSERT INTO "RecordName" ("kind", "recordId", "role", "name")
        SELECT 'speaker', new."id", 'alias', a."value" FROM json_each(new."aliases") a;
END;

CREATE TRIGGER "Source_name_added" AFTER INSERT ON "Source"
BEGIN
    INSERT INTO "RecordName" ("kind", "recordId", "role", "name") VALUES ('source', new."id", 'name', new."title");
END;
CREATE TRIGGER "Source_name_changed" AFTER UPDATE OF "title" ON "Source" WHEN old."title" IS NOT new."title"
BEGIN
    DELETE FROM "RecordName" WHERE "recordId" = new."id"
        AND ("role" = 'name' OR ("role" = 'former' AND "name" IN (old."title", new."title")));
    INSERT INTO "RecordName" ("kind", "recordId", "role", "name") VALUES ('source', new."id", 'name', new."title");
    -- What was corrected before readers saw it was never its name.
    INSERT INTO "RecordName" ("kind", "recordId", "role", "name")
        SELECT 'source', new."id", 'former', old."title" WHERE old."shelf" = 'public' AND new."shelf" = 'public';
END;
CREATE TRIGGER "Source_name_removed" AFTER DELETE ON "Source"
BEGIN
    DELETE FROM "RecordName" WHERE "recordId" = old."id" AND "kind" = 'source';
END;

CREATE TRIGGER "Topic_name_added" AFTER INSERT ON "Topic"
BEGIN
    INSERT INTO "RecordName" ("kind", "recordId", "role", "name") VALUES ('topic', new."id", 'name', new."name");
END;
CREATE TRIGGER "Topic_name_changed" AFTER UPDATE OF "name" ON "Topic" WHEN old."name" IS NOT new."name"
BEGIN
    DELETE FROM "RecordName" WHERE "recordId" = new."id"
        AND ("role" = 'name' OR ("role" = 'former' AND "name" IN (old."name", new."name")));
    INSERT INTO "RecordName" ("kind", "recordId", "role", "name") VALUES ('topic', new."id", 'name', new."name");
    -- What was corrected before readers saw it was never its name.
    INSERT INTO "RecordName" ("kind", "recordId", "role", "name")
        SELECT 'topic', new."id", 'former', old."name" WHERE old."shelf" = 'public' AND new."shelf" = 'public';
END;
CREATE TRIGGER "Topic_name_removed" AFTER DELETE ON "Topic"
BEGIN
    DELETE FROM "RecordName" WHERE "recordId" = old."id" AND "kind" = 'topic';
END;

-- Those that are there already.
INSERT INTO "RecordName" ("kind", "recordId", "role", "name") SELECT 'speaker', "id", 'name', "name" FROM "Speaker";
INSERT INTO "RecordName" ("kind", "recordId", "role", "name") SELECT 'source', "id", 'name', "title" FROM "Source";
INSERT INTO "RecordName" ("kind", "recordId", "role", "name") SELECT 'topic', "id", 'name', "name" FROM "Topic";
