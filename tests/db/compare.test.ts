/** Two speakers side by side: what is counted, what ties them, and what readers must not learn of it. */
import { expect, it } from 'vitest'
import { recordClaim } from '../../lib/commands/claims/record'
import { recordLink } from '../../lib/commands/links'
import { changeAddress } from '../../lib/commands/rename'
import { recordSpeaker } from '../../lib/commands/speakers'
import { recordTopic } from '../../lib/commands/topics'
import type { Database } from '../../lib/db/client'
import { type Comparison, compareSpeakers } from '../../lib/queries/speakers/compare'
import { speakerNamed } from '../../lib/queries/speakers/named'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, admin } from '../support/small-ledger'

const reader = { kind: 'public' } as const
const ADA = 'ada-brandt'
const ZEB = 'zebedee-quillfeather'

let made = 0
const claim = async (db: Database, speaker: string, statement: string, more: object = {}) =>
  must(await recordClaim(db, admin, { id: `c-${++made}`, speaker, statement, ...more } as never), statement)
    .id

const compare = async (db: Database, a = ADA, b = ZEB, most?: number): Promise<Comparison> => {
  const comparison = await compareSpeakers(db, reader, [a, b], most)
  if (!comparison) throw new Error('There is nothing to compare.')
  return comparison
}
const statements = ({ rows }: { rows: { statement: string }[] }) => rows.map(({ statement }) => statement)

