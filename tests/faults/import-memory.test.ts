/** The long run: a file that is larger than the memory that its import may take. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { writeLargeTable } from '../support/large-table'
import { MEMORY_IS_TOLD, measuredProcess } from '../support/peak-memory'

const folder = mkdtempSync(join(tmpdir(), 'on-record-'))
afterAll(() => rmSync(folder, { recursive: true }))

it.skipIf(!MEMORY_IS_TOLD)('imports a table of 200 MB in less than 300 MB of memory', async () => {
  const file = join(folder, 'large.csv')
  const rows = await writeLargeTable(file, 200, 35)
  const { out, megabytes } = await measuredProcess('scripts/import.ts', [file], {
    DATABASE_URL: `file:${join(folder, 'ledger.db')}`,
  })
  expect(out).toContain(`${rows} records: ${rows} created`)
  expect(megabytes).toBeLessThan(300)
})
