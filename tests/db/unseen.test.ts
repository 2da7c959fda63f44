/** What readers never see: the desk and the teaching ledger in public lists, and a name given on background anywhere. */
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { recordClaim } from '../../lib/commands/claims/record'
import { inTransaction } from '../../lib/commands/command'
import { dependentsOf } from '../../lib/commands/dependents'
import { writeEvent } from '../../lib/commands/events'
import { recordLink } from '../../lib/commands/links'
import { rederive } from '../../lib/commands/rederive'
import { recordSource } from '../../lib/commands/sources'
import { recordSpeaker } from '../../lib/commands/speakers'
import { recordTopic } from '../../lib/commands/topics'
import type { Database } from '../../lib/db/client'
import { type ClaimQuery, emptyQuery, SOURCE_SORTS, SPEAKER_SORTS } from '../../lib/domain/query'
import { listClaims } from '../../lib/queries/claims/list'
import { getClaim } from '../../lib/queries/claims/page'
import { getOverview } from '../../lib/queries/overview'
import { listSources } from '../../lib/queries/sources/list'
import { getSource } from '../../lib/queries/sources/page'
import { listSpeakers } from '../../lib/queries/speakers/list'
import { getSpeaker } from '../../lib/queries/speakers/page'
import { standingOf } from '../../lib/queries/standing'
import { getTopic, listTopics } from '../../lib/queries/topics'
import { loadArticle } from '../../seeds/article/load'
import { must } from '../../seeds/must'
import { loadTeaching } from '../../seeds/teaching/load'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, admin } from '../support/small-ledger'

const reader = { kind: 'public' } as const

/** Every public view of the small ledger and the article, by what it is. */
const publicViews = async (
  db: Database,
  slugs: Record<'claim' | 'speaker' | 'source' | 'topic', string[]>,
) => {
  const views: Record<string, unknown> = {
    overview: await getOverview(db, reader),
    topics: await listTopics(db, reader),
  }
  const queries: Partial<ClaimQuery>[] = [
    {},
    { status: ['unsupported'] },
    { act: ['assertion'], basis: ['not_stated'] },
    { from: '2000' },
    ...slugs.speaker.map((slug) => ({ speaker: [slug] })),
    ...slugs.source.map((slug) => ({ source: [slug] })),
    ...slugs.topic.map((slug) => ({ topic: [slug] })),
    ...slugs.topic.map((slug) => ({ topic: [slug], from: '2000', speaker: slugs.speaker.slice(0, 5) })),
  ]
  for (const query of queries)
    views[`claims ${JSON.stringify(query)}`] = await listClaims(db, reader, {
      ...emptyQuery(),
      per: 100,
      ...query,
    })
  for (const sort of SPEAKER_SORTS) views[`speakers ${sort}`] = await listSpeakers(db, reader, { sort })
  for (const sort of SOURCE_SORTS) views[`sources ${sort}`] = await listSources(db, reader, { sort })
  for (const slug of slugs.claim) views[`claim ${slug}`] = await getClaim(db, reader, slug)
  for (const slug of slugs.speaker) views[`speaker ${slug}`] = await getSpeaker(db, reader, slug)
  for (const slug of slugs.source) views[`source ${slug}`] = await getSource(db, reader, slug)
  for (const slug of slugs.topic) views[`topic ${slug}`] = await getTopic(db, reader, slug)
  return views
}

