/** What an editor finds on the desk: what is theirs, what waits for them, and what in the ledger needs looking after. */
import type { Database, Reader } from '../../db/client'
import { Prisma } from '../../db/generated/sqlite/client'
import { can, mayPublish, type Viewer } from '../../domain/actor'
import { newestWith } from '../claims/by-facet'
import { claimRows } from '../claims/rows'
import { countsOf, sumOf } from '../counts'
import { listProposals, type ProposalRow } from '../proposals'
import type { ClaimRow } from '../views'

/** As many as one looks through at once; each part says how many there are in all. */
export const SHOWN = 20

export interface Listed<T> {
  rows: T[]
  total: number
}

export interface DraftRow {
  id: string
  title: string
  /** The address of the claim that it changes; null for a new one. */
  slug: string | null
  refused: boolean
  updatedAt: string
}

export interface DeskClaim {
  id: string
  slug: string
  statement: string
  state: string
  version: number
  status: string
  owner: string | null
  updatedAt: string
  /** Whether the viewer may put it before readers. */
  mayPublish: boolean
}

export interface MentionRow {
  comment: string
  text: string
  author: string
  at: string
  claim: { slug: string; statement: string }
}

export interface Desk {
  drafts: Listed<DraftRow>
  /** The viewer's own claims that readers do not see yet. */
  mine: Listed<DeskClaim>
  waiting: Listed<DeskClaim>
  /** Speakers and sources that readers do not see yet: all to editors, to others their own. */
  proposals: Listed<ProposalRow>
  mentions: Listed<MentionRow>
  staleOverrides: Listed<ClaimRow>
  retracted: Listed<ClaimRow>
  rings: Listed<ClaimRow>
  /** Claims with nothing cited, those that are repeated most first. */
  unsourced: Listed<{ claim: ClaimRow; repeats: number }>
  /** Reports of readers that nobody has answered; null for those who do not answer them. */
  openReports: number | null
}

type User = Extract<Viewer, { kind: 'user' }>

const draftsOf = async (reader: Reader, viewer: User): Promise<Listed<DraftRow>> => {
  const where = { ownerId: viewer.id, kind: 'claim' }
  const [rows, total] = await Promise.all([
    reader.draft.findMany({
      where,
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: SHOWN,
      select: { id: true, title: true, subjectId: true, refusal: true, updatedAt: true },
    }),
    reader.draft.count({ where }),
  ])
  const claims = await reader.claim.findMany({
    where: { id: { in: rows.flatMap(({ subjectId }) => subjectId ?? []) } },
    select: { id: true, slug: true },
  })
  const slugs = new Map(claims.map(({ id, slug }) => [id, slug]))
  return {
    rows: rows.map(({ id, title, subjectId, refusal, updatedAt }) => ({
      id,
      title,
      slug: subjectId ? (slugs.get(subjectId) ?? null) : null,
      refused: refusal !== null,
      updatedAt: updatedAt.toISOString(),
    })),
    total,
  }
}

const deskClaims = async (
  reader: Reader,
  viewer: User,
  where: { state?: string; ownerId?: string },
): Promise<Listed<DeskClaim>> => {
  const onDesk = { shelf: 'desk', ...where }
  const [rows, total] = await Promise.all([
    reader.claim.findMany({
      where: onDesk,
      orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
      take: SHOWN,
      include: { owner: { select: { name: true } } },
    }),
    reader.claim.count({ where: onDesk }),
  ])
  return {
    rows: rows.map(({ id, slug, statement, state, version, status, owner, updatedAt, ...row }) => ({
      id,
      slug,
      statement,
      state,
      version,
      status,
      owner: owner?.name ?? null,
      updatedAt: updatedAt.toISOString(),
      mayPublish: mayPublish(viewer, { state, ...row }),
    })),
    total,
  }
}

const mentionsOf = async (reader: Reader, viewer: User): Promise<Listed<MentionRow>> => {
  const where = { userId: viewer.id, seenAt: null }
  const [rows, total] = await Promise.all([
    reader.mention.findMany({
      where,
      // Ids sort by the time of their making.
      orderBy: { commentId: 'desc' },
      take: SHOWN,
      include: {
        comment: {
          include: {
            author: { select: { name: true } },
            claim: { select: { slug: true, statement: true } },
          },
        },
      },
    }),
    reader.mention.count({ where }),
  ])
  return {
    rows: rows.map(({ comment: { id, text, at, author, claim } }) => ({
      comment: id,
      text,
      author: author.name,
      at: at.toISOString(),
      claim,
    })),
    total,
  }
}

const flagged = async (reader: Reader, flag: string): Promise<Listed<ClaimRow>> => {
  const [rows, counts] = await Promise.all([
    newestWith(reader, 'flag', flag, SHOWN),
    countsOf(reader, 'flag', flag),
  ])
  return { rows, total: sumOf(counts) }
}

/** Of very many claims with nothing cited, the newest so many are ranked: a few milliseconds. */
const RANKED = 2_000

/** The claims with nothing cited, by how often they are said again or have appeared. */
export const repeatedSql = () => Prisma.sql`
  SELECT c."id",
    (SELECT COUNT(*) FROM "Appearance" a WHERE a."claimId" = c."id")
      + (SELECT COUNT(*) FROM "ClaimRelation" r JOIN "Claim" o ON o."id" = r."fromId"
          WHERE r."toId" = c."id" AND r."kind" = 'restates' AND o."shelf" = 'public') AS "repeats"
  FROM (SELECT "id", "saidFrom" FROM "Claim" WHERE "shelf" = 'public' AND "shownStatus" = 'unsourced'
    ORDER BY "saidFrom" DESC, "id" DESC LIMIT ${RANKED}) AS c
  ORDER BY "repeats" DESC, c."saidFrom" DESC, c."id" DESC LIMIT ${SHOWN}`

const unsourced = async (reader: Reader): Promise<Desk['unsourced']> => {
  const [ranked, counts] = await Promise.all([
    reader.$queryRaw<{ id: string; repeats: bigint | number }[]>(repeatedSql()),
    countsOf(reader, 'all', ''),
  ])
  const rows = await claimRows(
    reader,
    ranked.map(({ id }) => id),
  )
  return {
    rows: rows.map((claim, i) => ({ claim, repeats: Number(ranked[i]?.repeats ?? 0) })),
    total: counts.unsourced ?? 0,
  }
}

/** The viewer's desk; null for readers, who have none. */
export const getDesk = async (db: Database, viewer: Viewer): Promise<Desk | null> => {
  if (viewer.kind !== 'user') return null
  const { reader } = db
  const editor = can(viewer, 'read', { kind: 'claim', state: 'draft', ownerId: null })
  const submitted = { state: 'submitted', ...(editor ? {} : { ownerId: viewer.id }) }
  const [drafts, mine, waiting, proposals, mentions, staleOverrides, retracted, rings, cited, openReports] =
    await Promise.all([
      draftsOf(reader, viewer),
      deskClaims(reader, viewer, { ownerId: viewer.id }),
      deskClaims(reader, viewer, submitted),
      listProposals(reader, viewer, SHOWN),
      mentionsOf(reader, viewer),
      flagged(reader, 'override_stale'),
      flagged(reader, 'retracted_support'),
      flagged(reader, 'circular'),
      unsourced(reader),
      editor ? reader.report.count({ where: { state: 'open' } }) : null,
    ])
  return {
    drafts,
    mine,
    waiting,
    proposals,
    mentions,
    staleOverrides,
    retracted,
    rings,
    unsourced: cited,
    openReports,
  }
}
