-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Claim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "shelf" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stateNote" TEXT,
    "ownerId" TEXT,
    "submittedById" TEXT,
    "publishedAt" DATETIME,
    "statement" TEXT NOT NULL,
    "quote" TEXT,
    "quoteSelector" TEXT,
    "speechAct" TEXT NOT NULL,
    "speakerId" TEXT,
    "speakerSort" TEXT NOT NULL,
    "capacity" TEXT NOT NULL DEFAULT 'personal',
    "capacityOrgId" TEXT,
    "basis" TEXT NOT NULL DEFAULT 'not_stated',
    "saidOn" TEXT,
    "saidFrom" INTEGER NOT NULL,
    "saidTo" INTEGER NOT NULL,
    "venue" TEXT,
    "place" TEXT,
    "note" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "status" TEXT NOT NULL,
    "shownStatus" TEXT NOT NULL,
    "statusRank" INTEGER NOT NULL,
    "family" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "ruleset" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "sentenceFacts" TEXT NOT NULL DEFAULT '',
    "originsFor" INTEGER,
    "originsAgainst" INTEGER,
    "originsSort" INTEGER NOT NULL,
    "tierFor" INTEGER NOT NULL,
    "tierAgainst" INTEGER NOT NULL,
    "flags" TEXT NOT NULL,
    "evidenceFor" INTEGER NOT NULL,
    "evidenceAgainst" INTEGER NOT NULL,
    "inputsHash" TEXT NOT NULL,
    CONSTRAINT "Claim_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Claim_capacityOrgId_fkey" FOREIGN KEY ("capacityOrgId") REFERENCES "Speaker" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Claim_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Claim" ("basis", "capacity", "capacityOrgId", "evidenceAgainst", "evidenceFor", "family", "flags", "id", "inputsHash", "language", "note", "originsAgainst", "originsFor", "originsSort", "ownerId", "place", "publishedAt", "quote", "quoteSelector", "recordedAt", "rule", "ruleset", "saidFrom", "saidOn", "saidTo", "sentence", "shelf", "shownStatus", "slug", "speakerId", "speakerSort", "speechAct", "state", "stateNote", "statement", "status", "statusRank", "submittedById", "tierAgainst", "tierFor", "updatedAt", "venue", "version") SELECT "basis", "capacity", "capacityOrgId", "evidenceAgainst", "evidenceFor", "family", "flags", "id", "inputsHash", "language", "note", "originsAgainst", "originsFor", "originsSort", "ownerId", "place", "publishedAt", "quote", "quoteSelector", "recordedAt", "rule", "ruleset", "saidFrom", "saidOn", "saidTo", "sentence", "shelf", "shownStatus", "slug", "speakerId", "speakerSort", "speechAct", "state", "stateNote", "statement", "status", "statusRank", "submittedById", "tierAgainst", "tierFor", "updatedAt", "venue", "version" FROM "Claim";
DROP TABLE "Claim";
ALTER TABLE "new_Claim" RENAME TO "Claim";
CREATE UNIQUE INDEX "Claim_slug_key" ON "Claim"("slug");
CREATE INDEX "Claim_shelf_saidFrom_id_idx" ON "Claim"("shelf", "saidFrom", "id");
CREATE INDEX "Claim_shelf_recordedAt_id_idx" ON "Claim"("shelf", "recordedAt", "id");
CREATE INDEX "Claim_shelf_speakerSort_id_idx" ON "Claim"("shelf", "speakerSort", "id");
CREATE INDEX "Claim_shelf_statusRank_id_idx" ON "Claim"("shelf", "statusRank", "id");
CREATE INDEX "Claim_shelf_originsSort_id_idx" ON "Claim"("shelf", "originsSort", "id");
CREATE INDEX "Claim_shelf_speakerId_saidFrom_id_idx" ON "Claim"("shelf", "speakerId", "saidFrom", "id");
CREATE INDEX "Claim_shelf_speakerId_family_saidFrom_id_idx" ON "Claim"("shelf", "speakerId", "family", "saidFrom", "id");
CREATE INDEX "Claim_shelf_shownStatus_saidFrom_id_idx" ON "Claim"("shelf", "shownStatus", "saidFrom", "id");
CREATE INDEX "Claim_shelf_family_saidFrom_id_idx" ON "Claim"("shelf", "family", "saidFrom", "id");
CREATE INDEX "Claim_shelf_speechAct_saidFrom_id_idx" ON "Claim"("shelf", "speechAct", "saidFrom", "id");
CREATE INDEX "Claim_shelf_basis_saidFrom_id_idx" ON "Claim"("shelf", "basis", "saidFrom", "id");
CREATE INDEX "Claim_speakerId_idx" ON "Claim"("speakerId");
CREATE INDEX "Claim_capacityOrgId_idx" ON "Claim"("capacityOrgId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
