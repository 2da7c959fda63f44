/** The long run: files that are larger than any that is taken. */
import { expect, it } from 'vitest'
import { MAX_BYTES, receiveFile } from '../../lib/commands/imports/files'
import { describeDatabases } from '../support/databases'
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