describeDatabases('two speakers side by side', (open) => {
  it('are counted by status and by topic, with claims of each about what both speak of', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(await recordTopic(db, admin, { id: 'roads', name: 'Roads' }), 'roads')
    for (const [i, year] of ['2020', '2023', '2021', '2022'].entries())
      await claim(db, 'other', `Zeb on housing ${i}.`, { topics: ['housing'], saidOn: year })
    await claim(db, 'other', 'Zeb on roads.', { topics: ['roads'] })
    const comparison = await compare(db)
    expect(comparison.speakers.map(({ speaker, claims }) => [speaker.slug, claims])).toEqual([
      [ADA, 1],
      [ZEB, 5],
    ])
    expect(comparison.speakers[1].counts).toEqual({ unsourced: 5 })
    expect(comparison.topics).toEqual([
      { topic: { slug: 'housing', name: 'Housing' }, claims: [1, 4] },
      { topic: { slug: 'roads', name: 'Roads' }, claims: [0, 1] },
    ])
    expect(comparison.shared).toHaveLength(1)
    const [ada, zeb] = comparison.shared[0]?.claims ?? []
    expect(statements(ada as never)).toEqual(['The office granted forty permits.'])
    expect(zeb?.n).toBe(4)
    expect(statements(zeb as never)).toEqual(['Zeb on housing 1.', 'Zeb on housing 3.', 'Zeb on housing 2.'])
    // The other way round, the columns change places.
    expect((await compare(db, ZEB, ADA)).topics[0]?.claims).toEqual([4, 1])
  })

  it('rely on one another by evidence in the open and by links, and on background never', async () => {
    const db = await open()
    await addSmallLedger(db)
    const cites = (relation: string, target: string, more: object = {}) => ({
      evidence: [{ relation, target, basis: 'first_hand', access: 'on_record', ...more }],
    })
    await claim(db, 'director', 'Heard it from Zeb.', cites('supports', 'other'))
    must(await recordLink(db, admin, { from: 'other', to: 'director', mode: 'quotes' }), 'link')
    // The command refuses to name on background who is named; what an older ledger holds of it stays unsaid.
    const id = await claim(db, 'director', 'Heard it on background.', cites('supports', 'other'))
    await db.writer.evidence.updateMany({ where: { claimId: id }, data: { access: 'on_background' } })
    await claim(
      db,
      'director',
      'Took it back.',
      cites('supports', 'other', { state: 'withdrawn', stateNote: 'No.' }),
    )
    await claim(db, 'director', 'On the desk.', { ...cites('supports', 'other'), shelf: 'desk' })
    await claim(db, 'other', 'Ada says otherwise.', cites('contradicts', 'director'))
    const { relies, against } = await compare(db)
    expect(statements(relies[0].cites)).toEqual(['Heard it from Zeb.'])
    expect(relies[0].cites.n).toBe(1)
    expect(relies[1].cites.n).toBe(0)
    expect(relies[1].links).toMatchObject([{ from: { slug: ZEB }, mode: 'quotes', to: { slug: ADA } }])
    expect(statements(against[1].cited)).toEqual(['Ada says otherwise.'])
    expect(against[0].cited.n).toBe(0)
    expect(JSON.stringify(await compare(db))).not.toMatch(/background|On the desk|Took it back/)
  })

  it('are cited by what they publish and issue', async () => {
    const db = await open()
    await addSmallLedger(db)
    await claim(db, 'other', 'It stood in the Post.', {
      evidence: [{ relation: 'supports', target: 'report' }],
    })
    const { relies } = await compare(db, ZEB, 'the-alder-post')
    expect(statements(relies[0].cites)).toEqual(['It stood in the Post.'])
    const office = await compare(db, ADA, 'office-of-housing')
    expect(statements(office.relies[0].cites)).toEqual(['The office granted forty permits.'])
    // The report got it from the director.
    const post = await compare(db, 'the-alder-post', ADA)
    expect(post.relies[0].links).toMatchObject([
      { from: { type: 'source', slug: 'report-on-permits' }, mode: 'attributes', to: { slug: ADA } },
    ])
  })

  it('deny and repeat one another: as recorded, and in the same words', async () => {
    const db = await open()
    await addSmallLedger(db)
    const first = await claim(db, 'director', 'The bridge is safe!')
    const again = await claim(db, 'other', 'the BRIDGE is safe')
    const denied = await claim(db, 'other', 'Nobody asked.', { relations: [{ to: first, kind: 'denies' }] })
    const repeated = await claim(db, 'director', 'No one asked.', {
      relations: [{ to: denied, kind: 'restates' }],
    })
    await claim(db, 'other', 'On the desk.', {
      relations: [{ to: first, kind: 'denies' }],
      shelf: 'desk',
    })
    await claim(db, 'other', 'The bridge is safe.', { shelf: 'desk' })
    const { against, same } = await compare(db)
    expect(against[0].relations).toEqual([])
    expect(against[1].relations).toMatchObject([
      { kind: 'denies', from: { statement: 'Nobody asked.' }, to: { statement: 'The bridge is safe!' } },
    ])
    expect(
      same.map(({ recorded, claims }) => [recorded, ...claims.map(({ statement }) => statement)]),
    ).toEqual([
      [true, 'No one asked.', 'Nobody asked.'],
      [false, 'The bridge is safe!', 'the BRIDGE is safe'],
    ])
    expect([again, repeated].every(Boolean)).toBe(true)
    const back = await compare(db, ZEB, ADA)
    expect(back.same.map(({ claims }) => claims[0].speaker?.slug)).toEqual([ZEB, ZEB])
  })

  it('are compared by their newest claims where one has many, and it says so', async () => {
    const db = await open()
    await addSmallLedger(db)
    for (const year of ['2019', '2020', '2021'])
      await claim(db, 'other', `In ${year}.`, { topics: ['housing'], saidOn: year })
    const { newest, topics, speakers } = await compare(db, ADA, ZEB, 2)
    expect(newest).toBe(2)
    expect(topics[0]?.claims).toEqual([1, 2])
    expect(speakers[1].claims).toBe(3)
    expect((await compare(db)).newest).toBeNull()
  })

  it('are public, two, and found by name; nobody on the desk is', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(
      await recordSpeaker(db, admin, { id: 'hidden', kind: 'person', name: 'Hidden Person', shelf: 'desk' }),
      'x',
    )
    must(await recordSpeaker(db, admin, { id: 'ada-2', kind: 'person', name: 'Ada Brook' }), 'x')
    expect(await compareSpeakers(db, reader, [ADA, ADA])).toBeNull()
    expect(await compareSpeakers(db, reader, [ADA, 'hidden-person'])).toBeNull()
    expect(await compareSpeakers(db, reader, [ADA, 'nobody'])).toBeNull()
    for (const text of ['Hidden Person', 'hidden-person', '#hidden', 'Hid'])
      expect(await speakerNamed(db, text), text).toEqual({ kind: 'none' })
    expect(await speakerNamed(db, 'ada brandt')).toMatchObject({ kind: 'one', node: { slug: ADA } })
    expect(await speakerNamed(db, 'ada')).toMatchObject({ kind: 'many' })
    must(
      await changeAddress(db, admin, { kind: 'speaker', id: 'director', version: 1, slug: 'ada-b' }),
      'rename',
    )
    expect(await speakerNamed(db, ADA)).toMatchObject({ kind: 'one', node: { slug: 'ada-b' } })
  })
})
