import type { Database } from '../../db/client'
import { can, recordSubject, seesDesk, type Viewer } from '../../domain/actor'
import { newestBy, newestWith } from '../claims/by-facet'
import { historyOf } from '../claims/history'
import { countsOf, sumOf } from '../counts'
import { movedTo } from '../find'
import { kept } from '../kept'
import { beside, refFields, sourceRef, speakerRef } from '../refs'
import type { Found, SpeakerPage, SpeakerRef } from '../views'
import { speakerRows } from './rows'

/** Claims shown on the page itself; the list of all is one link away. */
const SHOWN = 30

/** What a speaker's page shows of others: only those on a shelf that may stand `beside` it. */
const around = (others: ReturnType<typeof beside>) =>
  ({
    roles: { orderBy: { position: 'asc' }, include: { org: { select: { slug: true, name: true } } } },
    staff: { where: { speaker: others }, take: 50, include: { speaker: { select: refFields } } },
    group: {
      include: { speakers: { where: others, select: refFields, take: 50, orderBy: { sortName: 'asc' } } },
    },
    affiliation: { select: refFields },
    vouchesFor: { where: others, select: refFields, take: 50, orderBy: { sortName: 'asc' } },
    mayOverlap: {
      where: { other: others },
      orderBy: { other: { slug: 'asc' } },
      include: { other: { select: refFields } },
    },
    overlappedBy: {
      where: { speaker: others },
      orderBy: { speaker: { slug: 'asc' } },
      include: { speaker: { select: refFields } },
    },
    identityFrom: {
      where: { undoneAt: null, to: others },
      orderBy: { id: 'asc' },
      include: { to: { select: refFields } },
    },
    identityTo: {
      where: { undoneAt: null, from: others },
      orderBy: { id: 'asc' },
      include: { from: { select: refFields } },
    },
    published: {
      where: others,
      take: 50,
      orderBy: { sortTitle: 'asc' },
      select: { slug: true, title: true, kind: true, status: true, publisher: { select: { name: true } } },
    },
  }) as const

const distinct = (refs: SpeakerRef[]): SpeakerRef[] => [
  ...new Map(refs.map((ref) => [ref.slug, ref])).values(),
]

const readSpeaker = async (db: Database, viewer: Viewer, slug: string): Promise<Found<SpeakerPage>> => {
  const reader = db.reader
  const head = await reader.speaker.findUnique({
    where: { slug },
    select: { id: true, shelf: true, ownerId: true, mergedInto: { select: { slug: true } } },
  })
  if (!head) {
    const now = await movedTo(reader, 'speaker', slug)
    return now ? { kind: 'moved', slug: now } : { kind: 'missing' }
  }
  if (head.mergedInto) return { kind: 'moved', slug: head.mergedInto.slug }
  // Editors see what was withdrawn, and can put it back.
  if (!can(viewer, 'read', recordSubject('speaker', head)))
    return head.shelf === 'closed' ? { kind: 'gone', reason: null } : { kind: 'missing' }
  const row = await reader.speaker.findUniqueOrThrow({
    where: { id: head.id },
    include: around(beside(head.shelf)),
  })
  const [[base], made, testifies, testified, history] = await Promise.all([
    speakerRows(reader, [row.id]),
    newestBy(reader, row.id, SHOWN),
    newestWith(reader, 'testifies', row.id, SHOWN),
    countsOf(reader, 'testifies', row.id),
    historyOf(reader, 'speaker', row.id, seesDesk(viewer, 'speaker', row)),
  ])
  if (!base) return { kind: 'missing' }
  const links = [
    ...row.identityFrom.map((link) => ({ ...link, other: link.to })),
    ...row.identityTo.map((link) => ({ ...link, other: link.from })),
  ]
  return {
    kind: 'found',
    page: {
      ...base,
      shelf: row.shelf,
      identityNote: row.identityNote,
      headCountRange: row.headCountWording ? { min: row.headCountMin, max: row.headCountMax } : null,
      anonymityReason: row.anonymityReason,
      affiliationRef: row.affiliation ? speakerRef(row.affiliation) : null,
      aliases: JSON.parse(row.aliases) as string[],
      sameAs: JSON.parse(row.sameAs) as string[],
      wikidataId: row.wikidataId,
      policyLinks: JSON.parse(row.policyLinks) as { kind: string; url: string }[],
      roles: row.roles.map(({ title, kind, org, from, to, ended }) => ({
        title,
        kind,
        org,
        from,
        to,
        ended,
      })),
      people: row.staff.map(({ speaker, title, ended }) => ({ person: speakerRef(speaker), title, ended })),
      group: row.group
        ? { name: row.group.name, others: row.group.speakers.filter((s) => s.id !== row.id).map(speakerRef) }
        : null,
      vouchesFor: row.vouchesFor.map(speakerRef),
      mayOverlap: distinct([
        ...row.mayOverlap.map(({ other }) => speakerRef(other)),
        ...row.overlappedBy.map(({ speaker }) => speakerRef(speaker)),
      ]),
      identity: links.map(({ kind, reason, by, at, other }) => ({
        kind,
        reason,
        by,
        at: at.toISOString(),
        other: speakerRef(other),
      })),
      made,
      testifies: { rows: testifies, total: sumOf(testified) },
      published: row.published.map(sourceRef),
      history,
    },
  }
}

/** A speaker's page: who it is, what it said, what it is cited for. Never a score of truth. */
export const getSpeaker = kept('speaker', readSpeaker)
