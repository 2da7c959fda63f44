-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "address" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "ownerId" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "Speaker" ADD COLUMN     "ownerId" TEXT COLLATE "C";

-- CreateIndex
CREATE INDEX "Source_ownerId_shelf_recordedAt_idx" ON "Source"("ownerId", "shelf", "recordedAt");

-- CreateIndex
CREATE INDEX "Speaker_ownerId_shelf_recordedAt_idx" ON "Speaker"("ownerId", "shelf", "recordedAt");
