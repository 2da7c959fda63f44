-- CreateTable
CREATE TABLE "Node" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Speaker" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,
    "description" TEXT,
    "identityNote" TEXT,
    "outlet" BOOLEAN NOT NULL DEFAULT false,
    "groupId" TEXT,
    "headCountWording" TEXT,
    "headCountMin" INTEGER,
    "headCountMax" INTEGER,
    "vouchedById" TEXT,
    "affiliationId" TEXT,
    "anonymityReason" TEXT,
    "wikidataId" TEXT,
    "sameAs" TEXT NOT NULL DEFAULT '[]',
    "policyLinks" TEXT NOT NULL DEFAULT '[]',
    "shelf" TEXT NOT NULL DEFAULT 'public',
    "claimCount" INTEGER NOT NULL DEFAULT 0,
    "unsupportedCount" INTEGER NOT NULL DEFAULT 0,
    "mergedIntoId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Speaker_id_fkey" FOREIGN KEY ("id") REFERENCES "Node" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Speaker_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "IndependenceGroup" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Speaker_vouchedById_fkey" FOREIGN KEY ("vouchedById") REFERENCES "Speaker" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Speaker_affiliationId_fkey" FOREIGN KEY ("affiliationId") REFERENCES "Speaker" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Speaker_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Speaker" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IndependenceGroup" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "note" TEXT
);

