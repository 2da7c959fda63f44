/** A sample of tests/faults/import-memory.test.ts: fewer and longer rows. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { writeLargeTable } from '../support/large-table'
import { MEMORY_IS_TOLD, measuredProcess } from '../support/peak-memory'

const folder = mkdtempSync(join(tmpdir(), 'on-record-'))
afterAll(() => rmSync(folder, { recursive: true }))

it.skipIf(!MEMORY_IS_TOLD)('imports a table of 30 MB in less than 300 MB of memory', async () => {
  const file = join(folder, 'large.csv')
  const rows = await writeLargeTable(file, 30, 600)
  const { out, megabytes } = await measuredProcess('scripts/import.ts', [file], {
    DATABASE_URL: `file:${join(folder, 'ledger.db')}`,
  })
  expect(out).toContain(`${rows} records: ${rows} created`)
  expect(megabytes).toBeLessThan(300)
})
