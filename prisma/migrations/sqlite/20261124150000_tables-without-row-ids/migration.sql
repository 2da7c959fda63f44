-- Small tables that are only read by their keys or an index are kept in the order of their key, without row ids: one
-- insert and one index less for each row. The inverted index behind the filters is most of a ledger's rows.
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;

-- RedefineTable
CREATE TABLE "new_ClaimFacet" (
    "claimId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "shelf" TEXT NOT NULL,
    "saidFrom" INTEGER NOT NULL,

    PRIMARY KEY ("claimId", "kind", "value"),
    CONSTRAINT "ClaimFacet_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_ClaimFacet" ("claimId", "kind", "value", "shelf", "saidFrom") SELECT "claimId", "kind", "value", "shelf", "saidFrom" FROM "ClaimFacet";
DROP TABLE "ClaimFacet";
ALTER TABLE "new_ClaimFacet" RENAME TO "ClaimFacet";
CREATE INDEX "ClaimFacet_kind_value_shelf_saidFrom_claimId_idx" ON "ClaimFacet"("kind", "value", "shelf", "saidFrom", "claimId");

-- RedefineTable
CREATE TABLE "new_ClaimCount" (
    "facet" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    PRIMARY KEY ("facet", "value", "status")
) WITHOUT ROWID;
INSERT INTO "new_ClaimCount" ("facet", "value", "status", "n") SELECT "facet", "value", "status", "n" FROM "ClaimCount";
DROP TABLE "ClaimCount";
ALTER TABLE "new_ClaimCount" RENAME TO "ClaimCount";

-- RedefineTable
CREATE TABLE "new_ClaimTopic" (
    "claimId" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,

    PRIMARY KEY ("claimId", "topicId"),
    CONSTRAINT "ClaimTopic_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ClaimTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_ClaimTopic" ("claimId", "topicId") SELECT "claimId", "topicId" FROM "ClaimTopic";
DROP TABLE "ClaimTopic";
ALTER TABLE "new_ClaimTopic" RENAME TO "ClaimTopic";
CREATE INDEX "ClaimTopic_topicId_idx" ON "ClaimTopic"("topicId");

-- RedefineTable
CREATE TABLE "new_LinkClaim" (
    "linkId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,

    PRIMARY KEY ("claimId", "linkId"),
    CONSTRAINT "LinkClaim_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "Link" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LinkClaim_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_LinkClaim" ("linkId", "claimId") SELECT "linkId", "claimId" FROM "LinkClaim";
DROP TABLE "LinkClaim";
ALTER TABLE "new_LinkClaim" RENAME TO "LinkClaim";
CREATE INDEX "LinkClaim_linkId_idx" ON "LinkClaim"("linkId");

-- RedefineTable
CREATE TABLE "new_Stake" (
    "claimId" TEXT NOT NULL,
    "partyId" TEXT NOT NULL,
    "stake" TEXT NOT NULL,
    "note" TEXT,

    PRIMARY KEY ("claimId", "partyId"),
    CONSTRAINT "Stake_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Stake_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_Stake" ("claimId", "partyId", "stake", "note") SELECT "claimId", "partyId", "stake", "note" FROM "Stake";
DROP TABLE "Stake";
ALTER TABLE "new_Stake" RENAME TO "Stake";
CREATE INDEX "Stake_partyId_idx" ON "Stake"("partyId");

-- RedefineTable
CREATE TABLE "new_StatusChange" (
    "eventId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "before" TEXT,
    "after" TEXT NOT NULL,

    PRIMARY KEY ("eventId", "claimId"),
    CONSTRAINT "StatusChange_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StatusChange_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_StatusChange" ("eventId", "claimId", "at", "before", "after") SELECT "eventId", "claimId", "at", "before", "after" FROM "StatusChange";
DROP TABLE "StatusChange";
ALTER TABLE "new_StatusChange" RENAME TO "StatusChange";
CREATE INDEX "StatusChange_claimId_at_idx" ON "StatusChange"("claimId", "at");

PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
