/** The long run: a ledger of ten thousand claims goes to the other database and back, and takes no more memory than one of a tenth. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { restoreArchive } from '../../lib/commands/archive/restore'
import { checkDerivation } from '../../lib/commands/check'
import { type Database, openDatabase } from '../../lib/db/client'
import { generateLedger } from '../../seeds/generate/load'
import { must } from '../../seeds/must'
import { archiveOf, system, timeless } from '../support/archives'
import { describeAcross, describeSqlite, testFolder } from '../support/databases'
import { MEMORY_IS_TOLD, measuredProcess } from '../support/peak-memory'

/** As many as the requirement names, or as CLAIMS says. */
const CLAIMS = Number(process.env.CLAIMS ?? 10_000)

const hashesOf = async (path: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(await timeless(path)).map(([name, text]) => [
      name,
      createHash('sha256').update(text).digest('hex'),
    ]),
  )

const restored = async (db: Database, path: string): Promise<Database> => {
  expect(must(await restoreArchive(db, system, path), path)).toMatchObject({ claims: CLAIMS, moved: 0 })
  return db
}

describeAcross('an archive', (open) => {
  const folder = testFolder()

  it('of ten thousand claims is the same after it went to the other database and back', async () => {
    const db = await open('sqlite')
    await generateLedger(db, system, CLAIMS, { seed: 7 })
    const first = await archiveOf(db, folder)
    const other = await restored(await open('postgresql'), first)
    const second = await archiveOf(other, folder)
    const back = await restored(await open('sqlite'), second)
    const wanted = await hashesOf(first)
    expect(await hashesOf(second)).toEqual(wanted)
    expect(await hashesOf(await archiveOf(back, folder))).toEqual(wanted)
    for (const copy of [other, back])
      expect(await checkDerivation(copy)).toEqual({ claims: CLAIMS, wrong: [] })
  })
})

describeSqlite('the memory of an archive', (clone) => {
  const folder = testFolder()

  /** The most that writing one out and reading it in took, in MB. */
  const taken = async (claims: number) => {
    const url = clone()
    const db = openDatabase(url)
    await generateLedger(db, system, claims, { seed: 7 })
    await db.close()
    const file = join(folder, `${claims}.zip`)
    const run = async (script: string, DATABASE_URL: string) => {
      const { out, code, megabytes } = await measuredProcess(`scripts/${script}.ts`, [file], { DATABASE_URL })
      expect(code, out).toBe(0)
      return Math.round(megabytes)
    }
    return { out: await run('export', url), in: await run('import', `file:${join(folder, `${claims}.db`)}`) }
  }

  it.skipIf(!MEMORY_IS_TOLD)('does not grow with the ledger', async () => {
    const [small, large] = [await taken(CLAIMS / 2), await taken(CLAIMS * 5)]
    console.log('archives, MB:', JSON.stringify({ [CLAIMS / 2]: small, [CLAIMS * 5]: large }))
    // Ten times the ledger takes what the engine leaves lying, and no part of the ledger.
    expect(large.out).toBeLessThan(small.out + 100)
    expect(large.in).toBeLessThan(small.in + 100)
  })
})