-- CreateTable
CREATE TABLE "Role" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "speakerId" TEXT NOT NULL,
    "orgId" TEXT NOT NULL,
    "title" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'other',
    "from" TEXT,
    "to" TEXT,
    "ended" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Role_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Role_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MayOverlap" (
    "speakerId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,

    PRIMARY KEY ("speakerId", "otherId"),
    CONSTRAINT "MayOverlap_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MayOverlap_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IdentityLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "undoneAt" DATETIME,
    "undoneBy" TEXT,
    "undoneWhy" TEXT,
    CONSTRAINT "IdentityLink_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "IdentityLink_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "sortTitle" TEXT NOT NULL,
    "publisherId" TEXT,
    "authors" TEXT NOT NULL DEFAULT '[]',
    "publishedAt" TEXT,
    "publishedFrom" INTEGER NOT NULL,
    "publishedTo" INTEGER NOT NULL,
    "modifiedAt" TEXT,
    "language" TEXT,
    "url" TEXT,
    "canonicalUrl" TEXT,
    "issuerId" TEXT,
    "authenticity" TEXT NOT NULL DEFAULT 'unverified',
    "authenticityNote" TEXT,
    "status" TEXT NOT NULL DEFAULT 'current',
    "statusNote" TEXT,
    "note" TEXT,
    "shelf" TEXT NOT NULL DEFAULT 'public',
    "claimCount" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Source_id_fkey" FOREIGN KEY ("id") REFERENCES "Node" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Source_publisherId_fkey" FOREIGN KEY ("publisherId") REFERENCES "Speaker" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Source_issuerId_fkey" FOREIGN KEY ("issuerId") REFERENCES "Speaker" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sourceId" TEXT NOT NULL,
    "uri" TEXT NOT NULL,
    "capturedAt" DATETIME NOT NULL,
    "sha256" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "tool" TEXT,
    "capturedBy" TEXT,
    CONSTRAINT "Snapshot_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CorrectionRemoves" (
    "sourceId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,

    PRIMARY KEY ("sourceId", "claimId"),
    CONSTRAINT "CorrectionRemoves_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CorrectionRemoves_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "basis" TEXT NOT NULL DEFAULT 'not_stated',
    "capacity" TEXT NOT NULL DEFAULT 'personal',
    "capacityOrgId" TEXT,
    "wording" TEXT,
    "withdrawnAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" DATETIME NOT NULL,
    CONSTRAINT "Link_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Node" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Link_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Node" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Link_capacityOrgId_fkey" FOREIGN KEY ("capacityOrgId") REFERENCES "Speaker" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LinkClaim" (
    "linkId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,

    PRIMARY KEY ("claimId", "linkId"),
    CONSTRAINT "LinkClaim_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "Link" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LinkClaim_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,
    "description" TEXT,
    "shelf" TEXT NOT NULL DEFAULT 'public',
    "claimCount" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "ClaimTopic" (
    "claimId" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,

    PRIMARY KEY ("claimId", "topicId"),
    CONSTRAINT "ClaimTopic_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ClaimTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "shelf" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stateNote" TEXT,
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
    CONSTRAINT "Claim_capacityOrgId_fkey" FOREIGN KEY ("capacityOrgId") REFERENCES "Speaker" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Stake" (
    "claimId" TEXT NOT NULL,
    "partyId" TEXT NOT NULL,
    "stake" TEXT NOT NULL,
    "note" TEXT,

    PRIMARY KEY ("claimId", "partyId"),
    CONSTRAINT "Stake_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Stake_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Appearance" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "locator" TEXT,
    "selector" TEXT,
    "wording" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Appearance_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Appearance_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "covers" TEXT NOT NULL DEFAULT 'whole',
    "targetId" TEXT,
    "basis" TEXT NOT NULL DEFAULT 'not_stated',
    "capacity" TEXT NOT NULL DEFAULT 'personal',
    "capacityOrgId" TEXT,
    "access" TEXT NOT NULL DEFAULT 'public',
    "state" TEXT NOT NULL DEFAULT 'active',
    "stateNote" TEXT,
    "excerpt" TEXT,
    "selector" TEXT,
    "locator" TEXT,
    "note" TEXT,
    "vouchedById" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "recordedAt" DATETIME NOT NULL,
    CONSTRAINT "Evidence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Node" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Evidence_capacityOrgId_fkey" FOREIGN KEY ("capacityOrgId") REFERENCES "Speaker" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Evidence_vouchedById_fkey" FOREIGN KEY ("vouchedById") REFERENCES "Speaker" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClaimRelation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    CONSTRAINT "ClaimRelation_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ClaimRelation_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Review" (
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
    "recordedAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Review_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Review_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Review_scaleId_fkey" FOREIGN KEY ("scaleId") REFERENCES "RatingScale" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RatingScale" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "publisherId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "best" REAL NOT NULL,
    "worst" REAL NOT NULL,
    "labels" TEXT NOT NULL DEFAULT '[]',
    CONSTRAINT "RatingScale_publisherId_fkey" FOREIGN KEY ("publisherId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Override" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "inputsHash" TEXT NOT NULL,
    "liftedAt" DATETIME,
    "liftedBy" TEXT,
    "liftedWhy" TEXT,
    CONSTRAINT "Override_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Event" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "shelf" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "reason" TEXT,
    "changes" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    CONSTRAINT "Event_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StatusChange" (
    "eventId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "before" TEXT,
    "after" TEXT NOT NULL,

    PRIMARY KEY ("eventId", "claimId"),
    CONSTRAINT "StatusChange_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StatusChange_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClaimFacet" (
    "claimId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "shelf" TEXT NOT NULL,
    "saidFrom" INTEGER NOT NULL,

    PRIMARY KEY ("claimId", "kind", "value"),
    CONSTRAINT "ClaimFacet_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClaimCount" (
    "facet" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    PRIMARY KEY ("facet", "value", "status")
);

-- CreateTable
CREATE TABLE "FormerSlug" (
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,

    PRIMARY KEY ("kind", "slug")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'contributor',
    "disabledAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Speaker_slug_key" ON "Speaker"("slug");

-- CreateIndex
CREATE INDEX "Speaker_shelf_sortName_id_idx" ON "Speaker"("shelf", "sortName", "id");

-- CreateIndex
CREATE INDEX "Speaker_shelf_kind_sortName_id_idx" ON "Speaker"("shelf", "kind", "sortName", "id");

-- CreateIndex
CREATE INDEX "Speaker_shelf_claimCount_id_idx" ON "Speaker"("shelf", "claimCount", "id");

-- CreateIndex
CREATE INDEX "Speaker_shelf_unsupportedCount_id_idx" ON "Speaker"("shelf", "unsupportedCount", "id");

-- CreateIndex
CREATE INDEX "Speaker_groupId_idx" ON "Speaker"("groupId");

-- CreateIndex
CREATE INDEX "Speaker_vouchedById_idx" ON "Speaker"("vouchedById");

-- CreateIndex
CREATE INDEX "Speaker_affiliationId_idx" ON "Speaker"("affiliationId");

-- CreateIndex
CREATE INDEX "Speaker_mergedIntoId_idx" ON "Speaker"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Role_speakerId_position_idx" ON "Role"("speakerId", "position");

-- CreateIndex
CREATE INDEX "Role_orgId_idx" ON "Role"("orgId");

-- CreateIndex
CREATE INDEX "MayOverlap_otherId_idx" ON "MayOverlap"("otherId");

-- CreateIndex
CREATE INDEX "IdentityLink_fromId_idx" ON "IdentityLink"("fromId");

-- CreateIndex
CREATE INDEX "IdentityLink_toId_idx" ON "IdentityLink"("toId");

-- CreateIndex
CREATE UNIQUE INDEX "Source_slug_key" ON "Source"("slug");

-- CreateIndex
CREATE INDEX "Source_shelf_sortTitle_id_idx" ON "Source"("shelf", "sortTitle", "id");

-- CreateIndex
CREATE INDEX "Source_shelf_publishedFrom_id_idx" ON "Source"("shelf", "publishedFrom", "id");

-- CreateIndex
CREATE INDEX "Source_shelf_kind_sortTitle_id_idx" ON "Source"("shelf", "kind", "sortTitle", "id");

-- CreateIndex
CREATE INDEX "Source_shelf_claimCount_id_idx" ON "Source"("shelf", "claimCount", "id");

-- CreateIndex
CREATE INDEX "Source_publisherId_idx" ON "Source"("publisherId");

-- CreateIndex
CREATE INDEX "Source_issuerId_idx" ON "Source"("issuerId");

-- CreateIndex
CREATE INDEX "Source_canonicalUrl_idx" ON "Source"("canonicalUrl");

-- CreateIndex
CREATE INDEX "Snapshot_sourceId_capturedAt_idx" ON "Snapshot"("sourceId", "capturedAt");

-- CreateIndex
CREATE INDEX "CorrectionRemoves_claimId_idx" ON "CorrectionRemoves"("claimId");

-- CreateIndex
CREATE INDEX "Link_fromId_scope_idx" ON "Link"("fromId", "scope");

-- CreateIndex
CREATE INDEX "Link_toId_scope_idx" ON "Link"("toId", "scope");

-- CreateIndex
CREATE INDEX "Link_capacityOrgId_idx" ON "Link"("capacityOrgId");

-- CreateIndex
CREATE INDEX "LinkClaim_linkId_idx" ON "LinkClaim"("linkId");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_slug_key" ON "Topic"("slug");

-- CreateIndex
CREATE INDEX "Topic_shelf_sortName_id_idx" ON "Topic"("shelf", "sortName", "id");

-- CreateIndex
CREATE INDEX "Topic_shelf_claimCount_id_idx" ON "Topic"("shelf", "claimCount", "id");

-- CreateIndex
CREATE INDEX "ClaimTopic_topicId_idx" ON "ClaimTopic"("topicId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_slug_key" ON "Claim"("slug");

-- CreateIndex
CREATE INDEX "Claim_shelf_saidFrom_id_idx" ON "Claim"("shelf", "saidFrom", "id");

-- CreateIndex
CREATE INDEX "Claim_shelf_recordedAt_id_idx" ON "Claim"("shelf", "recordedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_shelf_speakerSort_id_idx" ON "Claim"("shelf", "speakerSort", "id");

-- CreateIndex
CREATE INDEX "Claim_shelf_statusRank_id_idx" ON "Claim"("shelf", "statusRank", "id");

-- CreateIndex
CREATE INDEX "Claim_shelf_originsSort_id_idx" ON "Claim"("shelf", "originsSort", "id");

-- CreateIndex
CREATE INDEX "Claim_shelf_speakerId_saidFrom_id_idx" ON "Claim"("shelf", "speakerId", "saidFrom", "id");

-- CreateIndex
CREATE INDEX "Claim_shelf_speakerId_family_saidFrom_id_idx" ON "Claim"("shelf", "speakerId", "family", "saidFrom", "id");

-- CreateIndex
CREATE INDEX "Claim_shelf_shownStatus_saidFrom_id_idx" ON "Claim"("shelf", "shownStatus", "saidFrom", "id");

-- CreateIndex
CREATE INDEX "Claim_shelf_family_saidFrom_id_idx" ON "Claim"("shelf", "family", "saidFrom", "id");

-- CreateIndex
CREATE INDEX "Claim_shelf_speechAct_saidFrom_id_idx" ON "Claim"("shelf", "speechAct", "saidFrom", "id");

-- CreateIndex
CREATE INDEX "Claim_shelf_basis_saidFrom_id_idx" ON "Claim"("shelf", "basis", "saidFrom", "id");

-- CreateIndex
CREATE INDEX "Claim_speakerId_idx" ON "Claim"("speakerId");

-- CreateIndex
CREATE INDEX "Claim_capacityOrgId_idx" ON "Claim"("capacityOrgId");

-- CreateIndex
CREATE INDEX "Stake_partyId_idx" ON "Stake"("partyId");

-- CreateIndex
CREATE INDEX "Appearance_claimId_position_idx" ON "Appearance"("claimId", "position");

-- CreateIndex
CREATE INDEX "Appearance_sourceId_idx" ON "Appearance"("sourceId");

-- CreateIndex
CREATE INDEX "Evidence_claimId_position_idx" ON "Evidence"("claimId", "position");

-- CreateIndex
CREATE INDEX "Evidence_targetId_idx" ON "Evidence"("targetId");

-- CreateIndex
CREATE INDEX "Evidence_capacityOrgId_idx" ON "Evidence"("capacityOrgId");

-- CreateIndex
CREATE INDEX "Evidence_vouchedById_idx" ON "Evidence"("vouchedById");

-- CreateIndex
CREATE INDEX "ClaimRelation_toId_idx" ON "ClaimRelation"("toId");

-- CreateIndex
CREATE UNIQUE INDEX "ClaimRelation_fromId_toId_kind_key" ON "ClaimRelation"("fromId", "toId", "kind");

-- CreateIndex
CREATE INDEX "Review_claimId_state_idx" ON "Review"("claimId", "state");

-- CreateIndex
CREATE INDEX "Review_reviewerId_reviewedFrom_idx" ON "Review"("reviewerId", "reviewedFrom");

-- CreateIndex
CREATE INDEX "Review_state_reviewedFrom_id_idx" ON "Review"("state", "reviewedFrom", "id");

-- CreateIndex
CREATE INDEX "Review_scaleId_idx" ON "Review"("scaleId");

-- CreateIndex
CREATE INDEX "RatingScale_publisherId_idx" ON "RatingScale"("publisherId");

-- CreateIndex
CREATE INDEX "Override_claimId_liftedAt_idx" ON "Override"("claimId", "liftedAt");

-- CreateIndex
CREATE INDEX "Event_subjectKind_subjectId_version_idx" ON "Event"("subjectKind", "subjectId", "version");

-- CreateIndex
CREATE INDEX "Event_shelf_at_id_idx" ON "Event"("shelf", "at", "id");

-- CreateIndex
CREATE INDEX "Event_actorId_at_idx" ON "Event"("actorId", "at");

-- CreateIndex
CREATE INDEX "StatusChange_claimId_at_idx" ON "StatusChange"("claimId", "at");

-- CreateIndex
CREATE INDEX "ClaimFacet_kind_value_shelf_saidFrom_claimId_idx" ON "ClaimFacet"("kind", "value", "shelf", "saidFrom", "claimId");

-- CreateIndex
CREATE INDEX "FormerSlug_kind_targetId_idx" ON "FormerSlug"("kind", "targetId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