/** Claims, a speaker, sources and a link of a shelf, tied to public ones in every way that the commands know. */
const addHidden = async (db: Database, shelf: 'desk' | 'teaching') => {
  const id = (name: string) => `${shelf}-${name}`
  const name = (what: string) => `Xyzzy ${shelf} ${what}`
  must(
    await recordSpeaker(db, admin, {
      id: id('group'),
      kind: 'anonymous',
      name: name('group'),
      vouchedBy: 'paper',
      mayOverlap: ['unnamed'],
      shelf,
    }),
    'group',
  )
  must(
    await recordSpeaker(db, admin, {
      id: id('person'),
      kind: 'person',
      name: name('person'),
      roles: [{ org: 'office' }],
      shelf,
    }),
    'person',
  )
  must(
    await recordSource(db, admin, {
      id: id('source'),
      kind: 'news_report',
      title: name('source'),
      publisher: 'paper',
      shelf,
    }),
    'source',
  )
  must(await recordTopic(db, admin, { id: id('topic'), name: name('topic'), shelf }), 'topic')
  for (const link of [
    { from: id('source'), to: 'report' },
    { from: id('source'), to: 'director' },
  ])
    must(await recordLink(db, admin, { ...link, mode: 'cites', shelf }), 'link')
  for (const speaker of ['director', 'paper', id('person')])
    must(
      await recordClaim(db, admin, {
        statement: name(`claim of ${speaker}`),
        slug: id(`claim-${speaker}`),
        shelf,
        speaker,
        saidOn: '2025-01-01',
        topics: ['housing', id('topic')],
        stakes: [{ party: 'office', stake: 'harmed' }],
        appearances: [{ source: 'report' }, { source: id('source') }],
        links: [
          { from: 'report', to: 'memo', mode: 'quotes', wording: name('link') },
          { from: 'report', to: id('source'), mode: 'cites' },
        ],
        evidence: [
          { relation: 'supports', target: 'register' },
          {
            relation: 'contradicts',
            target: 'other',
            basis: 'first_hand',
            access: 'on_record',
            note: name('item'),
          },
        ],
        relations: shelf === 'desk' ? [{ to: 'claim-found', kind: 'denies', note: name('relation') }] : [],
      }),
      speaker,
    )
}

