/**
 * The tables of a full archive, in an order that foreign keys allow, with their columns. It says again what stands in
 * the schema, because an archive outlives it: tests/docs/archive.test.ts fails until a new table or column is either
 * here, or among what is left out, with the reason.
 */
import type { Prisma } from '../generated/sqlite/client'

export type ColumnType = 'text' | 'int' | 'real' | 'bool' | 'date' | 'json'

export interface Column {
  name: string
  type: ColumnType
  nullable: boolean
}

export interface ArchiveTable {
  table: Prisma.ModelName
  /** The file in the archive. */
  path: string
  /** What it is sorted by. */
  key: readonly string[]
  columns: readonly Column[]
  /** Which rows are in it, as SQL; all where it is left out. */
  where?: string
  /** Columns that refer to rows of the same table, so that they are set once all of its rows are there. */
  later?: readonly string[]
}

/** Reads `name`, `name:type`, `name?` and `name:type?`. */
const columnsOf = (text: string): Column[] =>
  text.split(/\s+/).map((word) => {
    const [, name = '', type = 'text', mark] = /^(\w+)(?::(\w+))?(\?)?$/.exec(word) ?? []
    return { name, type: type as ColumnType, nullable: mark === '?' }
  })

const table = (
  name: Prisma.ModelName,
  file: string,
  columns: string,
  { key = ['id'], ...rest }: Partial<Pick<ArchiveTable, 'key' | 'where' | 'later'>> = {},
): ArchiveTable => ({ table: name, path: `rows/${file}.jsonl`, key, columns: columnsOf(columns), ...rest })

/** The kind of the event that says of a ledger that it was read from an archive. */
export const RESTORED = 'ledger.restored'

/** That this copy was read from an archive is no part of what the ledger holds, unless it moved a status. */
const EVENTS = `"kind" <> '${RESTORED}' OR EXISTS (SELECT 1 FROM "StatusChange" s WHERE s."eventId" = "Event"."id")`

