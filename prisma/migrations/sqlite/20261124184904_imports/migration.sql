-- CreateTable
CREATE TABLE "Import" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fileName" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "profile" TEXT NOT NULL,
    "publish" BOOLEAN NOT NULL DEFAULT false,
    "checkJobId" TEXT,
    "runJobId" TEXT,
    "byId" TEXT,
    "byName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "goneAt" DATETIME,
    CONSTRAINT "Import_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImportChunk" (
    "importId" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "data" BLOB NOT NULL,

    PRIMARY KEY ("importId", "n"),
    CONSTRAINT "ImportChunk_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImportProblem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "jobId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "skips" BOOLEAN NOT NULL
);

-- CreateTable
CREATE TABLE "ImportedRecord" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "origin" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT,
    "hash" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ImportKey" (
    "origin" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,

    PRIMARY KEY ("origin", "kind", "key"),
    CONSTRAINT "ImportKey_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "ImportedRecord" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImportProfile" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "profile" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Import_createdAt_idx" ON "Import"("createdAt");

-- CreateIndex
CREATE INDEX "Import_sha256_idx" ON "Import"("sha256");

-- CreateIndex
CREATE INDEX "Import_byId_idx" ON "Import"("byId");

-- CreateIndex
CREATE INDEX "ImportProblem_jobId_line_id_idx" ON "ImportProblem"("jobId", "line", "id");

-- CreateIndex
CREATE INDEX "ImportedRecord_subjectId_idx" ON "ImportedRecord"("subjectId");

-- CreateIndex
CREATE INDEX "ImportKey_recordId_idx" ON "ImportKey"("recordId");

-- CreateIndex
CREATE INDEX "Source_url_idx" ON "Source"("url");
