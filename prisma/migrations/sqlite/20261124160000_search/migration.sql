-- Full-text search over claims (docs/decisions/0040). None of this is in the Prisma schema: lib/db/migrate.ts names the
-- tables as external. A later migration that makes "Claim" anew, as Prisma does on SQLite, drops the triggers with it
-- and has to make them again; tests/db/search.test.ts fails where it does not.

-- A whole number for each claim that stays: the implicit row id of "Claim" may change.
CREATE TABLE "ClaimDocument" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL
);
CREATE UNIQUE INDEX "ClaimDocument_claimId_key" ON "ClaimDocument"("claimId");

-- Holds a row only within a transaction that writes many claims and indexes them together at its end.
CREATE TABLE "ClaimTextLater" ("id" INTEGER NOT NULL PRIMARY KEY);

-- Contentless, since "Claim" has the text. Marks (M) belong to words: without them Hindi falls into single letters.
CREATE VIRTUAL TABLE "ClaimText" USING fts5(
    "statement", "quote", content = '', contentless_delete = 1,
    tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
);

-- What the tokenizer does not fold, as lib/domain/repeats/fold.ts has it, in one row of letters for GLOB.
CREATE TABLE "ClaimFolding" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "dropped" TEXT NOT NULL,  -- points and accents
    "apart" TEXT NOT NULL,    -- of scripts without spaces: each stands alone, and a phrase finds any part of a run
    "letters" TEXT NOT NULL,  -- become these:
    "folded" TEXT NOT NULL,
    "some" TEXT NOT NULL,     -- a text with one of all these
    "other" TEXT NOT NULL     -- a text with one that is not known to be none of them: quick to tell
);
INSERT INTO "ClaimFolding" VALUES (
    1,
    char(0x300, 45, 0x36F, 0x591, 45, 0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7, 0x610, 45, 0x61A, 0x640,
        0x64B, 45, 0x65F, 0x670, 0x6D6, 45, 0x6DC, 0x6DF, 45, 0x6E8, 0x6EA, 45, 0x6ED),
    char(0xE00, 45, 0xEFF, 0x1000, 45, 0x109F, 0x1780, 45, 0x17FF, 0x3041, 45, 0x30FF, 0x3105, 45, 0x312F,
        0x31A0, 45, 0x31BF, 0x31F0, 45, 0x31FF, 0x3400, 45, 0x4DBF, 0x4E00, 45, 0x9FFF, 0xAC00, 45, 0xD7A3,
        0xF900, 45, 0xFAFF, 0x20000, 45, 0x3FFFF),
    'ÐØðøĐđĦħıŁłΆΈΉΊΌΎΏΐΪΫάέήίΰςϊϋόύώЁёآأؤإئةىٱکی',
    'dododdhhillαεηιουωιιυαεηιυσιυουωееااوايهياكي',
    '',
    '*[^ -~' || char(0x2010, 45, 0x204F, 0xA0, 45, 0xC5, 0xE0, 45, 0xE5, 0xE7, 45, 0xEF, 0xF1, 45, 0xF7, 0xF9, 45, 0xFD) || ']*'
);
UPDATE "ClaimFolding" SET
    "some" = '*[ßÆæŒœÞþ' || char(0xFF01, 45, 0xFF5E) || "letters" || "dropped" || "apart" || ']*',
    "dropped" = '[' || "dropped" || ']',
    "apart" = '[' || "apart" || ']';

-- What of each claim is indexed: most text as it is, and where some letter asks for it, put together letter by letter.
CREATE VIEW "ClaimWords" AS
SELECT c."id", c."field", CASE WHEN c."text" GLOB f."other" AND c."text" GLOB f."some" THEN (
    WITH RECURSIVE "step"("i", "letter") AS (
        SELECT 1, substr(c."text", 1, 1)
        UNION ALL
        SELECT "i" + 1, substr(c."text", "i" + 1, 1) FROM "step" WHERE "i" < length(c."text")
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
) ELSE c."text" END AS "words"
FROM (
    SELECT "id", 'statement' AS "field", "statement" AS "text" FROM "Claim"
    UNION ALL SELECT "id", 'quote', "quote" FROM "Claim"
) c CROSS JOIN "ClaimFolding" f;

CREATE TRIGGER "Claim_text_added" AFTER INSERT ON "Claim"
WHEN NOT EXISTS (SELECT 1 FROM "ClaimTextLater")
BEGIN
    INSERT INTO "ClaimDocument" ("claimId") VALUES (new."id");
    -- Plain ASCII is not looked at letter by letter, nor read back.
    INSERT INTO "ClaimText" (rowid, "statement", "quote") VALUES (
        last_insert_rowid(),
        CASE WHEN octet_length(new."statement") = length(new."statement") THEN new."statement"
            ELSE (SELECT "words" FROM "ClaimWords" WHERE "id" = new."id" AND "field" = 'statement') END,
        CASE WHEN octet_length(new."quote") = length(new."quote") THEN new."quote"
            WHEN new."quote" IS NOT NULL
            THEN (SELECT "words" FROM "ClaimWords" WHERE "id" = new."id" AND "field" = 'quote') END
    );
END;

-- Commands write whole rows, and the derived columns change far more often than the text does.
CREATE TRIGGER "Claim_text_changed" AFTER UPDATE OF "statement", "quote" ON "Claim"
WHEN old."statement" IS NOT new."statement" OR old."quote" IS NOT new."quote"
BEGIN
    DELETE FROM "ClaimText" WHERE rowid = (SELECT "id" FROM "ClaimDocument" WHERE "claimId" = new."id");
    INSERT INTO "ClaimText" (rowid, "statement", "quote")
        SELECT d."id",
            (SELECT "words" FROM "ClaimWords" WHERE "id" = d."claimId" AND "field" = 'statement'),
            (SELECT "words" FROM "ClaimWords" WHERE "id" = d."claimId" AND "field" = 'quote')
        FROM "ClaimDocument" d WHERE d."claimId" = new."id";
END;

CREATE TRIGGER "Claim_text_removed" AFTER DELETE ON "Claim"
BEGIN
    DELETE FROM "ClaimText" WHERE rowid = (SELECT "id" FROM "ClaimDocument" WHERE "claimId" = old."id");
    DELETE FROM "ClaimDocument" WHERE "claimId" = old."id";
END;

-- The claims that are there already.
INSERT INTO "ClaimDocument" ("claimId") SELECT "id" FROM "Claim" ORDER BY rowid;
INSERT INTO "ClaimText" (rowid, "statement", "quote")
    SELECT d."id",
        (SELECT "words" FROM "ClaimWords" WHERE "id" = d."claimId" AND "field" = 'statement'),
        (SELECT "words" FROM "ClaimWords" WHERE "id" = d."claimId" AND "field" = 'quote')
    FROM "ClaimDocument" d;
