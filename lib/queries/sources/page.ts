import type { Database } from '../../db/client'
import { can, recordSubject, seesDesk, type Viewer } from '../../domain/actor'
import { RECORD_KINDS } from '../../domain/vocabulary'
import { newestWith } from '../claims/by-facet'
import { historyOf } from '../claims/history'
import { claimRows } from '../claims/rows'
import { countsOf, sumOf } from '../counts'
import { movedTo } from '../find'
import { kept } from '../kept'
import { beside, refFields, sourceRefs, speakerRef, speakerRefs } from '../refs'
import type { Found, LinkView, SourcePage } from '../views'
import { sourceRows } from './rows'

/** Claims and links shown on the page itself; the list of all claims is one link away. */
const SHOWN = 30
const LINKS = 100

type Reader = Database['reader']

const linkViews = async (
  reader: Reader,
  { id, shelf }: { id: string; shelf: string },
  side: 'from' | 'to',
): Promise<LinkView[]> => {
  const links = await reader.link.findMany({
    where: { ...(side === 'from' ? { fromId: id } : { toId: id }), withdrawnAt: null },
    orderBy: [{ mode: 'asc' }, { id: 'asc' }],
    take: LINKS,
  })
  const others = links.map((link) => (side === 'from' ? link.toId : link.fromId))
  const [sources, speakers, joins] = await Promise.all([
    sourceRefs(reader, others, beside(shelf)),
    speakerRefs(reader, others, beside(shelf)),
    reader.linkClaim.groupBy({
      by: ['linkId'],
      where: { linkId: { in: links.map((l) => l.id) }, claim: { shelf: 'public' } },
      _count: { claimId: true },
    }),
  ])
  const claims = new Map(joins.map((join) => [join.linkId, join._count.claimId]))
  return links.flatMap((link, i) => {
    const other = sources.get(others[i] ?? '') ?? speakers.get(others[i] ?? '')
    const wholeSource = link.scope === 'source'
    // A link whose claims are all drafts says nothing to a reader yet, and could say too much.
    if (!other || (!wholeSource && !claims.get(link.id))) return []
    const { mode, basis, wording, capacity } = link
    return { mode, basis, wording, capacity, wholeSource, claims: claims.get(link.id) ?? 0, other }
  })
}

const appearing = async (reader: Reader, sourceId: string) => {
  const where = { sourceId, claim: { shelf: 'public' } }
  const [found, total] = await Promise.all([
    reader.appearance.findMany({
      where,
      distinct: ['claimId'],
      orderBy: [{ claim: { saidFrom: 'desc' } }, { claimId: 'desc' }],
      take: SHOWN,
      select: { claimId: true },
    }),
    reader.appearance.groupBy({ by: ['claimId'], where }).then((rows) => rows.length),
  ])
  return {
    rows: await claimRows(
      reader,
      found.map((row) => row.claimId),
    ),
    total,
  }
}

const readSource = async (db: Database, viewer: Viewer, slug: string): Promise<Found<SourcePage>> => {
  const reader = db.reader
  const row = await reader.source.findUnique({
    where: { slug },
    include: {
      publisher: { select: refFields },
      issuer: { select: refFields },
      snapshots: { orderBy: { capturedAt: 'desc' }, take: 20 },
    },
  })
  if (!row) {
    const now = await movedTo(reader, 'source', slug)
    return now ? { kind: 'moved', slug: now } : { kind: 'missing' }
  }
  // Editors see what was withdrawn, and can put it back.
  if (!can(viewer, 'read', recordSubject('source', row)))
    return row.shelf === 'closed' ? { kind: 'gone', reason: row.statusNote } : { kind: 'missing' }
  const [[base], gotFrom, usedBy, counts, appears, rests, history] = await Promise.all([
    sourceRows(reader, [row.id]),
    linkViews(reader, row, 'from'),
    linkViews(reader, row, 'to'),
    countsOf(reader, 'source', row.id),
    appearing(reader, row.id),
    newestWith(reader, 'source', row.id, SHOWN),
    historyOf(reader, 'source', row.id, seesDesk(viewer, 'source', row)),
  ])
  if (!base) return { kind: 'missing' }
  return {
    kind: 'found',
    page: {
      ...base,
      shelf: row.shelf,
      publisherRef: row.publisher ? speakerRef(row.publisher) : null,
      issuer: row.issuer ? speakerRef(row.issuer) : null,
      authors: JSON.parse(row.authors) as string[],
      modifiedAt: row.modifiedAt,
      language: row.language,
      url: row.url,
      canonicalUrl: row.canonicalUrl,
      authenticity: row.authenticity,
      authenticityNote: row.authenticityNote,
      isRecord: (RECORD_KINDS as readonly string[]).includes(row.kind),
      statusNote: row.statusNote,
      note: row.note,
      snapshots: row.snapshots.map(({ uri, capturedAt, sha256, mime }) => ({
        uri,
        capturedAt: capturedAt.toISOString(),
        sha256,
        mime,
      })),
      gotFrom,
      usedBy,
      counts,
      appearing: appears,
      resting: { rows: rests, total: sumOf(counts) },
      history,
    },
  }
}

/** A source's page: what it is, what it got from where, and every claim that appears in it or leads through it. */
export const getSource = kept('source', readSource)