describeDatabases('a reader', (open) => {
  it('sees the same of everything public, whatever is on the desk and in the teaching ledger', async () => {
    const db = await open()
    await addSmallLedger(db)
    await loadArticle(db, { kind: 'system', name: 'seed' })
    const all = { where: { shelf: 'public' }, select: { slug: true }, orderBy: { slug: 'asc' } } as const
    const of = (rows: { slug: string }[]) => rows.map(({ slug }) => slug)
    const slugs = {
      claim: of(await db.reader.claim.findMany(all)),
      speaker: of(await db.reader.speaker.findMany(all)),
      source: of(await db.reader.source.findMany(all)),
      topic: of(await db.reader.topic.findMany(all)),
    }
    const before = await publicViews(db, slugs)
    await loadTeaching(db, { kind: 'system', name: 'seed' })
    for (const shelf of ['desk', 'teaching'] as const) {
      await addHidden(db, shelf)
      const after = await publicViews(db, slugs)
      for (const [view, shown] of Object.entries(after))
        expect({ view, shown }).toEqual({ view, shown: before[view] })
      expect(JSON.stringify(after)).not.toMatch(/xyzzy/i)
    }
    expect((await checkDerivation(db)).wrong).toEqual([])
  })

  it('finds nothing on the desk by its address, where an editor finds it', async () => {
    const db = await open()
    await addSmallLedger(db)
    await addHidden(db, 'desk')
    const slug = { claim: 'desk-claim-director', speaker: 'xyzzy-desk-person', source: 'xyzzy-desk-source' }
    const get = { claim: getClaim, speaker: getSpeaker, source: getSource }
    for (const kind of ['claim', 'speaker', 'source'] as const) {
      expect(await get[kind](db, reader, slug[kind])).toEqual({ kind: 'missing' })
      expect(await standingOf(db, reader, kind, slug[kind])).toEqual({ kind: 'missing' })
      expect(await get[kind](db, admin, slug[kind])).toMatchObject({
        kind: 'found',
        page: { slug: slug[kind] },
      })
      expect(await standingOf(db, admin, kind, slug[kind])).toMatchObject({ kind: 'found' })
    }
    expect(await getTopic(db, reader, 'xyzzy-desk-topic')).toEqual({ kind: 'missing' })
  })

  it('is told of an address that moved, and of none that never was', async () => {
    const db = await open()
    await addSmallLedger(db)
    await db.writer.formerSlug.create({ data: { kind: 'claim', slug: 'before', targetId: 'claim-found' } })
    expect(await getClaim(db, reader, 'before')).toEqual({
      kind: 'moved',
      slug: 'the-office-granted-forty-permits',
    })
    expect(await getClaim(db, reader, 'never')).toEqual({ kind: 'missing' })
    // The address of something else.
    expect(await getClaim(db, reader, 'ada-brandt')).toEqual({ kind: 'missing' })
  })

  it('is never shown a name that was given on background, at whatever depth it stands', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(
      await recordSpeaker(db, admin, {
        id: 'institute',
        kind: 'organization',
        name: 'Quillfeather Institute',
      }),
      'institute',
    )
    const kinds = ['direct', 'deep', 'afterwards'] as const
    for (const kind of kinds) {
      const statement = `A claim with a name behind it: ${kind}`
      // Recorded as the desk allows it: on background, leading to nobody who is named.
      const target = kind === 'afterwards' ? 'memo' : 'unnamed'
      const item = {
        id: kind,
        relation: 'supports',
        access: 'on_background',
        basis: 'first_hand',
        target,
      } as const
      must(
        await recordClaim(db, admin, {
          id: kind,
          slug: kind,
          statement,
          speaker: 'director',
          evidence: [item],
        }),
        kind,
      )
    }
    // The commands refuse what follows, so it is written as an import gone wrong would leave it.
    await db.writer.evidence.update({
      where: { id: 'direct' },
      data: { targetId: 'other', capacityOrgId: 'institute', capacity: 'official' },
    })
    const source = { id: 'leak', kind: 'internal_document', title: 'A leaked page' } as const
    must(await recordSource(db, admin, source), 'leak')
    await db.writer.evidence.update({ where: { id: 'deep' }, data: { targetId: 'leak' } })
    for (const [id, fromId, toId] of [
      ['one', 'leak', 'unnamed'],
      ['two', 'unnamed', 'institute'],
      ['three', 'institute', 'other'],
      ['ring', 'other', 'leak'],
    ] as const)
      await db.writer.link.create({
        data: {
          id,
          fromId,
          toId,
          mode: 'attributes',
          scope: 'claims',
          recordedAt: new Date(),
          claims: { create: { claimId: 'deep' } },
        },
      })
    const { id: event, at } = await db.reader.event.findFirstOrThrow({ where: { subjectId: 'leak' } })
    await db.write((tx) => rederive(tx, ['direct', 'deep'], { id: event, at }))
    // One that comes later, of a source that the item led to all along: refused now, but a ledger may hold it.
    const late = { from: 'memo', to: 'other', mode: 'quotes', basis: 'first_hand' } as const
    expect(await recordLink(db, admin, late)).toMatchObject({ refusal: { code: 'refused_access' } })
    const stored = await inTransaction(db, admin, async (context) => {
      const { tx } = context
      const { from: fromId, to: toId, mode, basis } = late
      const row = { id: 'late', fromId, toId, mode, basis, scope: 'source', recordedAt: context.at }
      await tx.link.create({ data: row })
      const id = await writeEvent(context, {
        kind: 'link.recorded',
        subjectKind: 'link',
        subjectId: 'late',
        version: 1,
        shelf: 'public',
        summary: 'A page of notes → Zebedee Quillfeather',
        after: { ...late, id: 'late' },
      })
      return rederive(tx, await dependentsOf(tx, ['memo']), { id, at: context.at })
    })
    must(stored, 'late')
    expect((await checkDerivation(db)).wrong).toEqual([])

    for (const kind of kinds) {
      const row = await db.reader.claim.findUniqueOrThrow({ where: { id: kind } })
      expect(JSON.parse(row.flags), kind).toContain('named_speaker_on_background')
      const found = await getClaim(db, reader, kind)
      expect(found.kind).toBe('found')
      const shown = JSON.stringify(found)
      expect(shown, kind).not.toMatch(/quillfeather|"other"|"institute"|named_speaker_on_background/i)
      const list = await listClaims(db, reader, { ...emptyQuery(), speaker: ['ada-brandt'] })
      expect(list.rows.map(({ slug }) => slug)).toContain(kind)
      expect(JSON.stringify(list), kind).not.toMatch(/quillfeather|named_speaker_on_background/i)
    }
    // Nor do the pages of those who must not be named say what they were asked about.
    for (const slug of ['zebedee-quillfeather', 'quillfeather-institute']) {
      const page = await getSpeaker(db, reader, slug)
      expect(page).toMatchObject({ kind: 'found', page: { made: [], testifies: { rows: [], total: 0 } } })
      expect(JSON.stringify(page)).not.toContain('a name behind it')
    }
  })
})