export const ARCHIVE_TABLES: readonly ArchiveTable[] = [
  table(
    'User',
    'accounts',
    'id name email emailVerified:bool image? role disabledAt:date? version:int createdAt:date updatedAt:date',
  ),
  table('Setting', 'settings', 'key value', { key: ['key'] }),
  table('IndependenceGroup', 'independence-groups', 'id name note?'),
  table('Node', 'nodes', 'id kind'),
  table(
    'Speaker',
    'speakers',
    `id slug kind name sortName description? identityNote? outlet:bool groupId? headCountWording? headCountMin:int?
    headCountMax:int? vouchedById? affiliationId? anonymityReason? wikidataId? aliases:json sameAs:json policyLinks:json shelf
    ownerId? mergedIntoId? version:int recordedAt:date updatedAt:date`,
    { later: ['vouchedById', 'affiliationId', 'mergedIntoId'] },
  ),
  table('Role', 'roles', 'id speakerId orgId title? kind from? to? ended:bool position:int'),
  table('MayOverlap', 'may-overlap', 'speakerId otherId', { key: ['speakerId', 'otherId'] }),
  table(
    'IdentityLink',
    'identity-links',
    'id fromId toId kind reason by at:date undoneAt:date? undoneBy? undoneWhy?',
  ),
  table(
    'SpeakerMerge',
    'speaker-merges',
    'id fromId intoId reason byName at:date moved:json undoneAt:date? undoneBy? undoneWhy?',
  ),
  table(
    'Source',
    'sources',
    `id slug kind title sortTitle publisherId? authors:json publishedAt? publishedFrom:int publishedTo:int modifiedAt?
    language? url? canonicalUrl? issuerId? authenticity authenticityNote? status statusNote? note? shelf ownerId? version:int
    recordedAt:date updatedAt:date`,
  ),
  table('Snapshot', 'snapshots', 'id sourceId uri capturedAt:date sha256 mime tool? capturedBy?'),
  table('Topic', 'topics', 'id slug name sortName description? shelf version:int'),
  table(
    'Link',
    'links',
    `id fromId toId mode scope basis capacity capacityOrgId? wording? withdrawnAt:date? version:int
    recordedAt:date`,
  ),
  table(
    'Claim',
    'claims',
    `id slug shelf state stateNote? ownerId? submittedById? publishedAt:date? statement quote? quoteSelector:json?
    speechAct speakerId? speakerSort capacity capacityOrgId? basis saidOn? saidFrom:int saidTo:int venue? place? note?
    language version:int recordedAt:date updatedAt:date status shownStatus statusRank:int family rule ruleset sentence
    sentenceFacts:json originsFor:int? originsAgainst:int? originsSort:int tierFor:int tierAgainst:int flags:json evidenceFor:int
    evidenceAgainst:int inputsHash`,
  ),
  table('LinkClaim', 'link-claims', 'claimId linkId', { key: ['claimId', 'linkId'] }),
  table('ClaimTopic', 'claim-topics', 'claimId topicId', { key: ['claimId', 'topicId'] }),
  table('Stake', 'stakes', 'claimId partyId stake note?', { key: ['claimId', 'partyId'] }),
  table('Appearance', 'appearances', 'id claimId sourceId locator? selector:json? wording? position:int'),
  table(
    'Evidence',
    'evidence',
    `id claimId relation covers targetId? basis capacity capacityOrgId? access state stateNote? excerpt?
    selector:json? locator? note? vouchedById? position:int recordedAt:date`,
  ),
  table('ClaimRelation', 'claim-relations', 'id fromId toId kind note?'),
  table('CorrectionRemoves', 'corrections', 'sourceId claimId', { key: ['sourceId', 'claimId'] }),
  table('RatingScale', 'rating-scales', 'id publisherId name best:real worst:real labels:json'),
  table(
    'Review',
    'reviews',
    `id claimId reviewerId ratingText ratingValue:real? scaleId? summary? url? title? language state reviewedOn
    reviewedFrom:int ownerId? version:int recordedAt:date updatedAt:date`,
  ),
  table(
    'Override',
    'overrides',
    'id claimId status reason by at:date inputsHash liftedAt:date? liftedBy? liftedWhy?',
  ),
  table(
    'Event',
    'events',
    `id at:date kind actorId? actorName subjectKind subjectId version:int shelf summary reason? changes:json
    record:json`,
    { where: EVENTS },
  ),
  table('StatusChange', 'status-changes', 'eventId claimId at:date before? after', {
    key: ['eventId', 'claimId'],
  }),
  table('FormerSlug', 'former-addresses', 'kind slug targetId', { key: ['kind', 'slug'] }),
  table('Comment', 'comments', 'id claimId authorId text at:date resolvedAt:date? resolvedBy?'),
  table('Mention', 'mentions', 'commentId userId seenAt:date?', { key: ['commentId', 'userId'] }),
  table(
    'Report',
    'reports',
    'id subjectKind subjectId address? text contact? at:date state answer? answeredAt:date? answeredBy?',
  ),
  table(
    'Draft',
    'drafts',
    'id ownerId? kind subjectId? base:int? title form:json refusal:json? version:int createdAt:date updatedAt:date',
    // Other forms are kept for minutes, until they are sent again; one that nobody owns is nobody's to restore.
    { where: `"kind" = 'claim' AND "ownerId" IS NOT NULL` },
  ),
  table(
    'SavedView',
    'saved-views',
    'id ownerId name sortName address version:int createdAt:date updatedAt:date withdrawnAt:date?',
  ),
  table('ImportProfile', 'import-mappings', 'name profile:json byName updatedAt:date', { key: ['name'] }),
  table('ImportedRecord', 'imported-records', 'id origin kind subjectId? hash record:json at:date'),
  table('ImportKey', 'import-keys', 'origin kind key recordId', { key: ['origin', 'kind', 'key'] }),
]

/** Tables that are in no archive, and why: the manifest repeats it. */
export const LEFT_OUT: Partial<Record<Prisma.ModelName, string>> = {
  Session: 'Sessions: everybody signs in again.',
  Account: 'Passwords, in whatever form: an admin hands out links to new ones.',
  SecondStep: 'Secrets of apps for codes: they are set up again.',
  RecoveryCode: 'They belong to those secrets.',
  SignIn: 'Who tried to sign in.',
  Verification: 'Short-lived values of signing in.',
  RateLimit: 'Counts of attempts to sign in.',
  OneTimeLink: 'Invitations and links to new passwords.',
  RecentView: 'Which views of the claims somebody looked at of late.',
  ApiKey: 'Keys of programs.',
  KeptAnswer: 'Answers that are kept for a day for programs that ask twice.',
  Webhook: 'Addresses that are told of changes, each with its secret.',
  Delivery: 'What those were told.',
  DeferredIndex: 'Indexes that a large load put off.',
  Import: 'Files that were sent to be imported; what came of them is in the archive.',
  ImportChunk: 'The files themselves, which are removed after a month anyway.',
  ImportProblem: 'What was wrong in those files.',
  Job: 'Work in the background: every claim is derived anew when the archive is read.',
  ClaimFacet: 'The index behind filters, which is derived.',
  ClaimCount: 'Counters, which are derived.',
  ClaimSample: 'The sample that large counts are estimated from, which is derived.',
  SampleKey: 'Where the claims of the sample are found, which is derived.',
}

/** Columns that are derived while the archive is read. */
export const COUNTERS: Partial<Record<Prisma.ModelName, readonly string[]>> = {
  Speaker: ['claimCount', 'unsupportedCount'],
  Source: ['claimCount'],
  Topic: ['claimCount'],
}
