/** A disk that is full under the embedded database: a sentence, no loss, and it goes on when there is room. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, inject, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { recordSource } from '../../lib/commands/sources'
import { openDatabase } from '../../lib/db/client'
import { DatabaseUnavailable } from '../../lib/db/url'
import { must } from '../../seeds/must'
import { testFolder } from '../support/databases'
import { addSmallLedger, admin } from '../support/small-ledger'

const folder = join(testFolder(), 'small')
mkdirSync(folder)

/** A disk of its own is only to be had by who may mount one. */
const mounted = (() => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    console.log('Skipped: a full disk can only be tried by who may mount a small one.')
    return false
  }
})()
afterAll(() => {
  if (mounted) execFileSync('umount', ['-l', folder])
})

it.skipIf(!mounted)('says so, loses nothing that was confirmed, and goes on when there is room', async () => {
  const file = join(folder, 'ledger.db')
  copyFileSync(inject('sqliteTemplate'), file)
  const db = openDatabase(`file:${file}`)
  await addSmallLedger(db)
  const ballast = join(folder, 'ballast')
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 1_000_000)))
  const confirmed: string[] = []
  const write = async (n: number) => {
    const id = `source-${n}`
    const note = `${n} `.repeat(380)
    must(await recordSource(db, admin, { id, kind: 'web_page', title: `Page ${n}`, note } as never), id)
    confirmed.push(id)
  }
  let full: unknown
  for (let n = 0; n < 5_000 && !full; n++)
    await write(n).catch((error) => {
      full = error
    })
  expect(full).toBeInstanceOf(DatabaseUnavailable)
  expect((full as DatabaseUnavailable).sentence).toMatch(/full, so nothing was changed; make room/)
  const ids = async () =>
    new Set((await db.reader.source.findMany({ select: { id: true } })).map(({ id }) => id))
  const standing = await ids()
  expect(confirmed.filter((id) => !standing.has(id))).toEqual([])
  expect(standing.size).toBe(confirmed.length + 3)
  rmSync(ballast)
  await write(9_999)
  expect((await ids()).size).toBe(confirmed.length + 3)
  expect((await checkDerivation(db)).wrong).toEqual([])
  const [check] = await db.reader.$queryRaw<{ integrity_check: string }[]>`PRAGMA integrity_check`
  expect(check?.integrity_check).toBe('ok')
  await db.close()
})
