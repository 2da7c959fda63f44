-- Full-text search over claims (docs/decisions/0040). None of this is in the Prisma schema: lib/db/migrate.ts names the
-- table as external. It finds what the index of SQLite finds: the same stems, no stop words, the same folding.

-- Porter's stemmer, as FTS5 has it; the dictionaries that PostgreSQL brings would drop stop words besides.
CREATE TEXT SEARCH DICTIONARY "claim_stem" (TEMPLATE = pg_catalog.snowball, LANGUAGE = porter);
CREATE TEXT SEARCH CONFIGURATION "claim_text" (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION "claim_text"
    ALTER MAPPING FOR asciiword, word, numword WITH "claim_stem";

-- What is indexed of a text, as lib/domain/repeats/fold.ts has it: accents of Latin letters, points and tatweel are
-- dropped, some letters become others, those of scripts without spaces stand alone, and what is no letter, mark or
-- digit parts words, or the parser would make hosts, paths and signed numbers of them.
CREATE FUNCTION "claimWords"("text" TEXT) RETURNS TEXT
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    -- The columns are collated "C", under which only ASCII has capitals; here it is as the database has it.
    words TEXT COLLATE "default" := lower("text" COLLATE "default");
BEGIN
    IF words ~ '[^\u0001-\u007F]' THEN
        words := lower(normalize("text", NFKD) COLLATE "default");
        words := regexp_replace(words, '([a-zæðøđħıłœþ])[\u0300-\u036F]+', '\1', 'g');
        words := regexp_replace(
            normalize(words, NFC),
            '[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED]+',
            '', 'g');
        words := translate(
            words,
            'ÐØðøĐđĦħıŁłΆΈΉΊΌΎΏΐΪΫάέήίΰςϊϋόύώЁёآأؤإئةىٱکی',
            'dododdhhillαεηιουωιιυαεηιυσιυουωееااوايهياكي');
        words := replace(replace(replace(replace(words, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
        words := regexp_replace(
            words,
            '([\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3041-\u30FF\u3105-\u312F\u31A0-\u31BF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\U00020000-\U0003FFFF])',
            ' \1 ', 'g');
        words := regexp_replace(
            words,
            '[\u0080-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7\u0387\u05BE\u05C0\u05C3\u05F3\u05F4\u060C\u061B\u061F\u066A-\u066D\u06D4\u0964\u0965\u2000-\u206F\u20A0-\u20C0\u2190-\u2BFF\u3000-\u3004\u3008-\u3020\u3030\uFE00-\uFE6F\U0001F000-\U0001FBFF]+',
            ' ', 'g');
    END IF;
    RETURN regexp_replace(words, '[\u0001-\u002F:-@[-`{-\u007F]+', ' ', 'g');
END $$;

CREATE FUNCTION "claimVector"("statement" TEXT, "quote" TEXT) RETURNS TSVECTOR
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT setweight(to_tsvector('claim_text', "claimWords"("statement")), 'A')
        || setweight(to_tsvector('claim_text', coalesce("claimWords"("quote"), '')), 'B')
$$;

CREATE TABLE "ClaimText" (
    "id" INTEGER NOT NULL GENERATED ALWAYS AS IDENTITY,
    "claimId" TEXT COLLATE "C" NOT NULL,
    "words" TSVECTOR NOT NULL,
    CONSTRAINT "ClaimText_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ClaimText_claimId_key" ON "ClaimText"("claimId");
-- Without the list of what is still to be indexed, which every search would have to read from end to end.
CREATE INDEX "ClaimText_words_idx" ON "ClaimText" USING GIN ("words") WITH (fastupdate = off);

CREATE FUNCTION "claimTextAdded"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "ClaimText" ("claimId", "words") SELECT "id", "claimVector"("statement", "quote") FROM "added";
    RETURN NULL;
END $$;
CREATE TRIGGER "Claim_text_added" AFTER INSERT ON "Claim"
    REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "claimTextAdded"();

-- Commands write whole rows, and the derived columns change far more often than the text does.
CREATE FUNCTION "claimTextChanged"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "ClaimText" SET "words" = "claimVector"(NEW."statement", NEW."quote") WHERE "claimId" = NEW."id";
    RETURN NULL;
END $$;
CREATE TRIGGER "Claim_text_changed" AFTER UPDATE OF "statement", "quote" ON "Claim" FOR EACH ROW
    WHEN (OLD."statement" IS DISTINCT FROM NEW."statement" OR OLD."quote" IS DISTINCT FROM NEW."quote")
    EXECUTE FUNCTION "claimTextChanged"();

CREATE FUNCTION "claimTextRemoved"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM "ClaimText" t USING "removed" r WHERE t."claimId" = r."id";
    RETURN NULL;
END $$;
CREATE TRIGGER "Claim_text_removed" AFTER DELETE ON "Claim"
    REFERENCING OLD TABLE AS "removed" FOR EACH STATEMENT EXECUTE FUNCTION "claimTextRemoved"();

-- The claims that are there already.
INSERT INTO "ClaimText" ("claimId", "words") SELECT "id", "claimVector"("statement", "quote") FROM "Claim";
