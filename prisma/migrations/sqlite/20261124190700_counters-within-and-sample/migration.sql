-- The counters and the keys of the sample are kept in the order of their key, as in 20261124150000.
-- CreateTable
CREATE TABLE "ClaimSample" (
    "claimId" TEXT NOT NULL PRIMARY KEY,
    "keys" TEXT NOT NULL,
    CONSTRAINT "ClaimSample_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SampleKey" (
    "claimId" TEXT NOT NULL,
    "facet" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,

    PRIMARY KEY ("claimId", "facet", "value")
) WITHOUT ROWID;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_ClaimCount" (
    "within" TEXT NOT NULL DEFAULT '',
    "facet" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    PRIMARY KEY ("within", "facet", "value", "status")
) WITHOUT ROWID;
INSERT INTO "new_ClaimCount" ("facet", "n", "status", "value") SELECT "facet", "n", "status", "value" FROM "ClaimCount";
DROP TABLE "ClaimCount";
ALTER TABLE "new_ClaimCount" RENAME TO "ClaimCount";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "SampleKey_facet_value_rank_claimId_idx" ON "SampleKey"("facet", "value", "rank", "claimId");

-- CreateIndex
CREATE INDEX "Source_shelf_status_sortTitle_id_idx" ON "Source"("shelf", "status", "sortTitle", "id");
