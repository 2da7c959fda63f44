-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "email" TEXT,
    "role" TEXT,
    "userId" TEXT,
    "byId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "revokedAt" DATETIME,
    CONSTRAINT "OneTimeLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OneTimeLink_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT,
    "base" INTEGER,
    "title" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "refusal" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Draft_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "resolvedAt" DATETIME,
    "resolvedBy" TEXT,
    CONSTRAINT "Comment_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Mention" (
    "commentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "seenAt" DATETIME,

    PRIMARY KEY ("commentId", "userId"),
    CONSTRAINT "Mention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Mention_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "contact" TEXT,
    "at" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "answeredAt" DATETIME,
    "answeredBy" TEXT,
    CONSTRAINT "Report_answeredBy_fkey" FOREIGN KEY ("answeredBy") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SpeakerMerge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fromId" TEXT NOT NULL,
    "intoId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "moved" TEXT NOT NULL,
    "undoneAt" DATETIME,
    "undoneBy" TEXT,
    "undoneWhy" TEXT,
    CONSTRAINT "SpeakerMerge_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SpeakerMerge_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT,
    "input" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "cursor" TEXT,
    "result" TEXT,
    "error" TEXT,
    "byId" TEXT,
    "byName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "beatAt" DATETIME,
    "finishedAt" DATETIME,
    CONSTRAINT "Job_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Claim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "shelf" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stateNote" TEXT,
    "ownerId" TEXT,
    "submittedById" TEXT,
    "publishedAt" DATETIME,
    "statement" TEXT NOT NULL,
    "quote" TEXT,
    "quoteSelector" TEXT,
    "speechAct" TEXT NOT NULL,
    "speakerId" TEXT,
    "speakerSort" TEXT NOT NULL,
    "capacity" TEXT NOT NULL DEFAULT 'personal',
    "capacityOrgId" TEXT,
    "basis" TEXT NOT NULL DEFAULT 'not_stated',
    "saidOn" TEXT,
    "saidFrom" INTEGER NOT NULL,
    "saidTo" INTEGER NOT NULL,
    "venue" TEXT,
    "place" TEXT,
    "note" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "status" TEXT NOT NULL,
    "shownStatus" TEXT NOT NULL,
    "statusRank" INTEGER NOT NULL,
    "family" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "ruleset" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "originsFor" INTEGER,
    "originsAgainst" INTEGER,
    "originsSort" INTEGER NOT NULL,
    "tierFor" INTEGER NOT NULL,
    "tierAgainst" INTEGER NOT NULL,
    "flags" TEXT NOT NULL,
    "evidenceFor" INTEGER NOT NULL,
    "evidenceAgainst" INTEGER NOT NULL,
    "inputsHash" TEXT NOT NULL,
    CONSTRAINT "Claim_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Claim_capacityOrgId_fkey" FOREIGN KEY ("capacityOrgId") REFERENCES "Speaker" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Claim_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Claim" ("basis", "capacity", "capacityOrgId", "evidenceAgainst", "evidenceFor", "family", "flags", "id", "inputsHash", "language", "note", "originsAgainst", "originsFor", "originsSort", "place", "quote", "quoteSelector", "recordedAt", "rule", "ruleset", "saidFrom", "saidOn", "saidTo", "sentence", "shelf", "shownStatus", "slug", "speakerId", "speakerSort", "speechAct", "state", "stateNote", "statement", "status", "statusRank", "tierAgainst", "tierFor", "updatedAt", "venue", "version") SELECT "basis", "capacity", "capacityOrgId", "evidenceAgainst", "evidenceFor", "family", "flags", "id", "inputsHash", "language", "note", "originsAgainst", "originsFor", "originsSort", "place", "quote", "quoteSelector", "recordedAt", "rule", "ruleset", "saidFrom", "saidOn", "saidTo", "sentence", "shelf", "shownStatus", "slug", "speakerId", "speakerSort", "speechAct", "state", "stateNote", "statement", "status", "statusRank", "tierAgainst", "tierFor", "updatedAt", "venue", "version" FROM "Claim";
DROP TABLE "Claim";
ALTER TABLE "new_Claim" RENAME TO "Claim";
CREATE UNIQUE INDEX "Claim_slug_key" ON "Claim"("slug");
CREATE INDEX "Claim_shelf_saidFrom_id_idx" ON "Claim"("shelf", "saidFrom", "id");
CREATE INDEX "Claim_shelf_recordedAt_id_idx" ON "Claim"("shelf", "recordedAt", "id");
CREATE INDEX "Claim_shelf_speakerSort_id_idx" ON "Claim"("shelf", "speakerSort", "id");
CREATE INDEX "Claim_shelf_statusRank_id_idx" ON "Claim"("shelf", "statusRank", "id");
CREATE INDEX "Claim_shelf_originsSort_id_idx" ON "Claim"("shelf", "originsSort", "id");
CREATE INDEX "Claim_shelf_speakerId_saidFrom_id_idx" ON "Claim"("shelf", "speakerId", "saidFrom", "id");
CREATE INDEX "Claim_shelf_speakerId_family_saidFrom_id_idx" ON "Claim"("shelf", "speakerId", "family", "saidFrom", "id");
CREATE INDEX "Claim_shelf_shownStatus_saidFrom_id_idx" ON "Claim"("shelf", "shownStatus", "saidFrom", "id");
CREATE INDEX "Claim_shelf_family_saidFrom_id_idx" ON "Claim"("shelf", "family", "saidFrom", "id");
CREATE INDEX "Claim_shelf_speechAct_saidFrom_id_idx" ON "Claim"("shelf", "speechAct", "saidFrom", "id");
CREATE INDEX "Claim_shelf_basis_saidFrom_id_idx" ON "Claim"("shelf", "basis", "saidFrom", "id");
CREATE INDEX "Claim_speakerId_idx" ON "Claim"("speakerId");
CREATE INDEX "Claim_capacityOrgId_idx" ON "Claim"("capacityOrgId");
CREATE TABLE "new_Review" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "reviewerId" TEXT NOT NULL,
    "ratingText" TEXT NOT NULL,
    "ratingValue" REAL,
    "scaleId" TEXT,
    "summary" TEXT,
    "url" TEXT,
    "title" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "state" TEXT NOT NULL DEFAULT 'published',
    "reviewedOn" TEXT NOT NULL,
    "reviewedFrom" INTEGER NOT NULL,
    "ownerId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Review_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Review_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Review_scaleId_fkey" FOREIGN KEY ("scaleId") REFERENCES "RatingScale" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Review_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Review" ("claimId", "id", "language", "ratingText", "ratingValue", "recordedAt", "reviewedFrom", "reviewedOn", "reviewerId", "scaleId", "state", "summary", "title", "updatedAt", "url") SELECT "claimId", "id", "language", "ratingText", "ratingValue", "recordedAt", "reviewedFrom", "reviewedOn", "reviewerId", "scaleId", "state", "summary", "title", "updatedAt", "url" FROM "Review";
DROP TABLE "Review";
ALTER TABLE "new_Review" RENAME TO "Review";
CREATE INDEX "Review_claimId_state_idx" ON "Review"("claimId", "state");
CREATE INDEX "Review_reviewerId_reviewedFrom_idx" ON "Review"("reviewerId", "reviewedFrom");
CREATE INDEX "Review_state_reviewedFrom_id_idx" ON "Review"("state", "reviewedFrom", "id");
CREATE INDEX "Review_scaleId_idx" ON "Review"("scaleId");
CREATE INDEX "Review_ownerId_idx" ON "Review"("ownerId");
CREATE TABLE "new_User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'contributor',
    "disabledAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);
INSERT INTO "new_User" ("createdAt", "disabledAt", "email", "emailVerified", "id", "image", "name", "role", "updatedAt") SELECT "createdAt", "disabledAt", "email", "emailVerified", "id", "image", "name", "role", "updatedAt" FROM "User";
DROP TABLE "User";
ALTER TABLE "new_User" RENAME TO "User";
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
CREATE INDEX "User_role_idx" ON "User"("role");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_tokenHash_key" ON "OneTimeLink"("tokenHash");

-- CreateIndex
CREATE INDEX "OneTimeLink_purpose_createdAt_idx" ON "OneTimeLink"("purpose", "createdAt");

-- CreateIndex
CREATE INDEX "OneTimeLink_userId_idx" ON "OneTimeLink"("userId");

-- CreateIndex
CREATE INDEX "OneTimeLink_byId_idx" ON "OneTimeLink"("byId");

-- CreateIndex
CREATE INDEX "Draft_ownerId_kind_updatedAt_idx" ON "Draft"("ownerId", "kind", "updatedAt");

-- CreateIndex
CREATE INDEX "Draft_subjectId_idx" ON "Draft"("subjectId");

-- CreateIndex
CREATE INDEX "Draft_updatedAt_idx" ON "Draft"("updatedAt");

-- CreateIndex
CREATE INDEX "Comment_claimId_at_idx" ON "Comment"("claimId", "at");

-- CreateIndex
CREATE INDEX "Comment_authorId_idx" ON "Comment"("authorId");

-- CreateIndex
CREATE INDEX "Mention_userId_seenAt_idx" ON "Mention"("userId", "seenAt");

-- CreateIndex
CREATE INDEX "Report_state_at_idx" ON "Report"("state", "at");

-- CreateIndex
CREATE INDEX "Report_subjectKind_subjectId_state_at_idx" ON "Report"("subjectKind", "subjectId", "state", "at");

-- CreateIndex
CREATE INDEX "Report_answeredBy_idx" ON "Report"("answeredBy");

-- CreateIndex
CREATE INDEX "SpeakerMerge_fromId_idx" ON "SpeakerMerge"("fromId");

-- CreateIndex
CREATE INDEX "SpeakerMerge_intoId_idx" ON "SpeakerMerge"("intoId");

-- CreateIndex
CREATE INDEX "Job_state_createdAt_idx" ON "Job"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Job_kind_subjectId_idx" ON "Job"("kind", "subjectId");

-- CreateIndex
CREATE INDEX "Job_byId_idx" ON "Job"("byId");
