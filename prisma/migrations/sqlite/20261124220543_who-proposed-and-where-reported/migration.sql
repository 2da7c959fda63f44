-- AlterTable
ALTER TABLE "Report" ADD COLUMN "address" TEXT;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN "ownerId" TEXT;

-- AlterTable
ALTER TABLE "Speaker" ADD COLUMN "ownerId" TEXT;

-- CreateIndex
CREATE INDEX "Source_ownerId_shelf_recordedAt_idx" ON "Source"("ownerId", "shelf", "recordedAt");

-- CreateIndex
CREATE INDEX "Speaker_ownerId_shelf_recordedAt_idx" ON "Speaker"("ownerId", "shelf", "recordedAt");
