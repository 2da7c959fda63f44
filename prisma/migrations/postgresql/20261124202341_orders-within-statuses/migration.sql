-- CreateIndex
CREATE INDEX "Claim_shelf_shownStatus_originsSort_id_idx" ON "Claim"("shelf", "shownStatus", "originsSort", "id");

-- CreateIndex
CREATE INDEX "Claim_shelf_shownStatus_recordedAt_id_idx" ON "Claim"("shelf", "shownStatus", "recordedAt", "id");
