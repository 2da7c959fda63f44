/** Earlier versions of speakers and sources: each comes back as a new change, and the history says in words what it was. */
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { recordClaim } from '../../lib/commands/claims/record'
import { editSource, restoreSource } from '../../lib/commands/source-edit'
import { setSourceStatus } from '../../lib/commands/sources'
import { editSpeaker, restoreSpeaker } from '../../lib/commands/speaker-edit'
import type { Database } from '../../lib/db/client'
import { sourceKept, speakerKept } from '../../lib/db/records'
import { getSource } from '../../lib/queries/sources/page'
import { getSpeaker } from '../../lib/queries/speakers/page'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, everything, userOf } from '../support/small-ledger'

const READER = { kind: 'public' } as const
const editor = userOf('editor')
const why = { reason: 'A reason.' }

const change = async (db: Database, id: string, fields: object) => {
  const speaker = await speakerKept(db.reader, id)
  const source = await sourceKept(db.reader, id)
  if (speaker)
    must(
      await editSpeaker(db, editor, {
        ...speaker.record,
        id,
        version: speaker.version,
        ...why,
        ...fields,
      } as never),
      id,
    )
  else if (source)
    must(
      await editSource(db, editor, {
        ...source.record,
        id,
        version: source.version,
        ...why,
        ...fields,
      } as never),
      id,
    )
  else throw new Error(`There is no ${id}.`)
}
const changesOf = async (db: Database, kind: 'speaker' | 'source', slug: string) => {
  const found = await (kind === 'speaker' ? getSpeaker(db, READER, slug) : getSource(db, READER, slug))
  if (found.kind !== 'found') throw new Error(`${slug} is ${found.kind}.`)
  return found.page.history.map(({ kind, changes }) => ({
    kind,
    changes: changes.map(({ field, before, after }) => `${field}: ${before} → ${after}`),
  }))
}

describeDatabases('an earlier version', (open) => {
  it('of a speaker comes back whole, and what rests on it is derived', async () => {
    const db = await open()
    await addSmallLedger(db)
    const witness = { relation: 'supports', target: 'director', access: 'on_record', basis: 'first_hand' }
    const claim = {
      id: 'kept',
      statement: 'Kept.',
      speaker: 'other',
      capacity: 'official',
      capacityOrg: 'office',
    }
    must(await recordClaim(db, editor, { ...claim, shelf: 'desk', evidence: [witness] } as never), 'claim')
    const first = await speakerKept(db.reader, 'director')
    await change(db, 'director', { name: 'Ada B.', roles: [], aliases: ['The director'] })
    await change(db, 'director', { aliases: ['The director', 'A. B.'] })
    expect(await restoreSpeaker(db, editor, { id: 'director', version: 2, to: 1, ...why })).toMatchObject({
      refusal: { code: 'conflict', details: { current: 3 } },
    })
    const before = await everything(db)
    for (const [to, code] of [
      [9, 'not_found'],
      [0, 'invalid'],
    ] as const)
      expect(await restoreSpeaker(db, editor, { id: 'director', version: 3, to, ...why })).toMatchObject({
        refusal: { code },
      })
    for (const nobody of [READER, userOf('contributor')])
      expect(await restoreSpeaker(db, nobody, { id: 'director', version: 3, to: 1, ...why })).toMatchObject({
        refusal: { code: 'forbidden' },
      })
    expect(await everything(db)).toEqual(before)
    must(await restoreSpeaker(db, editor, { id: 'director', version: 3, to: 1, ...why }), 'restored')
    const now = await speakerKept(db.reader, 'director')
    expect(now?.record).toEqual(first?.record)
    expect(now?.version).toBe(4)
    expect((await checkDerivation(db)).wrong).toEqual([])
    expect(await changesOf(db, 'speaker', 'ada-brandt')).toEqual([
      {
        kind: 'speaker.restored',
        changes: [
          'name: Ada B. → Ada Brandt',
          'roles: null → official, Office of Housing, 2010–',
          'aliases: The director\nA. B. → null',
        ],
      },
      { kind: 'speaker.edited', changes: ['aliases: The director → The director\nA. B.'] },
      {
        kind: 'speaker.edited',
        changes: [
          'name: Ada Brandt → Ada B.',
          'roles: official, Office of Housing, 2010– → null',
          'aliases: null → The director',
        ],
      },
      { kind: 'speaker.recorded', changes: [] },
    ])
  })

  it('of a source comes back, and its status stays what it is', async () => {
    const db = await open()
    await addSmallLedger(db)
    await change(db, 'report', { publisher: null, authors: ['Jo Quint'], publishedAt: '2025-03' })
    const retract = { id: 'report', version: 2, status: 'retracted' as const, reason: 'It was made up.' }
    must(await setSourceStatus(db, editor, retract), 'retracted')
    must(await restoreSource(db, editor, { id: 'report', version: 3, to: 1, ...why }), 'restored')
    const now = await sourceKept(db.reader, 'report')
    expect(now?.record).toMatchObject({
      publisher: 'paper',
      authors: [],
      publishedAt: null,
      status: 'retracted',
    })
    expect((await checkDerivation(db)).wrong).toEqual([])
    const [restored] = await changesOf(db, 'source', 'report-on-permits')
    expect(restored?.changes).toEqual([
      'publisher: null → The Alder Post',
      'authors: Jo Quint → null',
      'publishedAt: 2025-03 → null',
    ])
  })
})
