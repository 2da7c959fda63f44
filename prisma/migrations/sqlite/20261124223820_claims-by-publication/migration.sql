-- CreateIndex
CREATE INDEX "Claim_shelf_publishedAt_id_idx" ON "Claim"("shelf", "publishedAt", "id");
