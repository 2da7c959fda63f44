-- CreateIndex
CREATE INDEX "Source_shelf_recordedAt_id_idx" ON "Source"("shelf", "recordedAt", "id");

-- CreateIndex
CREATE INDEX "Speaker_shelf_recordedAt_id_idx" ON "Speaker"("shelf", "recordedAt", "id");
