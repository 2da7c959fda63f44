/** The long run: files that are larger than any that is taken, and records that are longer than any that is read. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { MAX_BYTES, receiveFile } from '../../lib/commands/imports/files'
import { describeDatabases, describeSqlite, testFolder } from '../support/databases'
import { MEMORY_IS_TOLD, measuredProcess } from '../support/peak-memory'
import { addUsers, admin } from '../support/small-ledger'

describeDatabases('a file', (open) => {
  it('that never ends is refused before it has filled the database', async () => {
    const db = await open()
    await addUsers(db)
    let given = 0
    const endless = async function* () {
      const piece = Buffer.alloc(16 * 1024 * 1024, 'a row of letters,\n')
      for (;;) {
        given += piece.length
        yield piece
      }
    }
    const received = await receiveFile(db, admin, { name: 'claims.csv', bytes: endless() })
    expect(received).toMatchObject({
      ok: false,
      refusal: { field: 'file', sentence: expect.stringMatching(/512 MB/) },
    })
    expect(given).toBeLessThan(MAX_BYTES + 64 * 1024 * 1024)
    expect(await db.reader.importChunk.count()).toBe(0)
  })
})

describeSqlite('memory', (_clone) => {
  const folder = testFolder()

  it.skipIf(!MEMORY_IS_TOLD).each([
    [
      'a row of 10 MB and more',
      () => `id,claim\n1,A.\n2,"${'x'.repeat(60_000_000)}"\n`,
      'row.csv',
      /longer than 10 million/,
    ],
    [
      'one line without end',
      () => `id,claim\n1,A.\n2,${'x'.repeat(60_000_000)}`,
      'line.csv',
      /longer than 10 million/,
    ],
    ['lists within lists', () => '['.repeat(20_000_000), 'deep.json', /\d: |No|not/],
  ] as const)('stays bounded over %s', async (_what, text, name, said) => {
    const file = join(folder, name)
    writeFileSync(file, text())
    const { out, megabytes } = await measuredProcess('scripts/import.ts', [file], {
      DATABASE_URL: `file:${join(folder, `${name}.db`)}`,
    })
    expect(out).toMatch(said)
    expect(megabytes).toBeLessThan(400)
  })
})
