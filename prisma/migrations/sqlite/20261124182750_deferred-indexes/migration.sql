-- CreateTable
CREATE TABLE "DeferredIndex" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "sql" TEXT NOT NULL
);
