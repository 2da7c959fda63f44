/** npm run export and npm run import, as they are typed. */
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { openDatabase } from '../../lib/db/client'
import { timeless } from '../support/archives'
import { describeSqlite, testFolder } from '../support/databases'
import { runScript } from '../support/run-script'
import { addSmallLedger } from '../support/small-ledger'

const run = (url: string, ...typed: string[]) => runScript(url, typed)

describeSqlite('the commands', (clone) => {
  const folder = testFolder()
  const at = (name: string) => join(folder, name)

  it('write a ledger out and read it into another', async () => {
    const url = clone()
    const db = openDatabase(url)
    await addSmallLedger(db)
    await db.close()
    expect(await run(url, 'export', at('one.zip'))).toEqual({ code: 0, said: `Wrote ${at('one.zip')}.\n` })
    expect(statSync(at('one.zip')).mode & 0o077).toBe(0)
    expect(await run(url, 'export', at('one.zip'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('is there already'),
    })
    expect((await run(url, 'export', '--public', at('public.zip'))).code).toBe(0)

    const fresh = `file:${at('fresh.db')}`
    const read = await run(fresh, 'import', at('one.zip'))
    expect(read).toMatchObject({ code: 0, said: expect.stringContaining('Read 2 claims and 4 accounts') })
    const copy = openDatabase(fresh)
    expect(await checkDerivation(copy)).toEqual({ claims: 2, wrong: [] })
    await copy.close()
    expect((await run(fresh, 'export', at('two.zip'))).code).toBe(0)
    expect(await timeless(at('two.zip'))).toEqual(await timeless(at('one.zip')))
  })

  it('say in one sentence what they cannot do', async () => {
    const url = clone()
    // What a zip begins with, and nothing of one.
    writeFileSync(at('text.zip'), 'PK\u0003\u0004 not a zip')
    for (const [args, said] of [
      [['export'], 'Name the file to write'],
      [['import'], 'Name the '],
      [['import', at('nothing.zip')], 'There is no file'],
      [['import', at('text.zip')], 'not an archive of a ledger'],
    ] as const) {
      const [script, ...rest] = args
      const result = await run(url, script, ...rest)
      expect(result).toMatchObject({ code: 1, said: expect.stringContaining(said) })
      expect(result.said.trim().split('\n')).toHaveLength(1)
    }
    expect(existsSync(at('nothing.zip'))).toBe(false)
  })
})
