/** Records of one name that are made in one moment: all are kept, each at an address of its own. */
import { expect, it } from 'vitest'
import { recordClaim } from '../../lib/commands/claims/record'
import { changeAddress } from '../../lib/commands/rename'
import { recordSource } from '../../lib/commands/sources'
import { recordSpeaker } from '../../lib/commands/speakers'
import { recordTopic } from '../../lib/commands/topics'
import type { Database } from '../../lib/db/client'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { addUsers, userOf } from '../support/small-ledger'

const editor = userOf('editor')

const make = {
  claim: (db: Database) => recordClaim(db, editor, { statement: 'A name', shelf: 'desk' } as never),
  speaker: (db: Database) => recordSpeaker(db, editor, { kind: 'person', name: 'A name' } as never),
  source: (db: Database) => recordSource(db, editor, { kind: 'web_page', title: 'A name' }),
  topic: (db: Database) => recordTopic(db, editor, { name: 'A name' }),
}

describeDatabases('one name', (open) => {
  it.each(['claim', 'speaker', 'source', 'topic'] as const)(
    'is given to five of a kind at once: %s',
    async (kind) => {
      const db = await open()
      await addUsers(db)
      const all = await Promise.all(Array.from({ length: 5 }, () => make[kind](db)))
      const slugs = all.map((one) => must<{ slug: string }>(one, kind).slug)
      expect(slugs.sort()).toEqual(['a-name', 'a-name-2', 'a-name-3', 'a-name-4', 'a-name-5'])
      expect(await db.reader.event.count(), 'one event for each').toBe(5)
    },
  )

  it('is given to one of two that ask to be renamed so at once, and the other is told', async () => {
    const db = await open()
    await addUsers(db)
    const topics = []
    for (const name of ['One', 'Two']) topics.push(must(await recordTopic(db, editor, { name }), name))
    const renamed = await Promise.all(
      topics.map(({ id, version }) =>
        changeAddress(db, editor, { kind: 'topic', id, version, slug: 'both' }),
      ),
    )
    expect(renamed.filter(({ ok }) => ok)).toHaveLength(1)
    expect(renamed).toContainEqual(
      expect.objectContaining({ refusal: expect.objectContaining({ code: 'duplicate', field: 'slug' }) }),
    )
  })
})
