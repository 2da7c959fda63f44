-- CreateTable
CREATE TABLE "DeferredIndex" (
    "name" TEXT COLLATE "C" NOT NULL,
    "sql" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "DeferredIndex_pkey" PRIMARY KEY ("name")
);
