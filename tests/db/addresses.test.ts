/** Addresses: given out once, changed for another, and for ever leading to what they were given to. */
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { recordClaim } from '../../lib/commands/claims/record'
import { changeAddress } from '../../lib/commands/rename'
import { recordSource } from '../../lib/commands/sources'
import { recordSpeaker } from '../../lib/commands/speakers'
import { recordTopic } from '../../lib/commands/topics'
import type { Database } from '../../lib/db/client'
import { isSlug } from '../../lib/domain/ids'
import { emptyQuery } from '../../lib/domain/query'
import { listClaims } from '../../lib/queries/claims/list'
import { getClaim } from '../../lib/queries/claims/page'
import { getSource } from '../../lib/queries/sources/page'
import { getSpeaker } from '../../lib/queries/speakers/page'
import { standingOf } from '../../lib/queries/standing'
import { getTopic } from '../../lib/queries/topics'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, admin, everything } from '../support/small-ledger'

const reader = { kind: 'public' } as const
const KINDS = ['claim', 'speaker', 'source', 'topic'] as const
type Kind = (typeof KINDS)[number]

const RECORD = {
  claim: (db: Database, title: string) => recordClaim(db, admin, { statement: title, speaker: 'other' }),
  speaker: (db: Database, title: string) => recordSpeaker(db, admin, { kind: 'person', name: title }),
  source: (db: Database, title: string) => recordSource(db, admin, { kind: 'book', title }),
  topic: (db: Database, title: string) => recordTopic(db, admin, { name: title }),
}
const GET = { claim: getClaim, speaker: getSpeaker, source: getSource, topic: getTopic }

const rename = (db: Database, kind: Kind, id: string, version: number, slug: string) =>
  changeAddress(db, admin, { kind, id, version, slug })

describeDatabases('an address', (open) => {
  it('is numbered where the same title stands already, of each kind on its own', async () => {
    const db = await open()
    await addSmallLedger(db)
    for (const kind of KINDS) {
      const slugs = []
      for (let i = 0; i < 23; i++) slugs.push(must(await RECORD[kind](db, 'São Tomé, again'), kind).slug)
      expect(slugs).toEqual([
        'sao-tome-again',
        ...Array.from({ length: 22 }, (_, i) => `sao-tome-again-${i + 2}`),
      ])
    }
  })

  it('is one that lists take, however long the title', async () => {
    const db = await open()
    await addSmallLedger(db)
    for (const title of [
      'a'.repeat(120),
      'word '.repeat(24),
      'слово '.repeat(20),
      '𝒳𐐷'.repeat(30),
      'new',
      ''.padEnd(9, '!'),
    ])
      for (const kind of ['speaker', 'source', 'topic'] as const) {
        const slugs = []
        for (let i = 0; i < 11; i++) slugs.push(must(await RECORD[kind](db, title), kind).slug)
        expect(new Set(slugs).size).toBe(11)
        expect(slugs.filter((slug) => !isSlug(slug))).toEqual([])
      }
  })

  it('leads on to the new one after a change, is never given to another, and can be taken back', async () => {
    const db = await open()
    await addSmallLedger(db)
    for (const kind of KINDS) {
      const one = must(await RECORD[kind](db, 'First name'), kind)
      const other = must(await RECORD[kind](db, 'Other name'), kind)
      const at = async (slug: string) => {
        const found = await GET[kind](db, reader, slug)
        // A page is asked for first by where it stands; both must say the same.
        const standing = await standingOf(db, reader, kind, slug)
        expect(standing).toMatchObject(found.kind === 'moved' ? found : { kind: found.kind })
        return found.kind === 'found'
          ? found.page.slug
          : found.kind === 'moved'
            ? `→ ${found.slug}`
            : 'nothing'
      }
      expect(await rename(db, kind, one.id, 1, 'second')).toEqual({
        ok: true,
        value: { id: one.id, slug: 'second', version: 2 },
      })
      expect([await at('first-name'), await at('second')]).toEqual(['→ second', 'second'])
      must(await rename(db, kind, one.id, 2, 'third'), kind)
      // Both lead to where it is now, not from one to the next.
      expect([await at('first-name'), await at('second'), await at('third')]).toEqual([
        '→ third',
        '→ third',
        'third',
      ])

      const before = await everything(db)
      for (const taken of ['third', 'second', 'first-name'])
        expect(await rename(db, kind, other.id, 1, taken)).toMatchObject({
          ok: false,
          refusal: { code: 'duplicate', field: 'slug', sentence: expect.stringContaining(`${taken}-2`) },
        })
      expect(await everything(db)).toEqual(before)
      expect(must(await RECORD[kind](db, 'First name'), kind).slug).toBe('first-name-2')

      must(await rename(db, kind, one.id, 3, 'first-name'), kind)
      expect([await at('first-name'), await at('second'), await at('third')]).toEqual([
        'first-name',
        '→ first-name',
        '→ first-name',
      ])
      // The same address again changes nothing, and is no event.
      const events = await db.reader.event.count()
      expect(must(await rename(db, kind, one.id, 4, 'first-name'), kind).version).toBe(4)
      expect(await db.reader.event.count()).toBe(events)
      expect(await at('never-given')).toBe('nothing')
    }
    expect((await checkDerivation(db)).wrong).toEqual([])
  })

  it('that was in use before still filters lists', async () => {
    const db = await open()
    await addSmallLedger(db)
    for (const [kind, id] of [
      ['speaker', 'director'],
      ['source', 'report'],
      ['topic', 'housing'],
    ] as const) {
      const now = await (kind === 'topic'
        ? db.reader.topic.findUniqueOrThrow({ where: { id } })
        : kind === 'source'
          ? db.reader.source.findUniqueOrThrow({ where: { id } })
          : db.reader.speaker.findUniqueOrThrow({ where: { id } }))
      const by = async (slug: string) => {
        const { rows, names } = await listClaims(db, reader, { ...emptyQuery(), [kind]: [slug] })
        expect(names.unknown).toEqual([])
        return rows.map((row) => row.slug)
      }
      const before = await by(now.slug)
      must(await rename(db, kind, id, 1, `moved-${kind}`), kind)
      expect(before.length).toBeGreaterThan(0)
      expect(await by(now.slug)).toEqual(before)
      expect(await by(`moved-${kind}`)).toEqual(before)
    }
  })
})
