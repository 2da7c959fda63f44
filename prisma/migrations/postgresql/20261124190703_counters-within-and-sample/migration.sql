-- AlterTable
ALTER TABLE "ClaimCount" DROP CONSTRAINT "ClaimCount_pkey",
ADD COLUMN     "within" TEXT COLLATE "C" NOT NULL DEFAULT '',
ADD CONSTRAINT "ClaimCount_pkey" PRIMARY KEY ("within", "facet", "value", "status");

-- CreateTable
CREATE TABLE "ClaimSample" (
    "claimId" TEXT COLLATE "C" NOT NULL,
    "keys" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "ClaimSample_pkey" PRIMARY KEY ("claimId")
);

-- CreateTable
CREATE TABLE "SampleKey" (
    "claimId" TEXT COLLATE "C" NOT NULL,
    "facet" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "rank" INTEGER NOT NULL,

    CONSTRAINT "SampleKey_pkey" PRIMARY KEY ("claimId","facet","value")
);

-- CreateIndex
CREATE INDEX "SampleKey_facet_value_rank_claimId_idx" ON "SampleKey"("facet", "value", "rank", "claimId");

-- AddForeignKey
ALTER TABLE "ClaimSample" ADD CONSTRAINT "ClaimSample_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "Source_shelf_status_sortTitle_id_idx" ON "Source"("shelf", "status", "sortTitle", "id");
