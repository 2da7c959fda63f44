-- CreateTable
CREATE TABLE "Node" (
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Node_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Speaker" (
    "id" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "sortName" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C",
    "identityNote" TEXT COLLATE "C",
    "outlet" BOOLEAN NOT NULL DEFAULT false,
    "groupId" TEXT COLLATE "C",
    "headCountWording" TEXT COLLATE "C",
    "headCountMin" INTEGER,
    "headCountMax" INTEGER,
    "vouchedById" TEXT COLLATE "C",
    "affiliationId" TEXT COLLATE "C",
    "anonymityReason" TEXT COLLATE "C",
    "wikidataId" TEXT COLLATE "C",
    "sameAs" TEXT COLLATE "C" NOT NULL DEFAULT '[]',
    "policyLinks" TEXT COLLATE "C" NOT NULL DEFAULT '[]',
    "shelf" TEXT COLLATE "C" NOT NULL DEFAULT 'public',
    "claimCount" INTEGER NOT NULL DEFAULT 0,
    "unsupportedCount" INTEGER NOT NULL DEFAULT 0,
    "mergedIntoId" TEXT COLLATE "C",
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Speaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndependenceGroup" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "note" TEXT COLLATE "C",

    CONSTRAINT "IndependenceGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Role" (
    "id" TEXT COLLATE "C" NOT NULL,
    "speakerId" TEXT COLLATE "C" NOT NULL,
    "orgId" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "C",
    "kind" TEXT COLLATE "C" NOT NULL DEFAULT 'other',
    "from" TEXT COLLATE "C",
    "to" TEXT COLLATE "C",
    "ended" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MayOverlap" (
    "speakerId" TEXT COLLATE "C" NOT NULL,
    "otherId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "MayOverlap_pkey" PRIMARY KEY ("speakerId","otherId")
);

-- CreateTable
CREATE TABLE "IdentityLink" (
    "id" TEXT COLLATE "C" NOT NULL,
    "fromId" TEXT COLLATE "C" NOT NULL,
    "toId" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "by" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "undoneAt" TIMESTAMP(3),
    "undoneBy" TEXT COLLATE "C",
    "undoneWhy" TEXT COLLATE "C",

    CONSTRAINT "IdentityLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "sortTitle" TEXT COLLATE "C" NOT NULL,
    "publisherId" TEXT COLLATE "C",
    "authors" TEXT COLLATE "C" NOT NULL DEFAULT '[]',
    "publishedAt" TEXT COLLATE "C",
    "publishedFrom" INTEGER NOT NULL,
    "publishedTo" INTEGER NOT NULL,
    "modifiedAt" TEXT COLLATE "C",
    "language" TEXT COLLATE "C",
    "url" TEXT COLLATE "C",
    "canonicalUrl" TEXT COLLATE "C",
    "issuerId" TEXT COLLATE "C",
    "authenticity" TEXT COLLATE "C" NOT NULL DEFAULT 'unverified',
    "authenticityNote" TEXT COLLATE "C",
    "status" TEXT COLLATE "C" NOT NULL DEFAULT 'current',
    "statusNote" TEXT COLLATE "C",
    "note" TEXT COLLATE "C",
    "shelf" TEXT COLLATE "C" NOT NULL DEFAULT 'public',
    "claimCount" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" TEXT COLLATE "C" NOT NULL,
    "sourceId" TEXT COLLATE "C" NOT NULL,
    "uri" TEXT COLLATE "C" NOT NULL,
    "capturedAt" TIMESTAMP(3) NOT NULL,
    "sha256" TEXT COLLATE "C" NOT NULL,
    "mime" TEXT COLLATE "C" NOT NULL,
    "tool" TEXT COLLATE "C",
    "capturedBy" TEXT COLLATE "C",

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrectionRemoves" (
    "sourceId" TEXT COLLATE "C" NOT NULL,
    "claimId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "CorrectionRemoves_pkey" PRIMARY KEY ("sourceId","claimId")
);

-- CreateTable
CREATE TABLE "Link" (
    "id" TEXT COLLATE "C" NOT NULL,
    "fromId" TEXT COLLATE "C" NOT NULL,
    "toId" TEXT COLLATE "C" NOT NULL,
    "mode" TEXT COLLATE "C" NOT NULL,
    "scope" TEXT COLLATE "C" NOT NULL,
    "basis" TEXT COLLATE "C" NOT NULL DEFAULT 'not_stated',
    "capacity" TEXT COLLATE "C" NOT NULL DEFAULT 'personal',
    "capacityOrgId" TEXT COLLATE "C",
    "wording" TEXT COLLATE "C",
    "withdrawnAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LinkClaim" (
    "linkId" TEXT COLLATE "C" NOT NULL,
    "claimId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "LinkClaim_pkey" PRIMARY KEY ("claimId","linkId")
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "sortName" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C",
    "shelf" TEXT COLLATE "C" NOT NULL DEFAULT 'public',
    "claimCount" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimTopic" (
    "claimId" TEXT COLLATE "C" NOT NULL,
    "topicId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "ClaimTopic_pkey" PRIMARY KEY ("claimId","topicId")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "shelf" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "stateNote" TEXT COLLATE "C",
    "statement" TEXT COLLATE "C" NOT NULL,
    "quote" TEXT COLLATE "C",
    "quoteSelector" TEXT COLLATE "C",
    "speechAct" TEXT COLLATE "C" NOT NULL,
    "speakerId" TEXT COLLATE "C",
    "speakerSort" TEXT COLLATE "C" NOT NULL,
    "capacity" TEXT COLLATE "C" NOT NULL DEFAULT 'personal',
    "capacityOrgId" TEXT COLLATE "C",
    "basis" TEXT COLLATE "C" NOT NULL DEFAULT 'not_stated',
    "saidOn" TEXT COLLATE "C",
    "saidFrom" INTEGER NOT NULL,
    "saidTo" INTEGER NOT NULL,
    "venue" TEXT COLLATE "C",
    "place" TEXT COLLATE "C",
    "note" TEXT COLLATE "C",
    "language" TEXT COLLATE "C" NOT NULL DEFAULT 'en',
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    "shownStatus" TEXT COLLATE "C" NOT NULL,
    "statusRank" INTEGER NOT NULL,
    "family" TEXT COLLATE "C" NOT NULL,
    "rule" TEXT COLLATE "C" NOT NULL,
    "ruleset" TEXT COLLATE "C" NOT NULL,
    "sentence" TEXT COLLATE "C" NOT NULL,
    "originsFor" INTEGER,
    "originsAgainst" INTEGER,
    "originsSort" INTEGER NOT NULL,
    "tierFor" INTEGER NOT NULL,
    "tierAgainst" INTEGER NOT NULL,
    "flags" TEXT COLLATE "C" NOT NULL,
    "evidenceFor" INTEGER NOT NULL,
    "evidenceAgainst" INTEGER NOT NULL,
    "inputsHash" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Stake" (
    "claimId" TEXT COLLATE "C" NOT NULL,
    "partyId" TEXT COLLATE "C" NOT NULL,
    "stake" TEXT COLLATE "C" NOT NULL,
    "note" TEXT COLLATE "C",

    CONSTRAINT "Stake_pkey" PRIMARY KEY ("claimId","partyId")
);

-- CreateTable
CREATE TABLE "Appearance" (
    "id" TEXT COLLATE "C" NOT NULL,
    "claimId" TEXT COLLATE "C" NOT NULL,
    "sourceId" TEXT COLLATE "C" NOT NULL,
    "locator" TEXT COLLATE "C",
    "selector" TEXT COLLATE "C",
    "wording" TEXT COLLATE "C",
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Appearance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT COLLATE "C" NOT NULL,
    "claimId" TEXT COLLATE "C" NOT NULL,
    "relation" TEXT COLLATE "C" NOT NULL,
    "covers" TEXT COLLATE "C" NOT NULL DEFAULT 'whole',
    "targetId" TEXT COLLATE "C",
    "basis" TEXT COLLATE "C" NOT NULL DEFAULT 'not_stated',
    "capacity" TEXT COLLATE "C" NOT NULL DEFAULT 'personal',
    "capacityOrgId" TEXT COLLATE "C",
    "access" TEXT COLLATE "C" NOT NULL DEFAULT 'public',
    "state" TEXT COLLATE "C" NOT NULL DEFAULT 'active',
    "stateNote" TEXT COLLATE "C",
    "excerpt" TEXT COLLATE "C",
    "selector" TEXT COLLATE "C",
    "locator" TEXT COLLATE "C",
    "note" TEXT COLLATE "C",
    "vouchedById" TEXT COLLATE "C",
    "position" INTEGER NOT NULL DEFAULT 0,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimRelation" (
    "id" TEXT COLLATE "C" NOT NULL,
    "fromId" TEXT COLLATE "C" NOT NULL,
    "toId" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "note" TEXT COLLATE "C",

    CONSTRAINT "ClaimRelation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT COLLATE "C" NOT NULL,
    "claimId" TEXT COLLATE "C" NOT NULL,
    "reviewerId" TEXT COLLATE "C" NOT NULL,
    "ratingText" TEXT COLLATE "C" NOT NULL,
    "ratingValue" DOUBLE PRECISION,
    "scaleId" TEXT COLLATE "C",
    "summary" TEXT COLLATE "C",
    "url" TEXT COLLATE "C",
    "title" TEXT COLLATE "C",
    "language" TEXT COLLATE "C" NOT NULL DEFAULT 'en',
    "state" TEXT COLLATE "C" NOT NULL DEFAULT 'published',
    "reviewedOn" TEXT COLLATE "C" NOT NULL,
    "reviewedFrom" INTEGER NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RatingScale" (
    "id" TEXT COLLATE "C" NOT NULL,
    "publisherId" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "best" DOUBLE PRECISION NOT NULL,
    "worst" DOUBLE PRECISION NOT NULL,
    "labels" TEXT COLLATE "C" NOT NULL DEFAULT '[]',

    CONSTRAINT "RatingScale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Override" (
    "id" TEXT COLLATE "C" NOT NULL,
    "claimId" TEXT COLLATE "C" NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "by" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "inputsHash" TEXT COLLATE "C" NOT NULL,
    "liftedAt" TIMESTAMP(3),
    "liftedBy" TEXT COLLATE "C",
    "liftedWhy" TEXT COLLATE "C",

    CONSTRAINT "Override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "actorId" TEXT COLLATE "C",
    "actorName" TEXT COLLATE "C" NOT NULL,
    "subjectKind" TEXT COLLATE "C" NOT NULL,
    "subjectId" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "shelf" TEXT COLLATE "C" NOT NULL,
    "summary" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C",
    "changes" TEXT COLLATE "C" NOT NULL,
    "record" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatusChange" (
    "eventId" TEXT COLLATE "C" NOT NULL,
    "claimId" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "before" TEXT COLLATE "C",
    "after" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "StatusChange_pkey" PRIMARY KEY ("eventId","claimId")
);

-- CreateTable
CREATE TABLE "ClaimFacet" (
    "claimId" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "shelf" TEXT COLLATE "C" NOT NULL,
    "saidFrom" INTEGER NOT NULL,

    CONSTRAINT "ClaimFacet_pkey" PRIMARY KEY ("claimId","kind","value")
);

-- CreateTable
CREATE TABLE "ClaimCount" (
    "facet" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "ClaimCount_pkey" PRIMARY KEY ("facet","value","status")
);

-- CreateTable
CREATE TABLE "FormerSlug" (
    "kind" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "targetId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "FormerSlug_pkey" PRIMARY KEY ("kind","slug")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C" NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT COLLATE "C",
    "role" TEXT COLLATE "C" NOT NULL DEFAULT 'contributor',
    "disabledAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Speaker" ADD CONSTRAINT "Speaker_id_fkey" FOREIGN KEY ("id") REFERENCES "Node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Speaker" ADD CONSTRAINT "Speaker_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "IndependenceGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Speaker" ADD CONSTRAINT "Speaker_vouchedById_fkey" FOREIGN KEY ("vouchedById") REFERENCES "Speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Speaker" ADD CONSTRAINT "Speaker_affiliationId_fkey" FOREIGN KEY ("affiliationId") REFERENCES "Speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Speaker" ADD CONSTRAINT "Speaker_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MayOverlap" ADD CONSTRAINT "MayOverlap_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MayOverlap" ADD CONSTRAINT "MayOverlap_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdentityLink" ADD CONSTRAINT "IdentityLink_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdentityLink" ADD CONSTRAINT "IdentityLink_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_id_fkey" FOREIGN KEY ("id") REFERENCES "Node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_publisherId_fkey" FOREIGN KEY ("publisherId") REFERENCES "Speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_issuerId_fkey" FOREIGN KEY ("issuerId") REFERENCES "Speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionRemoves" ADD CONSTRAINT "CorrectionRemoves_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionRemoves" ADD CONSTRAINT "CorrectionRemoves_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_capacityOrgId_fkey" FOREIGN KEY ("capacityOrgId") REFERENCES "Speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkClaim" ADD CONSTRAINT "LinkClaim_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "Link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkClaim" ADD CONSTRAINT "LinkClaim_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimTopic" ADD CONSTRAINT "ClaimTopic_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimTopic" ADD CONSTRAINT "ClaimTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_capacityOrgId_fkey" FOREIGN KEY ("capacityOrgId") REFERENCES "Speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stake" ADD CONSTRAINT "Stake_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stake" ADD CONSTRAINT "Stake_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appearance" ADD CONSTRAINT "Appearance_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appearance" ADD CONSTRAINT "Appearance_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Node"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_capacityOrgId_fkey" FOREIGN KEY ("capacityOrgId") REFERENCES "Speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_vouchedById_fkey" FOREIGN KEY ("vouchedById") REFERENCES "Speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRelation" ADD CONSTRAINT "ClaimRelation_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRelation" ADD CONSTRAINT "ClaimRelation_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_scaleId_fkey" FOREIGN KEY ("scaleId") REFERENCES "RatingScale"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RatingScale" ADD CONSTRAINT "RatingScale_publisherId_fkey" FOREIGN KEY ("publisherId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Override" ADD CONSTRAINT "Override_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusChange" ADD CONSTRAINT "StatusChange_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusChange" ADD CONSTRAINT "StatusChange_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimFacet" ADD CONSTRAINT "ClaimFacet_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
